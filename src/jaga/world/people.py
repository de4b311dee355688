"""The people, businesses and accounts of the invented country. None of them exists."""

from dataclasses import dataclass

import numpy as np

from jaga.ledger.tables import HOLDER_KINDS
from jaga.world.places import (
    COUNTRIES,
    COUNTRY_OFFSETS,
    PROVINCE_OFFSETS,
    PROVINCE_WEIGHTS,
)
from jaga.world.randomness import Array, Rng, stream
from jaga.world.spec import WorldSpec

# Invented institutions; "Contoh" means "example", so that nobody takes them for real ones.
BANKS = tuple(f"Bank Contoh {n}" for n in ("Satu", "Dua", "Tiga", "Empat", "Lima", "Enam"))
WALLETS = tuple(f"Dompet Contoh {n}" for n in ("Satu", "Dua", "Tiga", "Empat"))
ABROAD = tuple(f"Remitansi Contoh {country.code}" for country in COUNTRIES)
AGENTS = (*BANKS, *WALLETS, *ABROAD)

PERSON, BUSINESS, AGENT, CHARITY, SCHOOL, UNKNOWN = range(len(HOLDER_KINDS))
UNREGISTERED, LIMITED, FULL = range(3)

# Shares of all accounts that are not of persons living in Indonesia. Invented.
SHARES = {"abroad": 0.06, "business": 0.05, "agent": 0.015, "charity": 0.004, "school": 0.006}
# Fixed platforms among the businesses: what each sells, and how many there are.
PLATFORMS = {"telco": 4, "utility": 4, "shop": 4, "ride": 2, "game": 4, "gift": 3, "ticket": 2,
             "asset": 2}  # fmt: skip


@dataclass(frozen=True)
class People:
    """One row per account; owners are persons or organisations. All arrays have that length
    unless they are named `owner_…`."""

    owner: Array  # owner number
    kind: Array  # position in HOLDER_KINDS
    wallet: Array  # bool
    kyc: Array  # position in KYC_TIERS
    opened: Array  # day number relative to the first day; negative is before the run
    agent: Array  # position in AGENTS
    country: Array  # 0 Indonesia, i + 1 = COUNTRIES[i]
    national: Array  # bool: an Indonesian, at home or abroad
    province: Array  # position in PROVINCES; for migrants the home province
    offset: Array  # minutes east of UTC where the holder lives
    age: Array  # years at the start; -1 for organisations
    birth_known: Array  # bool: the institution holds the birth year
    guardian: Array  # account of the linked guardian, or -1
    token: Array  # number written in the account token
    owner_main: Array  # first account of the owner
    owner_bank: Array
    owner_wallet: Array
    owner_kin: Array  # (owners, 4) accounts of relatives, -1 where there is none
    owner_friends: Array  # (owners, 6) accounts
    owner_employer: Array  # account of the employer, -1 where there is none
    phone: Array  # account whose telephone is used: mostly the owner's, or a relative's
    platforms: dict[str, Array]

    def __len__(self) -> int:
        return len(self.owner)

    @property
    def domestic_person(self) -> Array:
        """Accounts of persons living in Indonesia."""
        return np.asarray((self.kind == PERSON) & (self.country == 0))

    def between(self, low: int, high: int) -> Array:
        """Accounts of persons at home whose age is in low..high."""
        return self.domestic_person & (self.age >= low) & (self.age <= high)

    def where(self, mask: Array) -> Array:
        """Account numbers of a mask."""
        return np.flatnonzero(mask)

    def wallet_of(self, account: Array) -> Array:
        """A wallet of the same owner, or the account itself."""
        return self.owner_wallet[self.owner[account]]

    def bank_of(self, account: Array) -> Array:
        """A bank account of the same owner, or the account itself."""
        return self.owner_bank[self.owner[account]]


def build(spec: WorldSpec) -> People:
    """Draw everybody: persons with households, people abroad, organisations, platforms."""
    rng = stream(spec.seed, "people")
    n = spec.accounts
    counts = {name: max(6, int(n * share)) for name, share in SHARES.items()}
    counts["business"] = max(counts["business"], sum(PLATFORMS.values()) + 12)
    home = n - sum(counts.values())
    persons = _persons(rng, home)
    per_owner = persons["accounts"]
    n_persons = len(per_owner)
    others = n - home
    owner = np.concatenate([np.repeat(np.arange(n_persons), per_owner),
                            n_persons + np.arange(others)])  # fmt: skip
    kind = np.concatenate([
        np.zeros(home + counts["abroad"], dtype=np.int64),
        np.repeat([BUSINESS, AGENT, CHARITY, SCHOOL],
                  [counts[k] for k in ("business", "agent", "charity", "school")]),
    ])  # fmt: skip
    abroad = np.zeros(n, dtype=bool)
    abroad[home : home + counts["abroad"]] = True
    age = np.concatenate([persons["age"][owner[:home]], np.full(others, -1)])
    age[abroad] = np.clip(rng.normal(41, 12, counts["abroad"]), 19, 78).astype(int)
    country, national = _countries(rng, abroad)
    province = np.concatenate([
        persons["province"][owner[:home]],
        rng.choice(len(PROVINCE_WEIGHTS), others, p=PROVINCE_WEIGHTS),
    ])  # fmt: skip
    wallet = _wallets(rng, owner, age, kind, abroad)
    kyc = _tiers(rng, wallet, age)
    return _assemble(
        rng, spec,
        {"owner": owner, "kind": kind, "wallet": wallet, "kyc": kyc, "country": country,
         "national": national, "province": province, "age": age},
        persons["household"],
    )  # fmt: skip


def _persons(rng: Rng, accounts: int) -> dict[str, Array]:
    """Households of one to five persons aged ten or more, until their accounts are enough."""
    sizes = rng.choice([1, 2, 3, 4, 5], accounts, p=[0.2, 0.26, 0.26, 0.18, 0.1])
    household = np.repeat(np.arange(accounts), sizes)[: accounts + 5]
    first = np.concatenate([[0], np.cumsum(sizes)])[household]
    position = np.arange(len(household)) - first
    head = np.clip(rng.normal(43, 12, accounts), 20, 75).astype(int)[household]
    partner = np.clip(head + rng.integers(-7, 6, len(household)), 18, 80)
    child = np.maximum(10, head - rng.integers(20, 36, len(household)))
    age = np.where(position == 0, head, np.where(position == 1, partner, child))
    province = rng.choice(len(PROVINCE_WEIGHTS), accounts, p=PROVINCE_WEIGHTS)[household]
    number = 1 + (rng.random(len(household)) < np.where(age < 18, 0.2, 0.5))
    number = number + ((rng.random(len(household)) < 0.12) & (age >= 18))
    total = np.cumsum(number)
    last = int(np.searchsorted(total, accounts))
    number = number[: last + 1].copy()
    number[last] -= total[last] - accounts
    keep = slice(0, last + 1)
    return {"age": age[keep], "province": province[keep], "household": household[keep],
            "accounts": number}  # fmt: skip


def _countries(rng: Rng, abroad: Array) -> tuple[Array, Array]:
    """Country and nationality: seven of ten people abroad are Indonesian migrants."""
    count = int(abroad.sum())
    migrants = np.array([c.migrants for c in COUNTRIES], dtype=float)
    visitors = np.array([c.visitors for c in COUNTRIES], dtype=float)
    is_migrant = rng.random(count) < 0.7
    drawn = np.where(
        is_migrant,
        rng.choice(len(COUNTRIES), count, p=migrants / migrants.sum()),
        rng.choice(len(COUNTRIES), count, p=visitors / visitors.sum()),
    )
    country = np.zeros(len(abroad), dtype=np.int64)
    country[abroad] = drawn + 1
    national = np.ones(len(abroad), dtype=bool)
    national[abroad] = is_migrant
    return country, national


def _wallets(rng: Rng, owner: Array, age: Array, kind: Array, abroad: Array) -> Array:
    """Which accounts are e-wallets: an owner's second account is of the other sort."""
    n = len(owner)
    first = np.concatenate([[True], owner[1:] != owner[:-1]])
    start = np.maximum.accumulate(np.where(first, np.arange(n), 0))
    position = np.arange(n) - start
    likes_wallet = (rng.random(n) < np.where(age < 18, 0.78, 0.35))[start]
    wallet = np.where(position == 1, ~likes_wallet, likes_wallet | (position == 2))
    return np.asarray(wallet & (kind == PERSON) & ~abroad)


def _tiers(rng: Rng, wallet: Array, age: Array) -> Array:
    """Know-your-customer tier: banks verify; wallets often hold little about the young."""
    u = rng.random(len(wallet))
    young = age < 18
    cut_unregistered = np.where(young, 0.3, 0.12)
    cut_limited = np.where(young, 0.88, 0.42)
    tier = np.where(u < cut_unregistered, UNREGISTERED, np.where(u < cut_limited, LIMITED, FULL))
    return np.where(wallet, tier, np.where(young & (age >= 0), LIMITED, FULL))


def _assemble(rng: Rng, spec: WorldSpec, base: dict[str, Array], household: Array) -> People:
    owner, age, wallet = base["owner"], base["age"], base["wallet"]
    n = len(owner)
    opened = -rng.exponential(900, n).astype(np.int64) - 1
    opened = np.maximum(opened, -4400)
    fresh = (rng.random(n) < 0.06) & (base["kind"] == PERSON)
    opened[fresh] = rng.integers(0, spec.days, int(fresh.sum()))
    agent = np.where(wallet, len(BANKS) + rng.integers(0, len(WALLETS), n),
                     rng.integers(0, len(BANKS), n))  # fmt: skip
    agent = np.where(base["country"] > 0, len(BANKS) + len(WALLETS) + base["country"] - 1, agent)
    known = rng.random(n) >= np.where(base["country"] > 0, 0.6, 0.04)
    known &= ~(wallet & (base["kyc"] == UNREGISTERED)) & (age >= 0)
    offset = np.where(base["country"] == 0, PROVINCE_OFFSETS[base["province"]],
                      COUNTRY_OFFSETS[base["country"]])  # fmt: skip
    mains = _mains(owner, wallet)
    guardian = _guardians(rng, owner, age, wallet, household, mains[0])
    owners = _relations(rng, base, household, mains[0])
    return People(
        **base, opened=opened, agent=agent, offset=offset, birth_known=known, guardian=guardian,
        token=rng.permutation(n), owner_main=mains[0], owner_bank=mains[1],
        owner_wallet=mains[2], owner_kin=owners[0], owner_friends=owners[1],
        owner_employer=owners[2], phone=_phones(spec, owner, age, household, mains[0]),
        platforms=_platforms(base["kind"]),
    )  # fmt: skip


def _mains(owner: Array, wallet: Array) -> tuple[Array, Array, Array]:
    """First account, a bank account and a wallet of each owner (the first where there is none)."""
    owners, accounts = int(owner.max()) + 1, np.arange(len(owner))
    main = np.zeros(owners, dtype=np.int64)
    main[owner[::-1]] = accounts[::-1]
    bank, purse = main.copy(), main.copy()
    bank[owner[~wallet][::-1]] = accounts[~wallet][::-1]
    purse[owner[wallet][::-1]] = accounts[wallet][::-1]
    return main, bank, purse


def _guardians(
    rng: Rng, owner: Array, age: Array, wallet: Array, household: Array, main: Array
) -> Array:
    """Children's bank accounts are linked to the head of household; one wallet in three is."""
    n, persons = len(owner), len(household)
    first = np.concatenate([[True], household[1:] != household[:-1]])
    head = np.maximum.accumulate(np.where(first, np.arange(persons), 0))
    linked = (age >= 0) & (age < 18) & (~wallet | (rng.random(n) < 0.33)) & (owner < persons)
    guardian = np.full(n, -1)
    guardian[linked] = main[head[owner[linked]]]
    return guardian


def _phones(spec: WorldSpec, owner: Array, age: Array, household: Array, main: Array) -> Array:
    """One telephone for each owner; in some households it is that of the head. Invented share."""
    rng, persons = stream(spec.seed, "people/phones"), len(household)
    first = np.concatenate([[True], household[1:] != household[:-1]])
    head = np.maximum.accumulate(np.where(first, np.arange(persons), 0))
    shares = (rng.random(int(household.max()) + 1) < 0.08)[household]
    shares &= rng.random(persons) < np.where(age[main[:persons]] < 18, 0.8, 0.4)
    user = np.arange(len(main))
    user[:persons] = np.where(shares, head, user[:persons])
    return np.asarray(main[user[owner]])


def _relations(
    rng: Rng, base: dict[str, Array], household: Array, main: Array
) -> tuple[Array, Array, Array]:
    """Relatives, friends and employers of each owner, as accounts."""
    owners, persons = len(main), len(household)
    kin = np.full((owners, 4), -1)
    for column, step in enumerate((1, -1)):
        other = np.clip(np.arange(persons) + step, 0, persons - 1)
        same = (household[other] == household) & (other != np.arange(persons))
        kin[:persons, column] = np.where(same, main[other], -1)
    kin[:, 2:] = main[rng.integers(0, persons, (owners, 2))]
    by_province = np.argsort(base["province"][main[:persons]], kind="stable")
    rank = np.empty(persons, dtype=np.int64)
    rank[by_province] = np.arange(persons)
    centre = np.concatenate([rank, rng.integers(0, persons, owners - persons)])
    near = np.clip(centre[:, None] + rng.integers(-60, 61, (owners, 6)), 0, persons - 1)
    friends = main[by_province[near]]
    businesses = np.flatnonzero(base["kind"] == BUSINESS)[sum(PLATFORMS.values()) :]
    employer = businesses[(rng.random(owners) ** 2 * len(businesses)).astype(int)]
    age = base["age"][main]
    employed = (rng.random(owners) < 0.45) & (age >= 18) & (age < 62)
    employed &= base["country"][main] == 0
    return kin, friends, np.where(employed, employer, -1)


def _platforms(kind: Array) -> dict[str, Array]:
    businesses = np.flatnonzero(kind == BUSINESS)
    found, at = {}, 0
    for name, count in PLATFORMS.items():
        found[name] = businesses[at : at + count]
        at += count
    return found
