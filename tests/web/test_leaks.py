"""The watch over logs and chain would notice a leak; conftest keeps it over the whole run."""

import logging

from tests.web.leaks import PLANTED, watching

from jaga_web.audit.actions import record


def test_a_sealed_value_in_a_log_line_is_noticed(person):
    with watching() as watch:
        person("researcher", name="seseorang", display_name=PLANTED)
        logging.getLogger("jaga").warning("could not greet " + PLANTED)
        logging.getLogger("jaga").warning("could not greet %s", PLANTED)
    assert PLANTED in watch.sealed
    # The second line is written without its arguments, as everywhere.
    assert [line.endswith("greet " + PLANTED) for line in watch.leaks(planted=True)] == [True]


def test_a_sealed_value_in_the_audit_chain_is_noticed(person, db):
    from django.db import transaction

    with watching() as watch, transaction.atomic():
        someone = person("researcher", name="seseorang", display_name=PLANTED)
        record(
            by=someone,
            verb="people.signed_in",
            subject=f"user:{someone.pk}",
            organisation=None,
            detail={"name": PLANTED},
        )
    assert len(watch.leaks(planted=True)) == 1
