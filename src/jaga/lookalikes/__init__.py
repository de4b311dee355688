"""The library of look-alikes: innocent lives that resemble harm from outside.

Each is described here once. The invented country draws its payments under the same name, and the
questions of screening name it, so that whoever reads an alert sees what to check. Sources of the
names: the look-alike columns of the public indicator catalogue (see docs/explanation).
"""

from jaga.errors import JagaError
from jaga.lookalikes import paying, receiving, tokens, young
from jaga.lookalikes.model import Ceiling, Known
from jaga.words import Text

__all__ = ["LOOK_ALIKES", "Ceiling", "Known", "known"]

LOOK_ALIKES: dict[str, Known] = {
    each.name: each for each in (*paying.KNOWN, *receiving.KNOWN, *young.KNOWN, *tokens.KNOWN)
}


def known(name: str) -> Known:
    """The look-alike called `name`; an error when the library has none."""
    try:
        return LOOK_ALIKES[name]
    except KeyError:
        raise JagaError(
            Text(
                f"Pola mirip {name} tidak ada di pustaka. Tambahkan di jaga/lookalikes.",
                f"There is no look-alike {name} in the library. Add it in jaga/lookalikes.",
            )
        ) from None
