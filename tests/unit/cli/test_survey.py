"""`jaga survey`: what outsiders script against. Answers are invented.

Most calls run in this process, as `jaga_cli.__main__.main` would run them; one goes through a real
one, where the exit code is made.
"""

import json

import pytest
from tests.process import Ended
from tests.process import jaga as process
from tests.unit.surveys.r_reference import ORACLES
from typer.testing import CliRunner

from jaga.errors import JagaError
from jaga_cli.app import app

HEAD = "village,region,weight,people,agrees,hours\n"
ROWS = [
    f"v{village},r{village % 2},{2 + village % 3},500,"
    f"{'ya' if (village + person * village) % 3 else 'tidak'},{village + person}\n"
    for village in range(12)
    for person in range(5)
]
KEYS = {"value", "se", "df", "deff", "low", "high", "n"}


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


def jaga(*arguments, language="id"):
    ended = CliRunner(env={"JAGA_LANGUAGE": language}).invoke(app, [str(one) for one in arguments])
    if isinstance(ended.exception, JagaError):
        return Ended(ended.exception.exit_code, ended.stdout, ended.exception.say(language))
    assert ended.exception is None, ended.exception
    return Ended(ended.exit_code, ended.stdout, ended.stderr)


@pytest.fixture
def data(tmp_path):
    (tmp_path / "answers.csv").write_text(HEAD + "".join(ROWS))
    return tmp_path


def estimate(*options, **more):
    return jaga("survey", "estimate", "answers.csv", *options, **more)


def test_json_holds_every_figure_of_the_contract(data):
    ended = estimate("--measure", "agrees=ya", "--weight", "weight", "--strata", "region",
                     "--psu", "village", "--domain", "region", "--interval", "korn-graubard",
                     "--json")  # fmt: skip
    assert ended.code == 0, ended.complained
    told = json.loads(ended.said)["estimates"]
    assert [one["domain"] for one in told] == ["r0", "r1"]
    assert all(set(one) >= KEYS for one in told)
    assert all(one["low"] < one["value"] < one["high"] for one in told)


@pytest.mark.parametrize(("language", "word"), [("id", "Taksiran"), ("en", "Estimate")])
def test_the_table_is_in_the_readers_language_and_a_chart_beside_it(data, language, word):
    ended = estimate("--measure", "hours", "--psu", "village", "--chart", "c.svg",
                     language=language)  # fmt: skip
    assert ended.code == 0, ended.complained
    assert word in ended.said
    assert (data / "c.svg").read_text().startswith("<svg")


BAD = {
    "missing column": ("--measure", "nobody"),
    "non-numeric": ("--measure", "agrees", "--kind", "mean"),
    "negative weights": ("--measure", "hours", "--weight", "below"),
    "population smaller than the sample": ("--measure", "hours", "--fpc", "weight"),
    "strata with one cluster": ("--measure", "hours", "--strata", "village", "--psu", "village"),
    "chart in no folder": ("--measure", "hours", "--chart", "nowhere/c.svg"),
    "post-strata without sizes": ("--measure", "hours", "--post-strata", "region=nowhere"),
}


@pytest.mark.parametrize("options", BAD.values(), ids=list(BAD))
def test_bad_input_ends_with_3_and_a_sentence(data, options):
    text = (data / "answers.csv").read_text().splitlines()
    rows = [f"{line},{'below' if number == 0 else -1}\n" for number, line in enumerate(text)]
    (data / "answers.csv").write_text("".join(rows))
    for language in ("id", "en"):
        ended = estimate(*options, language=language)
        assert ended.code == 3
        assert ended.said == ""
        assert ended.complained.strip().endswith((".", ")"))
        assert "Traceback" not in ended.complained


@pytest.mark.parametrize(
    "options",
    [("--measure", "hours", "--interval", "wilson"), ("--measure", "hours", "--kind", "median"),
     ("--measure", "hours", "--interval", "logit"), ("--measure", "hours", "--level", "100"), ()],
)  # fmt: skip
def test_wrong_usage_ends_with_2(data, options):
    assert estimate(*options).code == 2


def test_a_real_process_ends_with_that_code_and_that_sentence(data):
    measure = ("survey", "estimate", "answers.csv", "--measure")
    good, bad = (process(*measure, name, folder=data) for name in ("hours", "nobody"))
    assert (good.code, bad.code) == (0, 3), good.complained
    assert bad.complained.strip() == jaga(*measure, "nobody", language="en").complained
    assert "nobody" not in bad.complained


def test_plan_goes_both_ways(tmp_path):
    wish = ("--per-cluster", "12.8", "--icc", "0.05", "--json")
    there = json.loads(jaga("survey", "plan", "--margin", "5", *wish).said)
    back = json.loads(jaga("survey", "plan", "--clusters", "40", *wish).said)
    assert (there["interviews"], there["clusters"], round(back["deff"], 2)) == (611, 48, 1.59)
    assert jaga("survey", "plan").code == 2


def test_two_answers_are_compared(data):
    ended = jaga("survey", "compare", "answers.csv", "--measure", "agrees", "--by", "region",
                 "--psu", "village", "--json")  # fmt: skip
    assert ended.code == 0, ended.complained
    assert set(json.loads(ended.said)) >= {"f", "ndf", "ddf", "p"}


# Options after the sample's name, and (value, se, low, high) that R prints; None: not printed.
SCHOOLS = {
    "stratified mean": ("apistrat.csv --measure api00 --weight pw --strata stype --fpc fpc",
                        (662.287363159, 9.40894080278, 643.732188272, 680.842538047)),
    "cluster total": ("apiclus1.csv --measure enroll --kind total --weight pw --psu dnum --fpc fpc",
                      (3404940.13453, 932235.027041, None, None)),
    "two stages": ("apiclus2.csv --measure api00 --psu dnum --psu snum --fpc fpc1 --fpc fpc2",
                   (670.811808118, 30.0990273768, 609.930778741, 731.692837495)),
    "two stages, answers missing": (
        "apiclus2.csv --measure enroll --kind total --psu dnum --psu snum --fpc fpc1 --fpc fpc2",
        (2639272.93, 799637.773648, None, None)),
    "share": ("apistrat.csv --measure sch.wide=Yes --weight pw --strata stype --fpc fpc "
              "--interval korn-graubard",
              (0.827948011416, 0.0243447801131, 0.774171328597, 0.873431592621)),
    "post-stratified": ("apiclus1.csv --measure enroll --kind total --weight pw --psu dnum "
                        "--fpc fpc --post-strata stype=sizes.csv",
                        (3680892.945, 406292.6363, None, None)),
}  # fmt: skip


@pytest.mark.oracles
@pytest.mark.parametrize(("options", "printed"), SCHOOLS.values(), ids=list(SCHOOLS))
def test_the_command_says_what_r_says(tmp_path, options, printed):
    (tmp_path / "sizes.csv").write_text("stype,schools\nE,4421\nH,755\nM,1018\n")
    sample, *rest = options.split()
    path = ORACLES.resolve() / "api" / sample
    ended = jaga("survey", "estimate", path, *rest, "--json")
    assert ended.code == 0, ended.complained
    (one,) = json.loads(ended.said)["estimates"]
    for name, figure in zip(("value", "se", "low", "high"), printed, strict=True):
        assert figure is None or one[name] == pytest.approx(figure, rel=5e-10)
