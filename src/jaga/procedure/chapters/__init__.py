"""The chapters in the order of the procedure, one file each. Listed by hand to be read."""

from collections.abc import Callable

from jaga.pages.document import Block
from jaga.procedure.chapters import (
    forms,
    handling,
    innocent,
    lists,
    monitoring,
    people,
    protection,
    purpose,
    records,
)
from jaga.procedure.setting import Setting

CHAPTERS: tuple[Callable[[Setting], list[Block]], ...] = (
    purpose.blocks,
    monitoring.blocks,
    people.blocks,
    handling.blocks,
    protection.blocks,
    innocent.blocks,
    lists.blocks,
    records.blocks,
    monitoring.catalogue,
    forms.blocks,
)
