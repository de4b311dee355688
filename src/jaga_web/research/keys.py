"""Keys of surveys: made with their rows, destroyed once the rows are gone for good."""

from functools import partial

from django.db import transaction

from jaga_web import vault


def destroy_later(name: str) -> None:
    """Destroy a key when this transaction has held, so that no undone act loses one.

    A crash in between leaves a key that no row names, which `sweep_keys` finds.
    """
    transaction.on_commit(partial(vault.destroy, name), robust=True)
