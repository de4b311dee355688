"""What the questions say of one account: for the person who must look into one customer.

    told = background(ledger, "v1:…", DuckDBEngine(), pack)

It answers, and judges nobody: no score, no verdict. What fired stands beside what could not
be told and what innocent life would look the same. Where the holder is or may be a child,
nothing is said that reads as a suspicion.
"""

from __future__ import annotations

import tempfile
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Literal

from jaga.errors import BadInput
from jaga.ledger.neighbours import MOST_ACCOUNTS, accounts_behind, kinds_of, neighbourhood
from jaga.ledger.store import Ledger
from jaga.ledger.tables import TOKEN_KINDS
from jaga.ledger.watchlist import SOURCE_WORDS, WATCHED_COLUMNS
from jaga.lookalikes import Known
from jaga.screening import compose, evidence, months, zones
from jaga.screening.compose import Candidate, Holder
from jaga.screening.engines.base import Engine
from jaga.screening.measure import Firing, firing_sql, firings_of
from jaga.screening.model import Indicator
from jaga.screening.pack import DEFAULT, Pack
from jaga.screening.screen import places, span
from jaga.screening.steps import prepare
from jaga.screening.wording import dated
from jaga.words import Text

Age = Literal["adult", "may_be_child", "unknown"]

NOT_A_VERDICT = Text(
    "Ini jawaban atas pertanyaan, bukan penilaian atas orangnya. Sebuah jawaban yang menyala "
    "sering punya sebab yang wajar: periksa penjelasan yang disebut sebelum menyimpulkan apa pun.",
    "These are answers to questions, not a judgement of a person. An answer that fires often has "
    "an innocent cause: check the explanations named before you conclude anything.",
)
PROTECTION = Text(
    "Pemilik rekening ini anak, atau mungkin anak. Ia tidak pernah dicurigai. Jangan hubungi "
    "nasabah, jangan blokir rekening; serahkan kepada petugas perlindungan anak (SAPA 129, UPTD "
    "PPA) menurut prosedur Anda. Hanya yang menyangkut perlindungannya yang ditampilkan.",
    "The holder of this account is a child, or may be one, and is never a suspect. Do not contact "
    "the customer, do not block the account; hand over to child protection (SAPA 129, UPTD PPA) "
    "as your procedure says. Only what concerns their protection is shown.",
)
LISTED_CHILD = Text(
    "Rekening seorang anak tidak boleh ada pada daftar pantau: minta pejabat pelindungan data "
    "meninjau isian itu sekarang.",
    "A child's account must not be on the watchlist: ask the data protection officer to review the "
    "entry now.",
)
AGE_UNKNOWN = Text(
    "Umur pemilik tidak tercatat: periksa dahulu apakah ia anak.",
    "The holder's age is not recorded: first check whether it is a child.",
)


@dataclass(frozen=True)
class Answered:
    """An indicator that fired: its strongest answer in words, when first and last, in how many
    months, and how many payments (of at most `evidence.MAX_PAYMENTS`) show it."""

    indicator: Indicator
    words: Text
    first: int
    last: int
    months: int
    payments: int


@dataclass(frozen=True)
class Watched:
    """An entry of the watchlist that holds on the last day: its kind of source and since when."""

    source: Text
    since: Text


@dataclass(frozen=True)
class Account:
    """One account's answers. Times are epoch seconds; `payments` counts those in the days.

    `listed_child`: the account of one who may be a child is on the watchlist; the entry itself
    is then not shown, since it would read as a suspicion.
    """

    account: str
    age: Age
    payments: int
    fired: tuple[Answered, ...]
    untold: tuple[Indicator, ...]
    look_alikes: tuple[Known, ...]
    watched: tuple[Watched, ...]
    listed_child: bool


@dataclass(frozen=True)
class Background:
    """What is known of a token: as which kind, its own place on the watchlist unless it is an
    account, and the accounts behind it. `more`: there are more than are answered for."""

    kind: str
    since: date
    until: date
    watched: tuple[Watched, ...]
    accounts: tuple[Account, ...]
    more: bool


def background(
    ledger: Ledger,
    token: str,
    engine: Engine,
    *,
    pack: Pack = DEFAULT,
    since: date | None = None,
    until: date | None = None,
) -> Background:
    """Every question of the pack, asked of one account, or of the accounts behind one device,
    phone, holder or address of the network.

    Days are WIB booking days, both inclusive. BadInput when the ledger does not know the token.
    """
    first, last = span(ledger, since, until)
    known = kinds_of(ledger, token)
    kind = next((k for k in ("account", "holder", "phone", "device", "ip") if k in known), None)
    if kind is None:
        raise _not_known()
    files = ledger.payment_files(first - timedelta(days=pack.lookback_days), last)
    code = known[kind]
    accounts = [code] if kind == "account" else accounts_behind(ledger, kind, code, files)
    asking = _Asking(ledger, engine, pack, first, last)
    return Background(
        kind, first, last,
        () if kind == "account" else _holding(ledger, last, {(kind, code)}),
        tuple(asking.account(one, files) for one in accounts[:MOST_ACCOUNTS]),
        len(accounts) > MOST_ACCOUNTS,
    )  # fmt: skip


def _not_known() -> BadInput:
    return BadInput(
        Text(
            "Rekening atau token ini tidak ada dalam data. Periksa penulisannya; bila data memuat "
            "token, berikan --token-key yang sama.",
            "This account or token is not in the data. Check how it is written; if the data hold "
            "tokens, give the same --token-key.",
        )
    )


def _holding(ledger: Ledger, day: date, codes: set[tuple[str, int]]) -> tuple[Watched, ...]:
    """Entries of the list on these (kind, code) that hold on `day`, each kind of source once."""
    today = (day - date(1970, 1, 1)).days
    found = {
        (source, released)
        for token, kind, source, released, expires in ledger.watched()
        if (TOKEN_KINDS[kind], token) in codes and released <= today <= expires
    }
    return tuple(
        Watched(SOURCE_WORDS[source], Text(dated(_day(on), "id"), dated(_day(on), "en")))
        for source, on in sorted(found)
    )


def _day(number: int) -> date:
    return date(1970, 1, 1) + timedelta(days=number)


@dataclass(frozen=True)
class _Asking:
    """The questions of a pack over the days of a ledger, for one account after another."""

    ledger: Ledger
    engine: Engine
    pack: Pack
    first: date
    last: date

    def account(self, code: int, files: Sequence[Path]) -> Account:
        """One account's answers, from its own part of the ledger."""
        with tempfile.TemporaryDirectory(prefix="jaga-background-") as folder:
            part = neighbourhood(files, code, Path(folder))
            self._prepare(code, part)
            return self._answers(code)

    def _prepare(self, code: int, part: Path) -> None:
        engine = self.engine
        engine.load([part], self.ledger.accounts_file)
        engine.put("watchlist", WATCHED_COLUMNS, self.ledger.watched())
        engine.put("months", ("month", "starts", "ends"), months.rows(self.first, self.last))
        engine.put("zones", ("country", "place", "utc_offset"), zones.rows(places(engine)))
        prepare(engine)
        for table in ("unrelated", "payments", "watched"):
            own = f"select * from {table} where debtor = {code} or creditor = {code}"
            engine.make(f"asked_{table}", own)

    def _answers(self, code: int) -> Account:
        firings = self._firings(code)
        end = months.midnight(self.last + timedelta(days=1))
        best = [_strongest(group) for group in _by_indicator(firings).values()]
        shown = evidence.payments(self.engine, self.pack, self._each(best), self._no_names)
        moment = ("subject", "indicator", "account", "moment")
        self.engine.put("subjects", moment, [(0, 0, code, end)])
        holder = evidence.holders(self.engine).get(code, Holder(None, False))
        age = _age(holder, self.last.year)
        fired = tuple(
            self._answered(one, firings, len(shown.get(n, [])))
            for n, one in enumerate(best)
            if age != "may_be_child" or _protects(self.pack.indicators[one.indicator])
        )
        watched = _holding(self.ledger, self.last, self._tokens(code))
        child = age == "may_be_child"
        return Account(
            self._names("account", {code})[code],
            age,
            self._payments(code),
            tuple(sorted(fired, key=lambda a: (a.first, a.indicator.id))),
            self._untold(code, {one.indicator for one in best}, end, age),
            _look_alikes(fired),
            () if child else watched,
            child and bool(watched),
        )

    def _firings(self, code: int) -> list[Firing]:
        numbered = dict(enumerate(self.pack.indicators.values(), start=1))
        found = []
        for number, indicator in numbered.items():
            sql = firing_sql(indicator, number)
            rows = self.engine.rows(f"select * from ({sql}) as f where f.account = {code}")
            found += firings_of(numbered, rows)
        return sorted(found, key=lambda f: (f.indicator, f.at, f.weight, f.values))

    def _each(self, best: Sequence[Firing]) -> list[Candidate]:
        """Each answer as a finding of its own, so that its payments can be counted."""
        anything = next(iter(self.pack.typologies.values()))
        found = [Candidate(anything, one.account, one.month, (one,), one.at, 0) for one in best]
        evidence.put_subjects(self.engine, self.pack, found)
        return found

    def _answered(self, best: Firing, firings: Sequence[Firing], payments: int) -> Answered:
        indicator = self.pack.indicators[best.indicator]
        same = [f for f in firings if f.indicator == best.indicator]
        return Answered(
            indicator,
            compose.reason(best, indicator).words,
            min(f.at for f in same),
            max(f.at for f in same),
            len({f.month for f in same}),
            payments,
        )

    def _untold(self, code: int, fired: set[str], end: int, age: Age) -> tuple[Indicator, ...]:
        silent = evidence.untold(self.engine, self.pack)
        seen = evidence.first_seen(self.engine).get(code, end)
        return tuple(
            one
            for one in self.pack.indicators.values()
            if one.id not in fired
            and (code in silent[one.id] or (end - seen) // 86_400 < one.history_days)
            and (age != "may_be_child" or _protects(one))
        )

    def _payments(self, code: int) -> int:
        starts = months.midnight(self.first)
        rows = self.engine.rows(
            f"select count(*) as n from payments where (debtor = {code} or creditor = {code}) "
            f"and t >= {starts}"
        )
        return int(rows[0][0])

    def _tokens(self, code: int) -> set[tuple[str, int]]:
        """The account's own token and its holder's, as the watchlist may name either."""
        rows = self.engine.rows(f"select holder from holders where account = {code}")
        return {("account", code)} | {("holder", row[0]) for row in rows if row[0] is not None}

    def _names(self, kind: str, codes: set[int]) -> dict[int, str]:
        return self.ledger.token(kind, sorted(codes))

    @staticmethod
    def _no_names(kind: str, codes: set[int]) -> dict[int, str]:
        """Evidence is counted here, not shown: nobody's token is looked up."""
        return dict.fromkeys(codes, "")


def _by_indicator(firings: Sequence[Firing]) -> dict[str, list[Firing]]:
    groups: dict[str, list[Firing]] = defaultdict(list)
    for one in firings:
        groups[one.indicator].append(one)
    return groups


def _strongest(group: Sequence[Firing]) -> Firing:
    return max(group, key=lambda f: (f.weight, f.at, f.values))


def _age(holder: Holder, year: int) -> Age:
    """By the rule of `compose.outcome`: who may be under 18 by year of birth, or has a guardian."""
    if holder.has_guardian or (holder.birth_year is not None and year - holder.birth_year <= 18):
        return "may_be_child"
    return "unknown" if holder.birth_year is None else "adult"


def _protects(indicator: Indicator) -> bool:
    return "child_at_risk" in indicator.roles


def _look_alikes(fired: Sequence[Answered]) -> tuple[Known, ...]:
    named = {one.name: one for answer in fired for one in answer.indicator.look_alikes}
    return tuple(named.values())
