"""The injected typologies, in the order in which they are cast. Append; never insert."""

from jaga.world.scene import Scheme
from jaga.world.typologies import (
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

SCHEMES: tuple[Scheme, ...] = (
    payer_many_receivers.SCHEME,
    prolific_small_payer.SCHEME,
    receiver_fan_in_cash_out.SCHEME,
    facilitator_gather_split.SCHEME,
    child_extortion_burst.SCHEME,
    child_receiving.SCHEME,
    child_turned_collector.SCHEME,
    payer_virtual_asset.SCHEME,
    receiver_paid_group.SCHEME,
    receiver_airtime_gifts.SCHEME,
    travelling_payer.SCHEME,
    organiser_spend.SCHEME,
    young_extortion_receiver.SCHEME,
)
