"""One account's answers: as a whole run gives them, without a verdict, kind to a child."""

from datetime import date, timedelta
from pathlib import Path

import duckdb
import pytest

from jaga.errors import BadInput
from jaga.ledger.neighbours import accounts_behind, kinds_of, overlay
from jaga.ledger.options import ReadOptions
from jaga.ledger.store import Ledger
from jaga.screening.background import Background, background
from jaga.screening.engines.duckdb import DuckDBEngine
from jaga.screening.months import iso
from jaga.screening.pack import DEFAULT
from jaga.screening.screen import screen
from jaga.world import WorldSpec, simulate


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Ledger:
    folder: Path = tmp_path_factory.mktemp("background")
    spec = WorldSpec(accounts=800, days=60, seed=12, prevalence=0.02, look_alike_ratio=10)
    simulate(spec, folder / "world")
    ledger = Ledger.open(folder / "ledger")
    ledger.read_accounts(folder / "world" / "accounts.csv", ReadOptions())
    ledger.read([folder / "world" / "payments.csv.gz"], ReadOptions())
    return ledger


@pytest.fixture(scope="module")
def alerts(ledger):
    engine = DuckDBEngine(threads=1)
    try:
        return screen(ledger, engine).alerts
    finally:
        engine.close()


@pytest.fixture(scope="module")
def engine():
    made = DuckDBEngine(threads=1)
    yield made
    made.close()


def _asked(ledger: Ledger, engine: DuckDBEngine, token: str) -> Background:
    return background(ledger, token, engine)


def test_it_says_what_a_whole_run_says(ledger, engine, alerts):
    """Every reason of an alert, word for word, from the subject's part of the ledger alone."""
    of_adults = [a for a in alerts if a.outcome == "suspicion"]
    told = 0
    for alert in of_adults[:: max(len(of_adults) // 8, 1)]:
        first = date.fromisoformat(iso(alert.first_fired_at)[:10]).replace(day=1)
        last = (first + timedelta(days=32)).replace(day=1) - timedelta(days=1)
        found = background(ledger, alert.subject, engine, since=first, until=last)
        fired = {each.indicator.id: each for each in found.accounts[0].fired}
        for reason in alert.reasons:
            if reason.answer == "fired":
                each = fired[reason.indicator]
                assert (each.words, each.months) == (reason.words, 1)
                assert each.first <= reason.at <= each.last
                assert each.payments > 0
                told += 1
    assert told > 10


def _children(ledger, alerts):
    """Subjects of alerts whose holders may be under 18, else accounts of children."""
    codes = duckdb.execute(
        "SELECT account FROM read_parquet(?) WHERE birth_year >= 2008 ORDER BY account",
        [str(ledger.accounts_file)],
    ).fetchall()
    young = ledger.token("account", [code for (code,) in codes]).values()
    alerted = {alert.subject for alert in alerts} & set(young)
    return sorted(alerted) or sorted(young)


def test_a_child_is_told_of_for_protection_alone(ledger, engine, alerts):
    for subject in _children(ledger, alerts)[:3]:
        (child,) = _asked(ledger, engine, subject).accounts
        assert child.age == "may_be_child"
        for each in (*[a.indicator for a in child.fired], *child.untold):
            assert "child_at_risk" in each.roles


def test_nothing_in_the_answer_is_a_score_or_a_verdict(ledger, engine, alerts):
    from dataclasses import fields

    from jaga.screening import background as module

    names = {
        field.name
        for kind in (module.Answered, module.Account, module.Background, module.Watched)
        for field in fields(kind)
    }
    assert not names & {"score", "weight", "harm", "outcome", "verdict", "rank"}


def test_a_device_answers_for_the_accounts_behind_it(ledger, engine):
    code, count = duckdb.execute(
        "SELECT device, count(DISTINCT debtor) AS n FROM read_parquet(?) WHERE device IS NOT NULL "
        "GROUP BY device HAVING n > 1 ORDER BY n, device LIMIT 1",
        [[str(file) for file in ledger.payment_files()]],
    ).fetchone()
    token = ledger.token("device", [code])[code]
    assert kinds_of(ledger, token) == {"device": code}
    found = _asked(ledger, engine, token)
    assert found.kind == "device"
    assert len(found.accounts) == min(count, 10)
    behind = accounts_behind(ledger, "device", code, ledger.payment_files())
    assert len(behind) == min(count, 11)


def test_an_unknown_account_is_a_sentence_without_the_number(ledger, engine):
    with pytest.raises(BadInput) as caught:
        _asked(ledger, engine, "no such 1234567")
    assert "1234567" not in caught.value.text.en


def test_a_list_read_over_a_ledger_leaves_the_ledger_as_it_was(ledger, engine, alerts, tmp_path):
    before = {path: path.read_bytes() for path in ledger.root.rglob("*") if path.is_file()}
    above = overlay(ledger, tmp_path / "above")
    header = "token,token_kind,source,added_on,expires_on"
    path = tmp_path / "watchlist.csv"
    subject = next(a.subject for a in alerts if a.outcome == "suspicion")
    path.write_text(f"{header}\n{subject},account,partner,2025-01-01,2025-12-31\n")
    above.read_watchlist(path, ReadOptions())
    found = _asked(above, engine, subject)
    assert found.watched == ()  # of an account it stands with the account
    assert [one.since.en for one in found.accounts[0].watched] == ["1 January 2025"]
    after = {path: path.read_bytes() for path in ledger.root.rglob("*") if path.is_file()}
    assert {str(p): b for p, b in after.items()} == {str(p): b for p, b in before.items()}
    assert _asked(ledger, engine, subject).accounts[0].watched == ()


def test_a_childs_account_on_the_list_is_an_entry_to_review(ledger, engine, alerts, tmp_path):
    subject = _children(ledger, alerts)[0]
    above = overlay(ledger, tmp_path / "above")
    path = tmp_path / "watchlist.csv"
    header = "token,token_kind,source,added_on,expires_on"
    path.write_text(f"{header}\n{subject},account,partner,2025-01-01,2025-12-31\n")
    above.read_watchlist(path, ReadOptions())
    found = _asked(above, engine, subject)
    assert found.watched == found.accounts[0].watched == ()
    assert found.accounts[0].listed_child
    assert not _asked(ledger, engine, subject).accounts[0].listed_child


def test_every_question_is_asked_or_said_to_be_untold(ledger, engine, alerts):
    (answer,) = _asked(ledger, engine, alerts[0].subject).accounts
    known = {each.indicator.id for each in answer.fired} | {each.id for each in answer.untold}
    assert known <= set(DEFAULT.indicators)
    assert not {each.indicator.id for each in answer.fired} & {each.id for each in answer.untold}
