"""The named look-alikes, in the order in which they are cast. Append; never insert."""

from jaga.world.lookalikes import arisan, migrant_family, online_shop
from jaga.world.scene import LookAlike

LOOK_ALIKES: tuple[LookAlike, ...] = (
    migrant_family.PATTERN,
    arisan.PATTERN,
    online_shop.PATTERN,
)
