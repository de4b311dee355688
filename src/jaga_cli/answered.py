"""An answer about one account in words and as JSON, and the log of who asked."""

from pathlib import Path
from typing import Any

from jaga.screening import background as asking
from jaga.screening.background import Account, Background
from jaga.screening.evidence import MAX_PAYMENTS
from jaga.screening.months import iso
from jaga.screening.purpose_log import PURPOSES, Overview, Written
from jaga.words import Text
from jaga_cli.terminal import language, out, say

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


def show(found: Background, purpose: str, written: Written, log: Path) -> None:
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


def overview_fields(found: Overview) -> dict[str, Any]:
    """Who asked, as `--list --json` prints it."""
    return {
        "by": {by: dict(counts) for by, counts in found.by.items()},
        "repeated": [
            {"by": by, "subject": whom, "times": times} for by, whom, times in found.repeated
        ],
        "without_case": found.without_case,
        "queries": found.queries,
    }


def show_overview(found: Overview) -> None:
    """Who asked and why; what was asked again and again, or without a case."""
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
