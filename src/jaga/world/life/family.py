"""Money between people who know each other, at home and from abroad."""

import numpy as np

from jaga.world.book import Entries
from jaga.world.draw import lognormal
from jaga.world.people import PERSON
from jaga.world.rails import PURPOSE, RAIL, seconds
from jaga.world.randomness import Array
from jaga.world.scene import Scene


def draw(scene: Scene) -> None:
    """Relatives, friends, own wallets, and the ordinary remittance to one relative."""
    _relatives(scene.named("life/relatives"))
    _friends(scene.named("life/friends"))
    _own_wallet(scene.named("life/own-wallet"))
    _cash_in(scene.named("life/cash-in"))
    _remittances(scene.named("life/remittances"))
    _visitors(scene.named("life/visitors"))
    _top_ups(scene.named("life/family-top-ups"))


def _owners(scene: Scene, low: int, high: int) -> Array:
    people = scene.people
    owners = np.unique(people.owner[people.where(people.between(low, high))])
    return np.asarray(people.owner_main[owners])


def _counts(scene: Scene, owners: Array, monthly: float) -> Array:
    activity = scene.rng.gamma(1.2, 1 / 1.2, len(owners))
    return scene.rng.poisson(monthly * scene.spec.days / 30 * activity)


def _relatives(scene: Scene) -> None:
    """Adults send to the same few relatives, more before the feast."""
    rng, people = scene.rng, scene.people
    owners = _owners(scene, 19, 75)
    payer = np.repeat(owners, _counts(scene, owners, 2.0))
    n = len(payer)
    column = np.minimum(rng.integers(0, 6, n), 3)
    kin = people.owner_kin[people.owner[payer], column]
    kin = np.where(kin < 0, people.owner_kin[people.owner[payer], 2], kin)
    scene.write("sent", Entries(
        day=scene.calendar.draw(rng, n, scene.calendar.weights(1.1, 2.6, 1.5)),
        second=seconds(rng, "evening", n), debtor=payer, creditor=kin,
        amount=lognormal(rng, n, np.where(people.age[kin] < 20, 90_000, 350_000), 0.9),
        purpose=np.where(rng.random(n) < 0.3, PURPOSE["FAMI"], 0), round_share=0.8,
    ))  # fmt: skip


def _friends(scene: Scene) -> None:
    """Splitting bills, small loans and gifts among friends."""
    rng, people = scene.rng, scene.people
    owners = _owners(scene, 12, 65)
    payer = np.repeat(owners, _counts(scene, owners, 1.9))
    n = len(payer)
    friend = people.owner_friends[people.owner[payer], rng.integers(0, 6, n)]
    young = people.age[payer] < 20
    wallet = rng.random(n) < 0.6
    scene.write("sent", Entries(
        day=scene.calendar.draw(rng, n, scene.calendar.weights(1.5, 1.2, 1.2)),
        second=seconds(rng, "evening", n),
        debtor=np.where(wallet, people.wallet_of(payer), payer),
        creditor=np.where(wallet, people.wallet_of(friend), friend),
        amount=lognormal(rng, n, np.where(young, 30_000, 85_000), 0.9), round_share=0.6,
    ))  # fmt: skip


def _own_wallet(scene: Scene) -> None:
    """From one's own bank account to one's own wallet, and sometimes back."""
    rng, people = scene.rng, scene.people
    owners = _owners(scene, 14, 75)
    bank, wallet = people.bank_of(owners), people.wallet_of(owners)
    owners = owners[bank != wallet]
    who = np.repeat(owners, _counts(scene, owners, 3.2))
    n = len(who)
    bank, wallet, back = people.bank_of(who), people.wallet_of(who), rng.random(n) < 0.15
    scene.write("moved", Entries(
        day=scene.calendar.draw(rng, n, scene.calendar.weights(1.0, 1.4, 1.5)),
        second=seconds(rng, "day", n), debtor=np.where(back, wallet, bank),
        creditor=np.where(back, bank, wallet), amount=lognormal(rng, n, 120_000, 0.7),
        round_share=0.85,
    ))  # fmt: skip


def _cash_in(scene: Scene) -> None:
    """Cash handed to an agent near home, for those whose money is cash."""
    rng, people = scene.rng, scene.people
    owners = _owners(scene, 12, 75)
    who = np.repeat(owners, _counts(scene, owners, 0.7))
    n = len(who)
    scene.write("paid-in", Entries(
        day=scene.calendar.draw(rng, n, scene.calendar.weights(1.0, 1.5, 1.3)),
        second=seconds(rng, "day", n),
        debtor=scene.agents.pick(rng, people.province[who]), creditor=people.wallet_of(who),
        amount=lognormal(rng, n, np.where(people.age[who] < 18, 40_000, 150_000), 0.7),
        rail=10, mcc=6011, round_share=0.97,
    ))  # fmt: skip


def _remittances(scene: Scene) -> None:
    """A migrant sends to one relative about monthly."""
    rng, people = scene.rng, scene.people
    payers = people.where((people.country > 0) & people.national)
    counts = rng.poisson(1.2 * scene.spec.days / 30, len(payers))
    payer = np.repeat(payers, counts)
    n = len(payer)
    scene.write("sent", Entries(
        day=scene.calendar.draw(rng, n, scene.calendar.weights(1.6, 2.2, 1.8)),
        second=seconds(rng, "evening", n), debtor=payer,
        creditor=people.owner_kin[people.owner[payer], 2],
        amount=lognormal(rng, n, np.repeat(lognormal(rng, len(payers), 2.4e6, 0.5), counts), 0.3),
        purpose=np.where(rng.random(n) < 0.6, PURPOSE["FAMI"], 0), round_share=0.7,
    ))  # fmt: skip


def _top_ups(scene: Scene) -> None:
    """Pulsa for a parent or a child, and now and then a voucher as a present."""
    rng, people = scene.rng, scene.people
    owners = _owners(scene, 17, 70)
    payer = np.repeat(owners, _counts(scene, owners, 0.15))
    n = len(payer)
    kin = people.owner_kin[people.owner[payer], np.minimum(rng.integers(0, 5, n), 3)]
    kin = np.where(kin < 0, people.owner_kin[people.owner[payer], 2], kin)
    present = rng.random(n) < 0.2
    scene.write("sent", Entries(
        day=scene.calendar.draw(rng, n, scene.calendar.weights(1.1, 1.5, 1.2)),
        second=seconds(rng, "evening", n), debtor=people.wallet_of(payer),
        creditor=people.wallet_of(kin), amount=lognormal(rng, n, 50_000, 0.6),
        rail=np.where(present, RAIL["prepaid"], RAIL["airtime"]),
        mcc=np.where(present, 5815, 4814), round_share=0.95,
    ))  # fmt: skip


def _visitors(scene: Scene) -> None:
    """Foreign nationals pay lodgings and shops, a friend, or a spouse's family."""
    rng, people = scene.rng, scene.people
    payers = scene.foreigners
    counts = rng.poisson(0.9 * scene.spec.days / 30, len(payers))
    payer = np.repeat(payers, counts)
    n = len(payer)
    shop = rng.random(n) < 0.5
    friend = people.owner_friends[people.owner[payer], rng.integers(0, 2, n)]
    friend = np.where(people.kind[friend] == PERSON, friend, scene.strangers[0])
    scene.write("paid", Entries(
        day=scene.calendar.draw(rng, n, scene.calendar.weights(1.1)),
        second=seconds(rng, "day", n), debtor=payer,
        creditor=np.where(shop, scene.merchants.pick(rng, people.province[payer]), friend),
        amount=lognormal(rng, n, 900_000, 0.9), rail=np.where(shop, 5, 4),
        mcc=np.where(shop, 7011, 0), round_share=0.45,
    ))  # fmt: skip
