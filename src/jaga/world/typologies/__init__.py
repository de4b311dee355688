"""The injected typologies, in the order in which they are cast. Append; never insert."""

from jaga.world.scene import Scheme
from jaga.world.typologies import (
    child_extortion_burst,
    child_receiving,
    facilitator_gather_split,
    payer_many_receivers,
    prolific_small_payer,
    receiver_fan_in_cash_out,
)

SCHEMES: tuple[Scheme, ...] = (
    payer_many_receivers.SCHEME,
    prolific_small_payer.SCHEME,
    receiver_fan_in_cash_out.SCHEME,
    facilitator_gather_split.SCHEME,
    child_extortion_burst.SCHEME,
    child_receiving.SCHEME,
)
