"""Keeping activities: added, amended with history, cancelled with a reason, taken in from CSV."""

from collections.abc import Mapping, Sequence
from dataclasses import astuple, dataclass, replace

from django.db import transaction
from django.utils import timezone

from jaga.programmes import activities
from jaga.programmes.activities import Activity as Facts
from jaga.programmes.sheets import WrongRows, clean
from jaga.words import Text
from jaga_web.access import PROGRAMMES_KEEP, PROGRAMMES_VIEW, require
from jaga_web.audit.actions import record
from jaga_web.people.models import Organisation, User
from jaga_web.programmes import queries
from jaga_web.programmes.models import Activity, Version
from jaga_web.refusing import must_explain, refuse


@dataclass(frozen=True)
class TakenIn:
    """What a file brought: activities added, and activities that were known word for word."""

    added: int
    known: int


@transaction.atomic
def add(*, facts: Facts, by: User) -> Version:
    """Keep one activity. Its code is new, or empty: then the house's next number is taken."""
    _begin(by)
    facts = replace(facts, code=facts.code.strip() or _next_code(by, facts))
    if Activity.objects.filter(organisation=by.organisation, code=facts.code).exists():
        raise refuse(
            "Kode kegiatan itu sudah dipakai. Pakai kode lain, atau kosongkan.",
            "That activity code is in use. Take another, or leave it empty.",
        )
    version = _first(_spelt(facts, _spellings(by)), by)
    _trace(by, "programmes.activity_added", version.activity_id, rows=1)
    return version


@transaction.atomic
def amend(*, activity: Activity, facts: Facts, version: int, reason: str, by: User) -> Version:
    """Write a new version. One made from an older version is refused, so nothing is lost."""
    before = _step(activity, version, by)
    facts = replace(facts, code=activity.code)
    made = _write(activity, before.number + 1, facts, by, reason=_reason(reason))
    _trace(by, "programmes.activity_amended", activity.pk, rows=1)
    return made


@transaction.atomic
def cancel(*, activity: Activity, version: int, reason: str, by: User) -> Version:
    """Leave an activity out of every figure from now on; what it was stays in its history."""
    before = _step(activity, version, by)
    made = _write(
        activity,
        before.number + 1,
        queries.facts_of(before),
        by,
        reason=_reason(reason),
        is_cancelled=True,
    )
    _trace(by, "programmes.activity_cancelled", activity.pk, rows=1)
    return made


@transaction.atomic
def take_in(*, rows: Sequence[Facts], by: User) -> TakenIn:
    """Keep every activity of a file, or none. Those already kept word for word add nothing."""
    _begin(by)
    kept = {version.activity.code: version for version in queries.newest(by.organisation)}
    spellings = _spellings(by)
    rows = [_spelt(one, spellings) for one in rows]
    wrong = [_changed(one) for one in rows if one.code in kept and not _same(kept[one.code], one)]
    if wrong:
        raise WrongRows(wrong)
    made = [_first(one, by) for one in rows if one.code not in kept]
    if made:
        _trace(by, "programmes.activity_added", made[0].activity_id, rows=len(made))
    return TakenIn(added=len(made), known=len(rows) - len(made))


@transaction.atomic
def download(*, by: User) -> str:
    """The activities as CSV, without cancelled ones; `take_in` reads it back."""
    require(by, PROGRAMMES_VIEW)
    rows = queries.for_figures(by.organisation)
    record(
        by=by,
        verb="programmes.downloaded",
        subject=f"organisation:{by.organisation_id}",
        organisation=by.organisation_id,
        detail={"rows": len(rows)},
    )
    return activities.write(rows)


def _begin(by: User) -> None:
    """Refuse without the permission; then one at a time for each organisation, for its codes."""
    require(by, PROGRAMMES_KEEP)
    Organisation.objects.select_for_update().get(pk=by.organisation_id)


def _step(activity: Activity, version: int, by: User) -> Version:
    """The version that holds, if it is the one the person saw."""
    _begin(by)
    before = queries.newest(by.organisation).get(activity=activity)
    if before.number != version:
        raise refuse(
            "Orang lain mengubah kegiatan ini lebih dulu. Muat ulang laman, lalu ulangi.",
            "Somebody else changed this activity first. Load the page again, then repeat.",
        )
    if before.is_cancelled:
        raise refuse(
            "Kegiatan ini sudah dibatalkan. Catat kegiatan baru.",
            "This activity was cancelled. Add a new one.",
        )
    return before


def _reason(reason: str) -> str:
    return clean(must_explain(reason), "reason", longest=1000)


def _first(facts: Facts, by: User) -> Version:
    activity = Activity.objects.create(organisation=by.organisation, code=facts.code)
    return _write(activity, 1, facts, by)


def _write(
    activity: Activity,
    number: int,
    facts: Facts,
    by: User,
    *,
    reason: str = "",
    is_cancelled: bool = False,
) -> Version:
    if facts.ends_on > timezone.localdate():
        raise refuse(
            f"{facts.code}: kegiatan ini belum selesai. Catat sesudah selesai; rencana bukan "
            "capaian.",
            f"{facts.code}: this activity is not over yet. Add it afterwards; a plan is no result.",
        )
    return Version.objects.create(
        activity=activity,
        number=number,
        title=facts.title,
        programme=facts.programme,
        pillar=facts.pillar,
        starts_on=facts.starts_on,
        ends_on=facts.ends_on,
        partners=list(facts.partners),
        places=[str(place) for place in facts.places],
        counts=[list(astuple(count)) for count in facts.counts],
        is_cancelled=is_cancelled,
        reason=reason,
        by=by,
    )


def _next_code(by: User, facts: Facts) -> str:
    """The first free number of the year: K-2026-014."""
    start = f"K-{facts.starts_on.year}-"
    taken = Activity.objects.filter(organisation=by.organisation, code__startswith=start)
    numbers = [code.removeprefix(start) for code in taken.values_list("code", flat=True)]
    return f"{start}{max((int(one) for one in numbers if one.isdigit()), default=0) + 1:03}"


def _spellings(by: User) -> dict[str, str]:
    """How each programme was spelt before, by its name without regard to capitals."""
    programmes, _partners = queries.known_names(by)
    return {name.casefold(): name for name in programmes}


def _spelt(facts: Facts, spellings: Mapping[str, str]) -> Facts:
    """The programme's name as it was spelt before: one in capitals is no second programme."""
    return replace(facts, programme=spellings.get(facts.programme.casefold(), facts.programme))


def _same(version: Version, facts: Facts) -> bool:
    return queries.facts_of(version) == facts


def _changed(facts: Facts) -> Text:
    return Text(
        f"{facts.code}: sudah dicatat dengan isi lain. Ubah di lamannya dengan alasan, atau beri "
        "kode lain dalam berkas.",
        f"{facts.code}: already kept, and different. Amend it on its page with a reason, or give "
        "it another code in the file.",
    )


def _trace(by: User, verb: str, number: int, *, rows: int) -> None:
    record(
        by=by,
        verb=verb,
        subject=f"programme_activity:{number}",
        organisation=by.organisation_id,
        detail={"rows": rows},
    )
