"""What every action on a case shares: the row as it is now, refusals, and the trace."""

from collections.abc import Mapping

from jaga.casework import forms
from jaga_web.audit.actions import record
from jaga_web.cases.models import Case
from jaga_web.people.models import User
from jaga_web.refusing import must_explain, refuse


def locked(case: Case) -> Case:
    """The case as it is now, locked until the transaction ends."""
    return Case.objects.select_for_update().get(pk=case.pk)


def must_be_open(case: Case) -> None:
    """Refuse to change a closed case."""
    if case.status != Case.OPEN:
        raise refuse(
            "Kasus ini sudah ditutup. Muat ulang halamannya.",
            "This case is closed already. Load its page again.",
        )


def reasoned(reason: str) -> str:
    """The reason without blanks around it; too short a one is refused."""
    return must_explain(reason)[: forms.LONGEST]


def one_of(name: str, code: str) -> str:
    """The code, which must be in the list of choices."""
    if code not in forms.choices(name):
        raise refuse("Pilih alasannya dari daftar.", "Choose the reason from the list.")
    return code


def checked(
    section: str, values: Mapping[str, str], open_choices: Mapping[str, object] | None = None
) -> dict[str, str]:
    """The answers of an event, each as it is kept; needed ones must be there."""
    found = {
        asked.name: forms.check(asked, values.get(asked.name, ""), open_choices)
        for asked in forms.questions(section)
        if asked.choices not in forms.OPEN_LISTS
    }
    for asked in forms.questions(section):
        if asked.needed and not found[asked.name]:
            raise refuse(f"Jawab: {asked.label.id}.", f"Answer: {asked.label.en}.")
    return found


def trace(by: User, verb: str, case: Case, **detail: str | int) -> None:
    """The event of an act on a case; call it last."""
    record(
        by=by,
        verb=verb,
        subject=f"case:{case.pk}",
        organisation=case.organisation_id,
        detail=detail,
    )
