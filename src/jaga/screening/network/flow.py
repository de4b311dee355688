"""Flow-through: how much of the money that came was passed on in time, and how much was kept."""

from collections import deque
from collections.abc import Iterable

from jaga.screening.network.model import Flow

Moment = tuple[int, int, int]
"""Epoch second, rupiah that came, rupiah that went."""


def flow(moments: Iterable[Moment], window: int, until: int) -> Flow:
    """What became of the money, first in, first out; `window` and `until` in seconds.

    Money that goes is taken from the oldest money that came at most `window` earlier. What
    nobody took is kept (what was bought in a shop is: it was not passed on), or still open when
    its window ends after `until`. Money in an account has no marks: first in, first out is a
    convention, written down so that two people reckon alike.
    """
    waiting: deque[list[int]] = deque()
    came_in = passed = kept = 0
    # Of one second, what came goes first: money may leave in the second it came.
    for t, came, went in sorted(moments, key=lambda one: (one[0], -one[1])):
        while waiting and waiting[0][0] < t - window:
            kept += waiting.popleft()[1]
        if came:
            came_in += came
            waiting.append([t, came])
        while went and waiting:
            taken = min(went, waiting[0][1])
            passed, went = passed + taken, went - taken
            waiting[0][1] -= taken
            if not waiting[0][1]:
                waiting.popleft()
    kept += sum(rest for t, rest in waiting if t + window <= until)
    return Flow(came_in, passed, kept, came_in - passed - kept)
