"""A match with the watchlist, over the whole line: it adds to a pattern and makes none."""

import csv
from dataclasses import replace
from pathlib import Path

import duckdb
import pytest

from jaga.errors import BadInput
from jaga.ledger.options import ReadOptions
from jaga.ledger.store import Ledger
from jaga.ledger.tables import WATCHLIST
from jaga.screening.engines.duckdb import DuckDBEngine
from jaga.screening.export import alert_row
from jaga.screening.model import ModelError
from jaga.screening.pack import DEFAULT, from_content
from jaga.screening.screen import screen
from jaga.world import WorldSpec, simulate

HEADER = [column.name for column in WATCHLIST]
LIST_IDS = {i.id for i in DEFAULT.indicators.values() if i.family == "list"}


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Ledger:
    folder: Path = tmp_path_factory.mktemp("watchlist")
    simulate(
        WorldSpec(accounts=800, days=60, seed=11, prevalence=0.02, look_alike_ratio=10),
        folder / "world",
    )
    ledger = Ledger.open(folder / "ledger")
    ledger.read_accounts(folder / "world" / "accounts.csv", ReadOptions())
    ledger.read([folder / "world" / "payments.csv.gz"], ReadOptions())
    return ledger


def _tokens(ledger: Ledger, kind: str) -> list[str]:
    query = "SELECT token FROM read_parquet(?) WHERE kind = ? ORDER BY token"
    return [row[0] for row in duckdb.execute(query, [str(ledger.codes_file), kind]).fetchall()]


def _screened(ledger: Ledger, *rows: list[str]):
    path = ledger.root.parent / "watchlist.csv"
    with path.open("w", newline="") as file:
        csv.writer(file).writerows([HEADER, *rows])
    if rows:
        ledger.read_watchlist(path, ReadOptions())
    engine = DuckDBEngine(threads=1)
    try:
        return screen(ledger, engine).alerts
    finally:
        engine.close()


def _watch(token: str, kind: str = "account", **changes: str) -> list[str]:
    row = {
        "token": token,
        "token_kind": kind,
        "source": "partner",
        "reason_code": "r9",
        "added_on": "2025-01-01",
        "expires_on": "2025-12-31",
        "consent_ref": "",
    }
    return list({**row, **changes}.values())


def _matches(alerts, subject: str) -> list:
    return [
        reason
        for alert in alerts
        if alert.subject == subject
        for reason in alert.reasons
        if reason.indicator in LIST_IDS
    ]


def _paying(alerts) -> str:
    """The subject of an alert that says a watched account pays."""
    wanted = "watched_account_pays"
    return next(a.subject for a in alerts for r in a.reasons if r.indicator == wanted)


NOBODY = _watch("no such account")


@pytest.fixture(scope="module")
def without(ledger: Ledger):
    return _screened(ledger, NOBODY)


@pytest.fixture(scope="module")
def with_everybody(ledger: Ledger, without):
    rows = [_watch(token) for token in _tokens(ledger, "account")]
    rows += [_watch(token, "device") for token in _tokens(ledger, "device")]
    return _screened(ledger, *rows)


def test_a_list_alone_never_alerts(with_everybody):
    """Everybody is watched: still every alert has its required answers and a second family."""
    assert any(r.indicator in LIST_IDS for a in with_everybody for r in a.reasons)
    for alert in with_everybody:
        fired = {r.indicator: r.family for r in alert.reasons if r.answer == "fired"}
        terms = DEFAULT.typologies[alert.typology].terms
        assert {t.indicator for t in terms if t.required} <= set(fired)
        assert set(fired.values()) - {"list"}


@pytest.mark.parametrize("typology", DEFAULT.typologies.values(), ids=lambda y: y.id)
def test_no_typology_may_require_a_match(typology):
    required = {t.indicator for t in typology.terms if t.required}
    assert not required & LIST_IDS
    terms = tuple(
        replace(t, required=t.required or t.indicator in LIST_IDS) for t in typology.terms
    )
    if terms != typology.terms:
        with pytest.raises(ModelError, match="may not be required"):
            replace(typology, terms=terms).check(dict(DEFAULT.indicators))


def test_a_pack_may_not_require_a_match():
    term = {"pays_watched_token": {"required": True}}
    with pytest.raises(BadInput, match="pays_watched_token"):
        from_content({"typologies": {"payer_many_receivers": {"terms": term}}})


def test_without_the_list_only_alerts_with_a_pattern_change(with_everybody, without):
    listed = {alert.alert_id: alert for alert in with_everybody}
    bare = {alert.alert_id: alert for alert in without}
    assert set(bare) <= set(listed)
    for name, alert in listed.items():
        others = [r for r in alert.reasons if r.indicator not in LIST_IDS]
        if name in bare:
            assert [r for r in others if r.answer == "fired"] == [
                r for r in bare[name].reasons if r.answer == "fired"
            ]
        assert any(r.answer == "fired" for r in others)


def test_a_correction_takes_the_match_out_of_the_alert(ledger, with_everybody):
    subject = next(
        a.subject
        for a in with_everybody
        for r in a.reasons
        if r.indicator == "watched_account_pays"
    )
    kept = _watch(subject)
    assert _matches(_screened(ledger, kept), subject)
    back = {"reason_code": "withdrawn", "added_on": "2025-06-01", "expires_on": "2025-06-01"}
    assert not _matches(_screened(ledger, kept, _watch(subject, **back)), subject)
    assert not _matches(_screened(ledger, NOBODY), subject)
    ended = _watch(subject, added_on="2024-06-01", expires_on="2024-12-31")
    assert not _matches(_screened(ledger, ended), subject)


def test_a_reason_says_the_kind_of_source_and_a_day_and_no_more(ledger, with_everybody):
    subject = next(
        a.subject
        for a in with_everybody
        for r in a.reasons
        if r.indicator == "watched_account_pays"
    )
    given = {"source": "case", "added_on": "2024-07-15", "expires_on": "2025-07-01"}
    alerts = _screened(ledger, _watch(subject, **given, reason_code="r7", consent_ref="S-1"))
    (match, *_) = _matches(alerts, subject)
    assert "1 Desember 2024" in match.words.id
    assert "kasus" in match.words.id
    row = str(next(alert_row(a, 1) for a in alerts if a.subject == subject))
    for hidden in ("r7", "S-1", "2024-07-15", "15 Juli"):
        assert hidden not in row


def test_an_absent_list_is_no_gap_in_what_is_known_of_a_customer(without):
    assert not [r for a in without for r in a.reasons if r.indicator in LIST_IDS]
