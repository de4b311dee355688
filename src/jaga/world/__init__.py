"""The invented country: payments of people who do not exist, with the truth beside them."""

from jaga.world.simulate import simulate
from jaga.world.spec import FORMATS, SHIFTS, Summary, WorldSpec

__all__ = ["FORMATS", "SHIFTS", "Summary", "WorldSpec", "simulate"]
