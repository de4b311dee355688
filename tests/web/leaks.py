"""Everything sealed while the web tests run, looked for in what the site logged and chained.

Nothing has to be planted by hand: each value that a sealed field stores is a personal value, and
none of them may stand in a log line or in an audit event of the whole run.
"""

import json
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.db.models.signals import post_save

from jaga_web.audit.models import Event
from jaga_web.logs import Quiet
from jaga_web.sealing import SealedTextField
from jaga_web.vault import KeyedTextField

# Shorter values are numbers and codes, which stand in any line by chance.
SHORTEST = 8
# What the tests of this very watch let leak.
PLANTED = "Bocor yang ditanam"


class Watch(logging.Handler):
    """Sealed values and written lines of one run; a logging handler like the site's own."""

    def __init__(self) -> None:
        super().__init__()
        self.setFormatter(Quiet("%(message)s"))
        self.sealed: set[str] = set()
        self.lines: set[str] = set()

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the line as the site would have written it."""
        self.lines.add(self.format(record))

    def saw(self, value: Any) -> None:
        """A value on its way into a sealed field; of a table of facts, each text in it."""
        if not isinstance(value, str):
            return
        try:
            parts = json.loads(value)
        except ValueError:
            parts = value
        self.sealed.update(text for text in _texts(parts) if len(text) >= SHORTEST)

    def chained(self, instance: Event, **_: Any) -> None:
        """An audit event: its subject and details are lines too."""
        self.lines.add(f"{instance.subject} {json.dumps(instance.detail, ensure_ascii=False)}")

    def leaks(self, *, planted: bool = False) -> list[str]:
        """Lines that hold a sealed value; those that were planted only when asked for."""
        return sorted(
            line
            for line in self.lines
            if (PLANTED in line) is planted and any(value in line for value in self.sealed)
        )


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _texts(one)


@contextmanager
def watching() -> Iterator[Watch]:
    """Watch every sealed field, log line and audit event until the end of the block."""
    watch = Watch()
    sealed, keyed = SealedTextField.get_db_prep_value, KeyedTextField.pre_save

    def prepared(field: SealedTextField, value: Any, *rest: Any, **options: Any) -> Any:
        watch.saw(value)
        return sealed(field, value, *rest, **options)

    def saved(field: KeyedTextField, row: Any, add: bool) -> Any:
        watch.saw(getattr(row, field.attname))
        return keyed(field, row, add)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(SealedTextField, "get_db_prep_value", prepared)
        patch.setattr(KeyedTextField, "pre_save", saved)
        post_save.connect(watch.chained, sender=Event)
        logging.getLogger().addHandler(watch)
        try:
            yield watch
        finally:
            logging.getLogger().removeHandler(watch)
            post_save.disconnect(watch.chained, sender=Event)
