"""Refused payments that people try again, as anybody does."""

import numpy as np

from jaga.world.book import REJECTED, Entries, concatenate
from jaga.world.injection import local_clock
from jaga.world.people import PERSON
from jaga.world.scene import Scene
from jaga.world.traces import another_rail

TRIED_AGAIN = 0.4  # of refused payments of persons; invented


def draw(scene: Scene) -> None:
    """The same amount to the same payee on another rail, within the hour; reads the life above."""
    batches, rng = scene.book.batches, scene.rng
    at = [np.flatnonzero(rows["status"] == REJECTED) for rows in batches]
    names = ("t", "debtor", "creditor", "idr", "rail", "mcc")
    refused = {
        name: concatenate(rows[name][hit] for rows, hit in zip(batches, at, strict=True))
        for name in names
    }
    again = scene.people.kind[refused["debtor"]] == PERSON
    again &= rng.random(len(again)) < TRIED_AGAIN
    rows = {name: refused[name][again].astype(np.int64) for name in names}
    debtor, n = rows["debtor"], int(again.sum())
    day, second = local_clock(scene, debtor, rows["t"] // 60 + rng.integers(1, 50, n))
    scene.write("again", Entries(
        day=day, second=second, debtor=debtor, creditor=rows["creditor"], amount=rows["idr"],
        rail=another_rail(rows["rail"]), mcc=rows["mcc"], round_share=0.0,
    ))  # fmt: skip
