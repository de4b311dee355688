"""Ordinary life, in the order in which it is written."""

from jaga.world.life import family, retries, spending, work
from jaga.world.scene import Scene

STREAMS = (spending.draw, family.draw, work.draw)


def draw(scene: Scene) -> None:
    """Everything that happens whether or not anybody does harm."""
    for write in STREAMS:
        write(scene)
    retries.draw(scene.named("life/retries"))
