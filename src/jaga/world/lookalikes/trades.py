"""Small trades that take many small payments or pass money on: food, resale, guiding, selling."""

import numpy as np

from jaga.world.book import Entries
from jaga.world.draw import lognormal, repeat
from jaga.world.injection import local_clock
from jaga.world.innocent import Purchase, buy, collect, pay_out
from jaga.world.people import People
from jaga.world.rails import seconds
from jaga.world.randomness import Array
from jaga.world.scene import LookAlike, Parameter, Parameters, Scene

FOOD = Parameters((
    Parameter("monthly", (20, 90), "payments", "plates sold in the evening"),
    Parameter("median", (12_000, 60_000), "rupiah", "a plate or two"),
    Parameter("moved", 0.85, "share", "of takings spent at the morning market"),
))  # fmt: skip
RESELLER = Parameters((
    Parameter("monthly", (8, 40), "payments", "orders by message"),
    Parameter("median", (80_000, 600_000), "rupiah", "an order"),
    Parameter("margin", (0.05, 0.25), "share", "kept of each order"),
))  # fmt: skip
SUB_AGENT = Parameters((
    Parameter("monthly", (10, 45), "payments", "people who want to send money on"),
    Parameter("median", (150_000, 1_500_000), "rupiah", "what they send"),
    Parameter("margin", (0.01, 0.04), "share", "the agent's fee"),
))  # fmt: skip
EVENT = Parameters((
    Parameter("monthly", (12, 50), "payments", "entries and stalls before the event"),
    Parameter("median", (35_000, 350_000), "rupiah", "an entry"),
    Parameter("crew", (4, 12), "people", "helpers, artists, suppliers who are paid after"),
))  # fmt: skip
SALES = Parameters((
    Parameter("monthly", (4, 20), "payments", "customers who pay a deposit"),
    Parameter("median", (200_000, 2_000_000), "rupiah", "a deposit"),
    Parameter("nights", (3, 10), "nights a month", "in towns of the round"),
    Parameter("rides", (8, 30), "rides a month", "between customers"),
))  # fmt: skip
GUIDE = Parameters((
    Parameter("monthly", (4, 25), "payments", "guests who pay for a tour"),
    Parameter("median", (250_000, 2_500_000), "rupiah", "a day for two"),
    Parameter("rooms", (2, 12), "nights a month", "booked for guests"),
    Parameter("rides", (4, 20), "rides a month", "with guests"),
    Parameter("adverts", (0, 4), "payments a month", "to be found by guests"),
))  # fmt: skip
ADVERTISER = Parameters((
    Parameter("monthly", (10, 50), "payments", "orders of a shop run from home"),
    Parameter("median", (50_000, 400_000), "rupiah", "an order"),
    Parameter("adverts", (4, 20), "payments a month", "the same small budget again and again"),
))  # fmt: skip
GROWING = Parameters((
    Parameter("people", (2, 8), "people", "craftspeople and suppliers"),
    Parameter("gap", (2, 12), "days", "between purchases, shorter with time"),
    Parameter("median", (100_000, 900_000), "rupiah", "a purchase, larger with time"),
))  # fmt: skip
REMOTE = Parameters((
    Parameter("monthly", (1, 6), "payments", "a client or two abroad"),
    Parameter("median", (1_500_000, 6_000_000), "rupiah", "a milestone"),
    Parameter("tools", (0.5, 2.5), "purchases a month", "network services and applications"),
    Parameter("assets", (0, 1.2), "purchases a month", "software, and a little virtual asset"),
))  # fmt: skip


def working(people: People) -> Array:
    """Adults of working age at home."""
    return people.between(20, 58).astype(float)


def _food(scene: Scene, subjects: Array) -> None:
    rows = collect(scene, subjects, FOOD, "night", round_share=0.6)
    pay_out(scene, rows, FOOD.of("moved").high, hours=6, cash=0.5)


def _pass_on(scene: Scene, subjects: Array, parameters: Parameters, pool: Array) -> None:
    """Each payment goes on the same day, less a margin, to one of a few partners."""
    rng, n = scene.rng, len(subjects)
    rows = collect(scene, subjects, parameters, "day", round_share=0.5)
    index = np.zeros(len(scene.people), dtype=np.int64)
    index[subjects] = np.arange(n)
    margin = parameters.of("margin").even(rng, n)
    account, total = rows["creditor"].astype(np.int64), len(rows["t"])
    few = pool[rng.integers(0, len(pool), (n, 5))]
    minute = rows["t"].astype(np.int64) // 60 + rng.integers(10, 1200, total)
    day, second = local_clock(scene, account, minute)
    scene.write("passed-on", Entries(
        day=day, second=second, debtor=account,
        creditor=few[index[account], rng.integers(0, 5, total)],
        amount=rows["idr"] * (1 - margin[index[account]]), round_share=0.2,
    ))  # fmt: skip


def _resell(scene: Scene, subjects: Array) -> None:
    _pass_on(scene, subjects, RESELLER, scene.strangers)


def _forward(scene: Scene, subjects: Array) -> None:
    _pass_on(scene, subjects, SUB_AGENT, scene.people.bank_of(scene.strangers))


def _event(scene: Scene, subjects: Array) -> None:
    """Entries of young people, then wages for the crew on two or three days."""
    rng, people, n = scene.rng, scene.people, len(subjects)
    young = people.wallet_of(people.where(people.between(15, 28)))
    rows = collect(scene, subjects, EVENT, "evening", pool=young, round_share=0.9)
    crew = EVENT.of("crew").whole(rng, n)
    income = np.bincount(rows["creditor"], weights=rows["idr"], minlength=len(people))[subjects]
    row, nth = repeat(crew * 2)
    paid_on = rng.integers(5, max(6, scene.spec.days - 2), (n, 2))
    scene.write("crew", Entries(
        day=paid_on[row, nth % 2], second=seconds(rng, "night", len(row)), debtor=subjects[row],
        creditor=young[(subjects[row] * 7 + nth // 2 * 13) % len(young)],
        amount=lognormal(rng, len(row), (income * 0.35 / crew)[row] + 20_000, 0.2),
        round_share=0.9,
    ))  # fmt: skip


def _sell(scene: Scene, subjects: Array) -> None:
    collect(scene, subjects, SALES, "office", round_share=0.7)
    rooms, rides = SALES.of("nights"), SALES.of("rides")
    buy(scene, subjects, Purchase("rooms", "merchants", rooms, 350_000, 7011))
    buy(scene, subjects, Purchase("rides", "ride", rides, 35_000, 4121, "e_wallet"))


def _guide(scene: Scene, subjects: Array) -> None:
    guests = np.concatenate([scene.strangers[::3], scene.foreigners])
    collect(scene, subjects, GUIDE, "day", pool=guests, round_share=0.8)
    buy(scene, subjects, Purchase("rooms", "merchants", GUIDE.of("rooms"), 400_000, 7011))
    rides, adverts = GUIDE.of("rides"), GUIDE.of("adverts")
    buy(scene, subjects, Purchase("rides", "ride", rides, 60_000, 4121, "e_wallet", "day"))
    buy(scene, subjects, Purchase("adverts", "shop", adverts, 100_000, 7311))


def _advertise(scene: Scene, subjects: Array) -> None:
    rows = collect(scene, subjects, ADVERTISER, "evening", round_share=0.2)
    pay_out(scene, rows, 0.6, hours=40)
    adverts = ADVERTISER.of("adverts")
    buy(scene, subjects, Purchase("adverts", "shop", adverts, 75_000, 7311, spread=0.05))


def _grow(scene: Scene, subjects: Array) -> None:
    """Purchases from the same suppliers, larger and closer together as the shop grows."""
    rng, n = scene.rng, len(subjects)
    gap, median = GROWING.of("gap").log(rng, n), GROWING.of("median").log(rng, n)
    row, nth = repeat(np.maximum(4, scene.spec.days / gap).astype(np.int64))
    last = np.maximum(4, scene.spec.days / gap)[row]
    part = nth / last
    few = scene.strangers[rng.integers(0, len(scene.strangers), (n, 8))]
    many = GROWING.of("people").whole(rng, n)
    scene.write("supplies", Entries(
        day=(scene.spec.days * part**0.75).astype(np.int64),
        second=seconds(rng, "day", len(row)), debtor=subjects[row],
        creditor=few[row, (rng.random(len(row)) * many[row]).astype(np.int64)],
        amount=lognormal(rng, len(row), median[row] * (0.6 + part), 0.3), round_share=0.4,
    ))  # fmt: skip


def _remote(scene: Scene, subjects: Array) -> None:
    """Clients abroad, tools of the trade, and a little of the income in virtual assets."""
    collect(scene, subjects, REMOTE, "office", pool=scene.foreigners, round_share=0.6)
    tools, assets = REMOTE.of("tools"), REMOTE.of("assets")
    buy(scene, subjects, Purchase("network", "game", tools, 65_000, 4816))
    buy(scene, subjects, Purchase("software", "game", assets, 350_000, 5734))
    buy(scene, subjects, Purchase("apps", "game", tools, 60_000, 5817))
    buy(scene, subjects, Purchase("asset", "asset", assets, 700_000, 6051, "virtual_asset"))


PATTERNS = (
    LookAlike("food_seller", FOOD, working, _food),
    LookAlike("reseller", RESELLER, working, _resell),
    LookAlike("sub_agent", SUB_AGENT, working, _forward),
    LookAlike("event_organiser", EVENT, working, _event),
    LookAlike("sales_rep", SALES, working, _sell),
    LookAlike("tour_guide", GUIDE, working, _guide),
    LookAlike("small_advertiser", ADVERTISER, working, _advertise),
    LookAlike("growing_business", GROWING, working, _grow),
    LookAlike("remote_worker", REMOTE, working, _remote),
)
