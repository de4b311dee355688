"""The named look-alikes, in the order in which they are cast. Append; never insert."""

from jaga.world.lookalikes import (
    arisan,
    birthday,
    boarding_house,
    charity,
    concert_tickets,
    driver,
    freelancer,
    game_trader,
    migrant_family,
    online_shop,
    pulsa_counter,
    salary_payer,
    school_treasurer,
    streamer,
    student_sponsor,
    weekly_allowance,
    young_gamer,
)
from jaga.world.scene import LookAlike

LOOK_ALIKES: tuple[LookAlike, ...] = (
    migrant_family.PATTERN,
    arisan.PATTERN,
    online_shop.PATTERN,
    pulsa_counter.PATTERN,
    school_treasurer.PATTERN,
    freelancer.PATTERN,
    streamer.PATTERN,
    charity.PATTERN,
    driver.PATTERN,
    salary_payer.PATTERN,
    weekly_allowance.PATTERN,
    student_sponsor.PATTERN,
    game_trader.PATTERN,
    birthday.PATTERN,
    young_gamer.PATTERN,
    concert_tickets.PATTERN,
    boarding_house.PATTERN,
)
