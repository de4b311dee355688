"""Every typology, one file each. The list is written by hand so that it can be read."""

from jaga.screening.indicators import INDICATORS
from jaga.screening.model import Typology
from jaga.screening.typologies import (
    child_extortion_burst,
    child_receiving,
    facilitator_gather_split,
    payer_many_receivers,
    prolific_small_payer,
    receiver_fan_in_cash_out,
)

_FILES = (
    payer_many_receivers,
    prolific_small_payer,
    receiver_fan_in_cash_out,
    facilitator_gather_split,
    child_extortion_burst,
    child_receiving,
)

TYPOLOGIES: dict[str, Typology] = {file.TYPOLOGY.id: file.TYPOLOGY for file in _FILES}

for _typology in TYPOLOGIES.values():
    _typology.check(INDICATORS)
