"""What lies around an alert and can lower its place in the queue, one file each.

The list is written by hand so that it can be read.
"""

from jaga.screening.circumstances import (
    declared_purposes,
    night_share,
    steady_others,
    unlikely_remarks_share,
)
from jaga.screening.circumstances.model import Circumstance

_FILES = (unlikely_remarks_share, night_share, steady_others, declared_purposes)

CIRCUMSTANCES: dict[str, Circumstance] = {
    file.CIRCUMSTANCE.id: file.CIRCUMSTANCE for file in _FILES
}
