"""A run made again from its manifest: the same, or what differs, named."""

import json
import shutil
from pathlib import Path

import pytest
from tests.small_country import build, rows_of, write

from jaga.errors import BadInput
from jaga.ledger.options import ReadOptions
from jaga.ledger.store import Ledger
from jaga.line import Job, run
from jaga.replay import Asked, read_baseline, replay, telling_all, write_replay
from jaga.reproduce import Reproduced, Sources, reproduce
from jaga.screening.engines.duckdb import DuckDBEngine
from jaga.screening.pack import DEFAULT, from_content
from jaga.screening.replay.sides import Side
from jaga.screening.standing import scaled

pytestmark = pytest.mark.slow

LOWER = scaled(DEFAULT.typologies["payer_many_receivers"].threshold, 60)
PACK = from_content(
    {
        "name": "contoh",
        "source": {"publisher": "Contoh", "document": "Daftar", "date": "2026-01-15"},
        "typologies": {"payer_many_receivers": {"threshold": LOWER, "reason": "butir 1"}},
    }
)


def _silent(*_: object) -> None:
    """Nobody watches."""


@pytest.fixture(scope="module")
def country(tmp_path_factory) -> Path:
    return build(tmp_path_factory.mktemp("country"))


@pytest.fixture(scope="module")
def made(tmp_path_factory, country) -> Path:
    """A run with other numbers, a zone and a key."""
    out = tmp_path_factory.mktemp("made") / "run"
    engine = DuckDBEngine(threads=2)
    job = Job(
        [country / "payments.csv.gz"], out, accounts=country / "accounts.csv", pack=PACK,
        options=ReadOptions(token_key=b"k" * 32, timezone="Asia/Jakarta"),
    )  # fmt: skip
    run(job, engine, _silent)
    engine.close()
    return out


@pytest.fixture
def copy(made, tmp_path) -> Path:
    shutil.copytree(made, tmp_path / "run", ignore=shutil.ignore_patterns("ledger"))
    return tmp_path / "run"


def _again(
    run_dir: Path, work: Path, sources: Sources, key: bytes | None = b"k" * 32
) -> Reproduced:
    engine = DuckDBEngine(threads=2)
    try:
        options = ReadOptions(token_key=key)
        return reproduce(run_dir / "manifest.json", sources, options, work, engine, _silent)
    finally:
        engine.close()


@pytest.fixture
def sources(country) -> Sources:
    return Sources([country / "payments.csv.gz"], country / "accounts.csv")


def _change(run_dir: Path, mend) -> None:
    file = run_dir / "manifest.json"
    manifest = json.loads(file.read_text())
    mend(manifest)
    file.write_text(json.dumps(manifest))


def test_the_round_trip_is_the_same_to_the_byte(copy, tmp_path, sources):
    done = _again(copy, tmp_path / "work", sources)
    assert done.same, [one.words.en for one in done.findings]
    assert done.findings == ()
    assert done.alerts == len(rows_of(copy / "alerts.csv")) - 1 > 0


def test_without_alerts_csv_the_recorded_hash_is_enough(copy, tmp_path, sources):
    (copy / "alerts.csv").unlink()
    assert _again(copy, tmp_path / "work", sources).same


def test_another_code_version_is_told_and_does_not_decide(copy, tmp_path, sources):
    _change(copy, lambda m: m.update(code_version="0.0.0"))
    done = _again(copy, tmp_path / "work", sources)
    assert done.same
    assert [one.what for one in done.findings] == ["code_version"]


def test_a_changed_input_is_found_before_anything_is_screened(copy, tmp_path, country, sources):
    header, *rows = rows_of(country / "payments.csv.gz")
    changed = write(tmp_path / "payments.csv.gz", header, rows[:-1])
    done = _again(copy, tmp_path / "work", Sources([changed], sources.accounts))
    assert not done.same
    assert {one.what for one in done.findings} == {"inputs"}
    assert not (tmp_path / "work" / "run" / "alerts.csv").exists()


def test_missing_accounts_are_found(copy, tmp_path, sources):
    done = _again(copy, tmp_path / "work", Sources(sources.payments))
    assert [one.what for one in done.findings] == ["accounts"]


def test_another_key_is_found(copy, tmp_path, sources):
    done = _again(copy, tmp_path / "work", sources, key=None)
    assert "options.key" in {one.what for one in done.findings}
    assert "--token-key" in next(o.words.en for o in done.findings if o.what == "options.key")


def _threshold(manifest: dict, value: int) -> None:
    manifest["parameters"]["content"]["typologies"]["payer_many_receivers"]["threshold"] = value


def test_a_changed_pack_is_found(copy, tmp_path, sources):
    _change(copy, lambda m: _threshold(m, LOWER + 1))
    done = _again(copy, tmp_path / "work", sources)
    assert {one.what for one in done.findings} == {"parameters.content", "config_sha256"}
    assert "payer_many_receivers" in " ".join(one.words.en for one in done.findings)


def test_a_pack_changed_together_with_its_hash_is_still_found(copy, tmp_path, sources):
    def forge(manifest: dict) -> None:
        _threshold(manifest, LOWER + 1)
        content = manifest["parameters"]["content"]
        manifest["parameters"]["content_sha256"] = from_content(content).content_sha256()

    _change(copy, forge)
    done = _again(copy, tmp_path / "work", sources)
    assert [one.what for one in done.findings] == ["config_sha256"]


def test_an_alert_taken_out_is_named(copy, tmp_path, sources):
    header, first, *rest = rows_of(copy / "alerts.csv")
    write(copy / "alerts.csv", header, rest)
    done = _again(copy, tmp_path / "work", sources)
    assert not done.same
    assert any(first[0] in one.words.en and "only now" in one.words.en for one in done.findings)


def test_a_changed_score_is_named_with_its_column(copy, tmp_path, sources):
    header, *rows = rows_of(copy / "alerts.csv")
    rows[0][header.index("score")] = "999"
    write(copy / "alerts.csv", header, rows)
    done = _again(copy, tmp_path / "work", sources)
    told = [one.words.en for one in done.findings]
    assert any("differ in score" in words and rows[0][0] in words for words in told)


@pytest.mark.parametrize(
    "mend",
    [
        lambda m: m.pop("parameters"),
        lambda m: m.update(since="soon"),
        lambda m: m.update(options=3),
        lambda m: m["parameters"].pop("content"),
    ],
)
def test_a_manifest_that_says_too_little_is_refused(copy, tmp_path, sources, mend):
    _change(copy, mend)
    with pytest.raises(BadInput):
        _again(copy, tmp_path / "work", sources)


def test_the_manifest_tells_no_key_and_no_private_word(made):
    text = (made / "manifest.json").read_text()
    assert "kkkk" not in text
    options = json.loads(text)["options"]
    assert len(options["lexicon"]) == 64
    assert options["timezone"] == "Asia/Jakarta"


def test_a_run_is_a_baseline_and_a_pack_is_one_too(made, country, tmp_path):
    """Against an earlier run's folder and against that run's pack: the same gained and lost."""
    engine, out = DuckDBEngine(threads=2), tmp_path / "run"
    job = Job(
        [country / "payments.csv.gz"], out, accounts=country / "accounts.csv",
        pack=telling_all(DEFAULT),
        options=ReadOptions(token_key=b"k" * 32, timezone="Asia/Jakarta"),
    )  # fmt: skip
    finished = run(job, engine, _silent)
    engine.close()
    ledger = Ledger.open(out / "ledger")
    found = []
    for baseline in (read_baseline(made), PACK):
        asked = Asked(baseline, sweep=True)
        done = replay(finished, ledger, asked, lambda: DuckDBEngine(threads=2), _silent)
        assert done.compared is not None
        found.append([sorted(c.alert_id for c in part) for part in _parts(done.compared)])
    assert found[0] == found[1]
    assert found[0][1], "a lower threshold had raised more"
    names = write_replay(tmp_path / "out", done)
    assert {"changes.csv", "first-firings.csv", "sweep.csv", "sweep.svg", "sweep.txt"} <= set(names)
    assert len(rows_of(tmp_path / "out" / "changes.csv")) == 1 + sum(map(len, found[0]))


def _parts(compared):
    return compared.gained, compared.lost


def test_a_folder_that_is_no_run_is_refused(tmp_path):
    with pytest.raises(BadInput):
        read_baseline(tmp_path)
    assert read_baseline(Path("default")) is DEFAULT


def test_a_side_read_back_is_the_side_that_was_written(made):
    side = read_baseline(made)
    assert isinstance(side, Side)
    assert len(side.key) == 16, "a fingerprint, never the key"
    assert side.numbers == json.loads(json.dumps(PACK.numbers()))
    assert {one.alert_id for one in side.alerts().values()} == {
        row[0] for row in rows_of(made / "alerts.csv")[1:]
    }
