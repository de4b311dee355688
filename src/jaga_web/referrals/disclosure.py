"""What a partner sees, and nothing else: the chosen fields, their values, the pseudonym."""

import json
from collections.abc import Sequence

from jaga.casework import referral as rules
from jaga_web import sealing
from jaga_web.cases.models import Case, Identity
from jaga_web.people.models import Organisation
from jaga_web.referrals.models import Referral

_CHOICES = {"age_band": Case.AGE_BANDS, "sex": Case.SEXES, "risk": Case.RISKS}


def pseudonym(case: Case, partner: Organisation) -> str:
    """What this partner calls the child: keyed, the same each time, another for each partner."""
    mark = sealing.fingerprint(f"{partner.pk}:{case.key_id}", "referrals.pseudonym").upper()
    return f"RJK-{mark[:4]}-{mark[4:8]}-{mark[8:12]}"


def shown(referral: Referral) -> list[tuple[str, str]]:
    """Field code and value as the partner sees them: frozen once sent, a preview before."""
    if referral.disclosed is not None:
        kept = json.loads(referral.disclosed)
        return [(code, kept[code]) for code in rules.FIELDS if code in kept]
    return values(referral)


def values(referral: Referral) -> list[tuple[str, str]]:
    """What would be told now. Fields without a value are left out."""
    found = ((code, _value(referral, code)) for code in rules.FIELDS if code in referral.fields)
    return [(code, value) for code, value in found if value]


def frozen(referral: Referral) -> str:
    """The values as they are kept when the referral is sent."""
    return json.dumps(dict(values(referral)), ensure_ascii=False)


def tells_identity(fields: Sequence[str]) -> bool:
    """Whether one of the fields says who the child is."""
    return any(rules.FIELDS[code].kind == "identity" for code in fields if code in rules.FIELDS)


def as_text(referral: Referral, labels: Sequence[tuple[str, str]]) -> str:
    """The same as plain text for the partner's own file: label and value, line by line."""
    return "".join(f"{label}: {value}\n" for label, value in labels) + f"\n{referral.pseudonym}\n"


def _value(referral: Referral, code: str) -> str:
    kind = rules.FIELDS[code].kind
    if kind == "written":
        return str(getattr(referral, code))
    if kind == "identity":
        identity = Identity.objects.filter(case=referral.case).first()
        return str(getattr(identity, code, None) or "")
    value = str(getattr(referral.case, code) or "")
    return "" if value == "unknown" else value


def in_words(code: str, value: str) -> str:
    """A coded value in words; anything else as it was written."""
    words = dict(_CHOICES.get(code, []))
    return str(words.get(value, value))
