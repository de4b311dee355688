"""Invented releases (rekaan) of an organisation, proposed and published by invented people."""

from datetime import date
from itertools import product

from django.contrib.auth.hashers import make_password
from tests.releasing import cube, draft

from jaga_web.people.models import Organisation, User
from jaga_web.releases import release_actions as actions

AGES, SEXES = ("0-11", "12-14", "15-17"), ("girl", "boy")
COUNTS = (3, 20, 30, 40, 12, 60)
REASON = "Alasan rekaan yang cukup panjang untuk uji."
PASTED = {
    "kind": "pasted", "title_id": "Anak rekaan", "title_en": "Invented children",
    "measure": "children served", "population": "unit rekaan", "unit": "children",
    "definition_id": "Rekaan.", "definition_en": "Invented.", "source_id": "Rekaan",
    "source_en": "Invented", "first": "2026-01-01", "last": "2026-06-30", "as_of": "2026-07-01",
    "counts": "age,sex,count\n" + "".join(
        f"{age},{sex},{COUNTS[n]}\n" for n, (age, sex) in enumerate(product(AGES, SEXES))
    ),
}  # fmt: skip


def someone(organisation: Organisation, role: str) -> User:
    return User.objects.get_or_create(
        username=f"releases-{role}-{organisation.pk}",
        defaults={
            "display_name": "Orang Contoh", "organisation": organisation, "roles": [role],
            "password": make_password("x"),
        },
    )[0]  # fmt: skip


def proposal(organisation, counts=COUNTS, *, table=None, by=None, day=date(2026, 7, 1), **more):
    table = table or cube("umur", {"age": AGES, "sex": SEXES}, counts)
    return actions.propose(
        draft=draft(table, as_of=day, **more),
        source="pasted",
        by=by or someone(organisation, "researcher"),
    )


def release(organisation, counts=COUNTS, **more):
    """The number of a published one."""
    return actions.approve(
        proposal=proposal(organisation, counts, **more),
        by=someone(organisation, "data_protection_officer"),
    )
