"""Every typology, one file each. The list is written by hand so that it can be read."""

from jaga.screening.indicators import INDICATORS
from jaga.screening.model import Typology
from jaga.screening.typologies import (
    child_extortion_burst,
    child_receiving,
    child_turned_collector,
    facilitator_gather_split,
    organiser_spend,
    payer_many_receivers,
    payer_virtual_asset,
    prolific_small_payer,
    receiver_airtime_gifts,
    receiver_fan_in_cash_out,
    receiver_paid_group,
    travelling_payer,
    young_extortion_receiver,
)

_FILES = (
    payer_many_receivers,
    prolific_small_payer,
    receiver_fan_in_cash_out,
    facilitator_gather_split,
    child_extortion_burst,
    child_receiving,
    payer_virtual_asset,
    travelling_payer,
    receiver_paid_group,
    receiver_airtime_gifts,
    young_extortion_receiver,
    organiser_spend,
    child_turned_collector,
)

TYPOLOGIES: dict[str, Typology] = {file.TYPOLOGY.id: file.TYPOLOGY for file in _FILES}

for _typology in TYPOLOGIES.values():
    _typology.check(INDICATORS)
