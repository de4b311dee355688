"""Who may open what in keeping; see tests/web/matrix.py."""

from datetime import timedelta

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from tests.web.alerts import targets
from tests.web.matrix import Arguments, Row, roles

from jaga_web.cases.models import Case
from jaga_web.keeping.models import Attachment, Erasure, Hold
from jaga_web.people.models import Organisation

WORDS = "Alasan rekaan yang cukup panjang."
# Who may know of a case nobody holds is who assigns cases; others hold the permission in vain.
READERS = roles(
    "intake_officer", "caseworker", "supervisor", "legal_officer", "counsellor", "registrar"
)
SUPERVISOR, CUSTODIAN = roles("supervisor"), roles("custodian")
OWNERS, HOLDERS = roles("caseworker", "legal_officer"), roles("legal_officer")


def _case(organisation: Organisation) -> Case:
    return Case.objects.get(pk=targets.a_case(organisation)["number"])


def _attachment(organisation: Organisation) -> Arguments:
    case = _case(organisation)
    made = Attachment.objects.create(
        case=case, kind="text", title="Surat", content="U3VyYXQ=", size_bytes=5, by=case.opened_by
    )
    return {"number": made.pk}


def _hold(organisation: Organisation) -> Arguments:
    case = _case(organisation)
    made = Hold.objects.create(
        case=case, reason="court_order", until=_tomorrow(), placed_by=case.opened_by
    )
    return {"number": made.pk}


def _erasure(organisation: Organisation) -> Arguments:
    case = _case(organisation)
    made = Erasure.objects.create(
        case=case, why="wish", words=WORDS, asked_by=case.opened_by, not_before=_tomorrow()
    )
    return {"number": made.pk}


def _tomorrow():
    return timezone.localdate() + timedelta(days=1)


def _document(_arguments: Arguments) -> dict:
    return {"title": "Surat", "document": SimpleUploadedFile("a.txt", b"Surat rekaan.")}


def _number_of(arguments: Arguments) -> dict:
    return {"number": Erasure.objects.get(pk=arguments["number"]).case.number}


def _until(_arguments: Arguments) -> dict:
    return {"until": _tomorrow().isoformat(), "reason": WORDS}


def _held(_arguments: Arguments) -> dict:
    return {"until": _tomorrow().isoformat(), "reason": "court_order", "note": ""}


def on_case(url: str, allowed, hidden=frozenset(), **options) -> Row:
    """A form about a case: back to what is kept of it when it is done."""
    options = {"target": targets.a_case, "shows": "/keeping/cases/", **options}
    return Row(url, roles=allowed, hidden=hidden, method="POST", status=302, **options)


def decides(url: str, data) -> Row:
    """A custodian's answer: back to the requests."""
    return on_case(url, CUSTODIAN, target=_erasure, data=data, shows="/keeping/")


ROWS: tuple[Row, ...] = (
    Row("keeping:requests", shows="Permintaan penghapusan", roles=CUSTODIAN),
    Row("keeping:due", shows="Penahanan yang perlu ditinjau", roles=SUPERVISOR),
    Row(
        "keeping:case",
        shows="Masa simpan dan penghapusan",
        roles=SUPERVISOR,
        hidden=READERS - SUPERVISOR,
        target=targets.a_case,
    ),
    Row(
        "keeping:attach",
        shows="Gambar, film, dan berkas lain tidak disimpan",
        roles=SUPERVISOR,
        hidden=OWNERS,
        target=targets.a_case,
    ),
    on_case("keeping:attach", SUPERVISOR, OWNERS, data=_document),
    on_case("keeping:request", SUPERVISOR, OWNERS, data={"why": "wish", "words": WORDS}),
    on_case("keeping:postpone", SUPERVISOR, data=_until),
    on_case("keeping:hold", SUPERVISOR, HOLDERS, data=_held),
    on_case("keeping:review", SUPERVISOR, HOLDERS, target=_hold, data=_until),
    on_case("keeping:lift", SUPERVISOR, HOLDERS, target=_hold),
    Row(
        "keeping:attachment",
        shows="Surat",
        roles=SUPERVISOR,
        hidden=READERS - SUPERVISOR,
        method="POST",
        target=_attachment,
    ),
    decides("keeping:approve", _number_of),
    decides("keeping:return", {"note": WORDS}),
)
