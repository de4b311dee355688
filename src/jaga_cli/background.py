"""`jaga background`: what the questions say of one account, asked for a purpose that is kept."""

import getpass
import json
import tempfile
from contextlib import ExitStack
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Annotated, Any

from jaga.errors import BadInput, Refused, WrongUsage
from jaga.ledger.mapping import read_mapping
from jaga.ledger.neighbours import overlay
from jaga.ledger.options import ReadOptions
from jaga.ledger.store import Ledger
from jaga.ledger.tokens import read_token_key
from jaga.ledger.tokens import token as keyed
from jaga.line import Job, read_into
from jaga.screening import background as asking
from jaga.screening import purpose_log
from jaga.screening.background import Account, Background
from jaga.screening.evidence import MAX_PAYMENTS
from jaga.screening.months import iso
from jaga.screening.pack import DEFAULT, read_pack
from jaga.screening.purpose_log import PURPOSES, Query, Written
from jaga.words import Text
from jaga_cli import given
from jaga_cli.helping import argument, option, words
from jaga_cli.screen import day
from jaga_cli.terminal import language, out, say, watching

LOG = Path("background-log.jsonl")
AGES = {
    "adult": Text("dewasa", "an adult"),
    "may_be_child": Text("anak, atau mungkin anak", "a child, or may be one"),
    "unknown": Text("umur tidak tercatat", "age not recorded"),
}
HEADINGS = {
    "fired": Text("Yang menyala", "What fires"),
    "protects": Text("Yang menyangkut perlindungannya", "What concerns their protection"),
    "untold": Text("Tidak dapat dinilai (data tidak ada)", "Could not be told (data missing)"),
    "watched": Text("Daftar pantau", "Watchlist"),
    "look_alikes": Text("Penjelasan wajar yang perlu diperiksa", "Explanations to check"),
}


def background(
    subject: Annotated[
        str | None,
        argument(
            words("SUBJEK", "SUBJECT"),
            "rekening, atau tokennya; disimpan sebagai hash",
            "an account, or a token of one; kept as a hash",
        ),
    ] = None,
    payments: given.SomePayments = None,
    purpose: Annotated[
        str, option(f"{', '.join(PURPOSES)}, atau kalimat", f"{', '.join(PURPOSES)}, or a sentence")
    ] = "",
    case: Annotated[
        str,
        option("peringatan, kasus, atau permintaannya", "alert, case or request it belongs to"),
    ] = "",
    by: Annotated[
        str,
        option(
            "siapa yang bertanya; nama Anda di mesin ini bila kosong",
            "who asks; your own name here by default",
        ),
    ] = "",
    ledger: Annotated[
        Path | None,
        option("buku besar yang disimpan jaga screen", "a ledger kept by jaga screen"),
    ] = None,
    run: Annotated[
        Path | None, option("folder hasil jaga screen", "a results folder of jaga screen")
    ] = None,
    accounts: given.Accounts = None,
    watchlist: given.Watchlist = None,
    mapping: given.Mapping = None,
    token_key: given.TokenKey = None,
    parameters: given.Parameters = None,
    timezone: given.Timezone = None,
    since: given.Since = None,
    until: given.Until = None,
    log: Annotated[Path, option("tempat pencarian dicatat", "where queries are kept")] = LOG,
    verify: Annotated[bool, option("apakah catatannya utuh?", "is the log whole?", "--verify")] = (
        False
    ),
    expect: Annotated[
        str | None,
        option("dengan --verify: hash yang dicatat dulu", "with --verify: a hash noted earlier"),
    ] = None,
    listed: Annotated[
        bool, option("siapa bertanya, dan mengapa", "who asked, and why", "--list")
    ] = False,
    as_json: given.AsJson = False,
) -> None:
    """Answer for one account: what fires, what could not be told. No verdict; always logged."""
    if verify:
        _verify(log, expect)
        return
    key = None if token_key is None else read_token_key(token_key)
    if listed:
        _list(log, None if subject is None else _as_token(subject, key), as_json)
        return
    named, reason = purpose_log.purpose(purpose)
    sources = _Sources(
        payments or [], ledger, run, accounts, watchlist,
        ReadOptions(
            mapping=None if mapping is None else read_mapping(mapping),
            token_key=key,
            timezone=timezone,
            language=language(),
        ),
    )  # fmt: skip
    token = sources.token(subject)
    first, last = day(since, "--since"), day(until, "--until")
    pack = DEFAULT if parameters is None else read_pack(parameters)
    written = purpose_log.append(
        log, _query(by, named, reason, case, token, (first, last))
    )  # before anything is answered, so that no answer goes without its line
    with ExitStack() as stack:
        data = sources.opened(stack)
        from jaga.screening.engines.duckdb import DuckDBEngine

        engine = DuckDBEngine()
        stack.callback(engine.close)
        stack.enter_context(data.reading())
        found = asking.background(data, token, engine, pack=pack, since=first, until=last)
    if as_json:
        out.print_json(json.dumps(as_fields(found, named, written)))
    else:
        _show(found, named, written, log)


def _query(
    by: str, named: str, reason: str, case: str, token: str, days: tuple[date | None, date | None]
) -> Query:
    first, last = (one.isoformat() if one else "" for one in days)
    at = datetime.now(UTC).isoformat(timespec="seconds")
    return Query(
        at, by.strip() or getpass.getuser(), named, reason, case.strip(), token, first, last
    )


def _as_token(subject: str, key: bytes | None) -> str:
    """The subject as a ledger read with `key` writes it."""
    made = subject.strip() if key is None else keyed(key, "account", subject)
    return made or subject.strip()


class _Sources:
    """Where the payments come from: a kept ledger, a run, or files read for this one answer."""

    def __init__(
        self,
        payments: list[Path],
        ledger: Path | None,
        run: Path | None,
        accounts: Path | None,
        watchlist: Path | None,
        options: ReadOptions,
    ) -> None:
        if sum((bool(payments), ledger is not None, run is not None)) != 1:
            raise WrongUsage(
                Text(
                    "Sebut satu sumber: berkas pembayaran, --ledger, atau --run.",
                    "Name one source: payment files, --ledger, or --run.",
                )
            )
        self.payments, self.accounts, self.watchlist = payments, accounts, watchlist
        self.options = options
        self.kept = run / "ledger" if run is not None else ledger
        if self.kept is not None and not (self.kept / "manifest.json").is_file():
            raise BadInput(
                Text(
                    "Tidak ada data Jaga pada folder itu. Sebut folder hasil jaga screen (--run), "
                    "atau folder --ledger-nya.",
                    "There are no data of Jaga in that folder. Name a results folder of jaga "
                    "screen (--run), or its --ledger folder.",
                )
            )

    def token(self, subject: str | None) -> str:
        """The subject as the ledger writes it."""
        if subject is None or not subject.strip():
            raise WrongUsage(
                Text(
                    "Sebut satu rekening atau token yang ditanyakan.",
                    "Name one account or token to ask about.",
                )
            )
        return _as_token(subject, self.options.token_key)

    def opened(self, stack: ExitStack) -> Ledger:
        """The ledger; lists given beside a kept one are read over it and leave it as it is."""
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="jaga-background-")))
        if self.kept is None:
            job = Job(
                self.payments, folder, accounts=self.accounts, watchlist=self.watchlist,
                options=self.options,
            )  # fmt: skip
            with watching() as watch:
                return read_into(job, watch).ledger
        kept = Ledger.open(self.kept)
        if self.accounts is None and self.watchlist is None:
            return kept
        stack.enter_context(kept.reading())
        above = overlay(kept, folder)
        if self.accounts is not None:
            above.read_accounts(self.accounts, self.options)
        if self.watchlist is not None:
            above.read_watchlist(self.watchlist, self.options)
        return above


def as_fields(found: Background, purpose: str, written: Written) -> dict[str, Any]:
    """The answer as JSON: no score, no verdict; `log` says under which line it is kept."""
    return {
        "kind": found.kind,
        "since": found.since.isoformat(),
        "until": found.until.isoformat(),
        "purpose": purpose,
        "log": {"number": written.number, "hash": written.hash},
        "not_a_verdict": vars(asking.NOT_A_VERDICT),
        "watched": [_watched(one) for one in found.watched],
        "accounts": [_account(one) for one in found.accounts],
        "more_accounts": found.more,
    }


def _watched(one: asking.Watched) -> dict[str, Any]:
    return {"source": vars(one.source), "since": vars(one.since)}


def _account(one: Account) -> dict[str, Any]:
    return {
        "account": one.account,
        "age": one.age,
        "protection": vars(asking.PROTECTION) if one.age == "may_be_child" else None,
        "payments": one.payments,
        "fires": [
            {
                "indicator": each.indicator.id,
                "title": vars(each.indicator.title),
                "words": vars(each.words),
                "first": iso(each.first),
                "last": iso(each.last),
                "months": each.months,
                "payments": each.payments,
                "payments_at_least": each.payments >= MAX_PAYMENTS,
                "sources": [f"{s.publisher}, {s.title}" for s in each.indicator.sources],
            }
            for each in one.fired
        ],
        "could_not_tell": [
            {"indicator": each.id, "title": vars(each.title)} for each in one.untold
        ],
        "watched": [_watched(each) for each in one.watched],
        "listed_child": vars(asking.LISTED_CHILD) if one.listed_child else None,
        "look_alikes": [{"name": each.name, "words": vars(each.words)} for each in one.look_alikes],
    }


def _show(found: Background, purpose: str, written: Written, log: Path) -> None:
    lang = language()
    say(
        f"{found.since} sampai {found.until}; tujuan: {PURPOSES[purpose].id}.",
        f"{found.since} to {found.until}; purpose: {PURPOSES[purpose].en}.",
    )
    _lines("watched", [_entry(one).say(lang) for one in found.watched])
    for one in found.accounts:
        _show_account(one)
    if found.more:
        say("Masih ada rekening lain di baliknya.", "There are more accounts behind it.")
    out.print(asking.NOT_A_VERDICT.say(lang), markup=False)
    say(
        f"Pencarian ini dicatat: {log}, nomor {written.number}.",
        f"This query is kept: {log}, number {written.number}.",
    )


def _entry(one: asking.Watched) -> Text:
    return Text(
        f"asal: {one.source.id}; berlaku sejak {one.since.id}",
        f"source: {one.source.en}; since {one.since.en}",
    )


def _show_account(one: Account) -> None:
    lang = language()
    out.print()
    say(
        f"Rekening {one.account}: {AGES[one.age].id}; {one.payments} pembayaran.",
        f"Account {one.account}: {AGES[one.age].en}; {one.payments} payments.",
    )
    if one.age == "may_be_child":
        out.print(asking.PROTECTION.say(lang), markup=False)
        if one.listed_child:
            out.print(asking.LISTED_CHILD.say(lang), markup=False)
    elif one.age == "unknown":
        out.print(asking.AGE_UNKNOWN.say(lang), markup=False)
    heading = "protects" if one.age == "may_be_child" else "fired"
    _lines(heading, [_answer(each).say(lang) for each in one.fired])
    _lines("untold", [each.title.say(lang) for each in one.untold])
    if one.watched:
        _lines("watched", [_entry(each).say(lang) for each in one.watched])
    _lines("look_alikes", [each.words.say(lang) for each in one.look_alikes])


def _answer(one: asking.Answered) -> Text:
    count = f"≥ {MAX_PAYMENTS}" if one.payments >= MAX_PAYMENTS else str(one.payments)
    first, last = iso(one.first)[:10], iso(one.last)[:10]
    return Text(
        f"{one.words.id} ({first} … {last}, {one.months} bulan, {count} pembayaran bukti; "
        f"{one.indicator.id})",
        f"{one.words.en} ({first} … {last}, {one.months} months, {count} payments of evidence; "
        f"{one.indicator.id})",
    )


def _lines(name: str, lines: list[str]) -> None:
    lang = language()
    if name == "watched" and not lines:
        return
    out.print(f"{HEADINGS[name].say(lang)}:", markup=False)
    for line in lines or [Text("tidak ada", "none").say(lang)]:
        out.print(f"  - {line}", markup=False)


def _verify(log: Path, expect: str | None) -> None:
    count, last, findings = purpose_log.verify(log, expect)
    if not findings:
        say(
            f"Catatan utuh: {count} pencarian. Hash terakhir: {last}. Simpan di tempat lain.",
            f"The log is whole: {count} queries. Last hash: {last}. Keep it elsewhere.",
        )
        return
    for one in findings:
        say(f"baris {one.line}: {one.words.id}", f"line {one.line}: {one.words.en}")
    raise Refused(
        Text(
            f"Catatan pencarian RUSAK: {len(findings)} temuan.",
            f"The log of queries is BROKEN: {len(findings)} findings.",
        )
    )


def _list(log: Path, subject: str | None, as_json: bool) -> None:
    found = purpose_log.overview(log, subject)
    if as_json:
        fields = {
            "by": {by: dict(counts) for by, counts in found.by.items()},
            "repeated": [
                {"by": by, "subject": whom, "times": times} for by, whom, times in found.repeated
            ],
            "without_case": found.without_case,
            "queries": found.queries,
        }
        out.print_json(json.dumps(fields))
        return
    lang = language()
    for by, counts in found.by.items():
        told = ", ".join(f"{PURPOSES[name].say(lang)} {n}" for name, n in sorted(counts.items()))
        out.print(f"{by}: {told}", markup=False)
    for by, whom, times in found.repeated:
        say(
            f"berulang: {by}, subjek {whom}, {times} kali", f"repeated: {by}, {whom}, {times} times"
        )
    for one in found.without_case:
        detail = f"{one['at']} {one['by']} {one['purpose']} {one['subject']} {one['reason']}"
        say(f"tanpa rujukan kasus: {detail}", f"without a case: {detail}")
    say(f"{len(found.queries)} pencarian.", f"{len(found.queries)} queries.")
