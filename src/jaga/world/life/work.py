"""Salaries, holiday allowance, and what businesses pay each other."""

import numpy as np

from jaga.world.book import Entries
from jaga.world.draw import lognormal
from jaga.world.people import AGENT, BUSINESS
from jaga.world.rails import PURPOSE, RAIL, seconds
from jaga.world.randomness import Array
from jaga.world.scene import Scene


def draw(scene: Scene) -> None:
    """Wages monthly, the holiday allowance (THR) before Idul Fitri, and suppliers."""
    _wages(scene.named("life/wages"))
    _suppliers(scene.named("life/suppliers"))


def _wages(scene: Scene) -> None:
    rng, people = scene.rng, scene.people
    owners = np.flatnonzero(people.owner_employer >= 0)
    wage = lognormal(rng, len(owners), 4.2e6, 0.45)
    payday = people.owner_employer[owners] % 6 + 23  # each employer keeps its own day
    for day_of_month in range(23, 29):
        who = np.flatnonzero(payday == day_of_month)
        for day in scene.calendar.paydays(day_of_month):
            _pay(scene, f"wage/{day}", owners[who], wage[who], np.full(len(who), day), "SALA")
    distance = scene.calendar.holiday_distance()
    for feast in np.flatnonzero(distance == 0):
        day = int(feast) - rng.integers(7, 15, len(owners))
        _pay(scene, f"thr/{feast}", owners, wage, day, "BONU")


def _pay(scene: Scene, part: str, owners: Array, wage: Array, day: Array, purpose: str) -> None:
    rng, people, n = scene.rng, scene.people, len(owners)
    scene.write(part, Entries(
        day=day, second=seconds(rng, "payroll", n), debtor=people.owner_employer[owners],
        creditor=people.owner_bank[owners], amount=wage * rng.normal(1, 0.03, n).clip(0.8, 1.2),
        rail=RAIL["bank_transfer"], purpose=PURPOSE[purpose], remark=1, round_share=0.05,
    ))  # fmt: skip


def _suppliers(scene: Scene) -> None:
    """Businesses pay suppliers in office hours; counters buy their stock from telcos."""
    rng, people = scene.rng, scene.people
    payers = people.where((people.kind == BUSINESS) | (people.kind == AGENT))
    counts = rng.poisson(6 * scene.spec.days / 30 * rng.gamma(1, 1, len(payers)))
    payer = np.repeat(payers, counts)
    n = len(payer)
    other = scene.merchants.pick(rng, people.province[payer])
    stock = people.kind[payer] == AGENT
    scene.write("paid", Entries(
        day=scene.calendar.draw(rng, n, scene.calendar.weights(0.4, 1.5)),
        second=seconds(rng, "office", n), debtor=payer,
        creditor=np.where(stock, scene.platform("telco", n), other),
        amount=lognormal(rng, n, 2.2e6, 1.1), rail=RAIL["bank_transfer"],
        purpose=PURPOSE["GDDS"], round_share=0.2,
    ))  # fmt: skip
