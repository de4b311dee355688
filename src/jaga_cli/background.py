"""`jaga background`: what the questions say of one account, asked for a purpose that is kept."""

import json
import os
import pwd
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Annotated

from jaga.background import Sources, answer, as_token
from jaga.errors import Refused
from jaga.screening import purpose_log
from jaga.screening.engines.base import Engine
from jaga.screening.purpose_log import PURPOSES, Query
from jaga.words import Text
from jaga_cli import answered, given
from jaga_cli.helping import argument, option, words
from jaga_cli.screen import day
from jaga_cli.terminal import out, say, watching

LOG = Path("background-log.jsonl")

Subject = Annotated[
    str | None,
    argument(
        words("SUBJEK", "SUBJECT"),
        "rekening, atau tokennya; disimpan sebagai hash",
        "an account, or a token of one; kept as a hash",
    ),
]
Purpose = Annotated[
    str, option(f"{', '.join(PURPOSES)}, atau kalimat", f"{', '.join(PURPOSES)}, or a sentence")
]
Case = Annotated[
    str,
    option("peringatan, kasus, atau permintaannya", "alert, case or request it belongs to"),
]
By = Annotated[
    str,
    option(
        "siapa yang bertanya; nama Anda di mesin ini bila kosong",
        "who asks; your own name here by default",
    ),
]
KeptLedger = Annotated[
    Path | None,
    option("buku besar yang disimpan jaga screen", "a ledger kept by jaga screen"),
]
KeptRun = Annotated[
    Path | None, option("folder hasil jaga screen", "a results folder of jaga screen")
]
Log = Annotated[Path, option("tempat pencarian dicatat", "where queries are kept")]
Verify = Annotated[bool, option("apakah catatannya utuh?", "is the log whole?", "--verify")]
Expect = Annotated[
    str | None,
    option("dengan --verify: hash yang dicatat dulu", "with --verify: a hash noted earlier"),
]
Listed = Annotated[bool, option("siapa bertanya, dan mengapa", "who asked, and why", "--list")]


def background(
    subject: Subject = None,
    payments: given.SomePayments = None,
    purpose: Purpose = "",
    case: Case = "",
    by: By = "",
    ledger: KeptLedger = None,
    run: KeptRun = None,
    accounts: given.Accounts = None,
    watchlist: given.Watchlist = None,
    mapping: given.Mapping = None,
    token_key: given.TokenKey = None,
    parameters: given.Parameters = None,
    timezone: given.Timezone = None,
    since: given.Since = None,
    until: given.Until = None,
    log: Log = LOG,
    verify: Verify = False,
    expect: Expect = None,
    listed: Listed = False,
    as_json: given.AsJson = False,
) -> None:
    """Answer for one account: what fires, what could not be told. No verdict; always logged."""
    if verify:
        _verify(log, expect)
        return
    options = given.reading(mapping=mapping, token_key=token_key, timezone=timezone)
    if listed:
        _list(log, None if subject is None else as_token(subject, options.token_key), as_json)
        return
    named, reason = purpose_log.purpose(purpose)
    sources = Sources(payments or [], ledger, run, accounts, watchlist, options)
    token = as_token(subject, options.token_key)
    days = day(since, "--since"), day(until, "--until")
    query = _query(by, (named, reason), case, token, days)
    with watching() as watch:
        found, written = answer(sources, query, log, given.pack(parameters), _engine, watch)
    if as_json:
        out.print_json(json.dumps(answered.as_fields(found, named, written)))
    else:
        answered.show(found, named, written, log)


def _engine() -> Engine:
    from jaga.screening.engines.duckdb import DuckDBEngine

    return DuckDBEngine()


def _query(
    by: str,
    purpose: tuple[str, str],
    case: str,
    token: str,
    days: tuple[date | None, date | None],
) -> Query:
    user = _user()
    at = datetime.now(UTC).isoformat(timespec="seconds")
    since, until = (one.isoformat() if one else "" for one in days)
    return Query(at, by.strip() or user, *purpose, case.strip(), token, since, until, user)


def _user() -> str:
    """The machine's account, from the system: a variable of the shell is anybody's to set."""
    try:
        return pwd.getpwuid(os.getuid()).pw_name
    except KeyError:  # an account without a name, as in some containers
        return str(os.getuid())


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
        out.print_json(json.dumps(answered.overview_fields(found)))
    else:
        answered.show_overview(found)
