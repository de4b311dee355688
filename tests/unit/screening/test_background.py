"""One account's answers: as a whole run gives them, without a verdict, kind to a child."""

from pathlib import Path

import duckdb
import pytest

from jaga.errors import BadInput
from jaga.ledger.neighbours import accounts_behind, kinds_of, overlay
from jaga.ledger.options import ReadOptions
from jaga.ledger.store import Ledger
from jaga.screening.background import Background, background
from jaga.screening.engines.duckdb import DuckDBEngine
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
    """Every reason of an alert, from the subject's part alone; word for word where one month
    holds all."""
    of_adults = [a for a in alerts if a.outcome == "suspicion"]
    same = 0
    for alert in of_adults[:: max(len(of_adults) // 8, 1)]:
        (answer,) = _asked(ledger, engine, alert.subject).accounts
        fired = {each.indicator.id: each for each in answer.fired}
        for reason in alert.reasons:
            if reason.answer == "fired":
                each = fired[reason.indicator]
                assert each.first <= reason.at <= each.last
                assert each.payments > 0
                assert each.months > 1 or each.words == reason.words
                same += each.months == 1
    assert same > 10


def test_a_child_is_told_of_for_protection_alone(ledger, engine, alerts):
    subjects = {a.subject for a in alerts if a.outcome == "protection"}
    answers = [_asked(ledger, engine, one).accounts[0] for one in sorted(subjects)[:4]]
    children = [one for one in answers if one.age == "may_be_child"]
    assert children
    for child in children:
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
    assert [one.since.en for one in found.watched] == ["1 January 2025"]
    assert [one.since.en for one in found.accounts[0].watched] == ["1 January 2025"]
    after = {path: path.read_bytes() for path in ledger.root.rglob("*") if path.is_file()}
    assert {str(p): b for p, b in after.items()} == {str(p): b for p, b in before.items()}
    assert _asked(ledger, engine, subject).watched == ()


def test_every_question_is_asked_or_said_to_be_untold(ledger, engine, alerts):
    (answer,) = _asked(ledger, engine, alerts[0].subject).accounts
    known = {each.indicator.id for each in answer.fired} | {each.id for each in answer.untold}
    assert known <= set(DEFAULT.indicators)
    assert not {each.indicator.id for each in answer.fired} & {each.id for each in answer.untold}
