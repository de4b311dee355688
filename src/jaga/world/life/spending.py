"""Everyday spending of people at home: one row of a table for each habit."""

from dataclasses import dataclass

import numpy as np

from jaga.world.book import Entries
from jaga.world.draw import lognormal
from jaga.world.rails import PURPOSE, RAIL, seconds
from jaga.world.randomness import Array
from jaga.world.scene import Scene


@dataclass(frozen=True)
class Habit:
    """How often and how much: payments a month, median rupiah, spread, hours, whom, which rail."""

    name: str
    monthly: float
    ages: tuple[int, int]
    median: int
    sigma: float
    hours: str
    payee: str  # merchants, agents, or a platform
    rail: str
    mcc: int
    purse: str  # wallet, bank or main
    purpose: str = ""
    weekend: float = 1.0
    feast: float = 1.0
    rounds: float = 0.4


# Rates and amounts are invented, of the order an Indonesian household would know.
HABITS = (
    Habit("groceries", 5.0, (18, 80), 68_000, 0.8, "day", "merchants", "qris", 5411, "main",
          "GDDS", 1.3, 2.2),
    Habit("food", 6.0, (13, 70), 28_000, 0.6, "evening", "merchants", "qris", 5812, "wallet",
          "GDDS", 1.3, 0.8),
    Habit("card", 1.2, (21, 75), 260_000, 0.9, "day", "merchants", "card", 5311, "bank", "GDDS",
          1.4, 2.0, 0.2),
    Habit("transport", 3.4, (14, 65), 19_000, 0.5, "commute", "ride", "e_wallet", 4121, "wallet",
          "SCVE", 0.7, 0.8, 0.6),
    Habit("pulsa", 1.3, (12, 75), 42_000, 0.7, "evening", "telco", "airtime", 4814, "wallet",
          "MTUP", 1.0, 1.2, 0.95),
    Habit("counter", 0.5, (12, 75), 30_000, 0.6, "day", "agents", "airtime", 4814, "main",
          "MTUP", 1.0, 1.2, 0.95),
    Habit("bills", 1.4, (24, 80), 240_000, 0.8, "office", "utility", "bank_transfer", 4900,
          "bank", "UBIL", 0.8, 1.0, 0.2),
    Habit("shopping", 2.2, (16, 65), 110_000, 0.9, "evening", "shop", "e_wallet", 5399, "wallet",
          "GDDS", 1.2, 2.4, 0.1),
    Habit("games", 1.6, (10, 24), 32_000, 0.8, "evening", "game", "game_topup", 5816, "wallet",
          "", 1.5, 1.4, 0.8),
    Habit("games-adult", 0.15, (25, 50), 60_000, 0.9, "night", "game", "game_topup", 5816,
          "wallet", "", 1.5, 1.0, 0.8),
    Habit("cash-out", 1.5, (17, 80), 450_000, 0.9, "day", "agents", "cash_out", 6011, "bank", "",
          1.1, 2.2, 0.97),
    Habit("asset", 0.12, (19, 45), 180_000, 1.1, "night", "asset", "virtual_asset", 6051, "bank",
          "", 1.0, 0.7, 0.7),
    Habit("tickets", 0.12, (16, 45), 320_000, 0.7, "evening", "ticket", "e_wallet", 7922,
          "wallet", "SCVE", 1.3, 0.6, 0.3),
    Habit("prepaid", 0.12, (15, 60), 100_000, 0.6, "evening", "shop", "prepaid", 5815, "wallet",
          "", 1.2, 1.3, 0.95),
    Habit("apps", 0.12, (14, 50), 45_000, 0.6, "evening", "game", "card", 5817, "bank", "", 1.1,
          1.0, 0.3),
    Habit("network", 0.03, (16, 50), 60_000, 0.5, "evening", "game", "card", 4816, "bank", "",
          1.0, 1.0, 0.3),
    Habit("software", 0.015, (18, 55), 350_000, 0.7, "day", "game", "card", 5734, "bank", "GDDS",
          0.8, 0.8, 0.2),
    Habit("flights", 0.05, (20, 65), 1_100_000, 0.5, "evening", "ticket", "card", 4511, "bank",
          "SCVE", 1.0, 2.5, 0.1),
    Habit("lodging", 0.05, (20, 65), 380_000, 0.6, "day", "merchants", "card", 7011, "bank",
          "SCVE", 1.8, 1.6, 0.3),
    Habit("beauty", 0.15, (16, 60), 90_000, 0.6, "day", "merchants", "qris", 7230, "wallet",
          "SCVE", 1.6, 1.5, 0.6),
    Habit("adverts", 0.02, (20, 55), 100_000, 0.6, "evening", "shop", "card", 7311, "bank", "",
          1.0, 1.0, 0.7),
    Habit("dating", 0.02, (18, 45), 60_000, 0.6, "night", "shop", "e_wallet", 7273, "wallet", "",
          1.2, 0.8, 0.5),
    Habit("jewellery", 0.02, (22, 65), 900_000, 0.8, "day", "merchants", "card", 5944, "bank",
          "GDDS", 1.3, 2.0, 0.3),
)  # fmt: skip


def draw(scene: Scene) -> None:
    """Every habit of every person who has it."""
    for habit in HABITS:
        _draw_habit(scene.named(f"life/spending/{habit.name}"), habit)


def _draw_habit(scene: Scene, habit: Habit) -> None:
    rng, people = scene.rng, scene.people
    owners = people.owner_main[np.unique(people.owner[people.where(people.between(*habit.ages))])]
    activity = rng.gamma(1.8, 1 / 1.8, len(owners))
    counts = rng.poisson(habit.monthly * scene.spec.days / 30 * activity)
    payer = np.repeat(owners, counts)
    taste = lognormal(rng, len(owners), 1.0, 0.35)
    n = len(payer)
    weights = scene.calendar.weights(habit.weekend, habit.feast, payday=1.3)
    scene.write("spent", Entries(
        day=scene.calendar.draw(rng, n, weights),
        second=seconds(rng, habit.hours, n),
        debtor=_purse(scene, payer, habit.purse),
        creditor=_payee(scene, payer, habit.payee),
        amount=lognormal(rng, n, habit.median * np.repeat(taste, counts), habit.sigma),
        rail=RAIL[habit.rail], purpose=PURPOSE[habit.purpose], mcc=habit.mcc,
        round_share=habit.rounds,
    ))  # fmt: skip


def _purse(scene: Scene, payer: Array, purse: str) -> Array:
    if purse == "wallet":
        return scene.people.wallet_of(payer)
    return scene.people.bank_of(payer) if purse == "bank" else payer


def _payee(scene: Scene, payer: Array, payee: str) -> Array:
    if payee == "merchants":
        return scene.merchants.pick(scene.rng, scene.people.province[payer])
    if payee == "agents":
        return scene.agents.pick(scene.rng, scene.people.province[payer])
    return scene.platform(payee, len(payer))
