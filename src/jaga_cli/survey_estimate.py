"""`jaga survey estimate` and `jaga survey compare`: what a sample says, and how surely."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from rich.table import Table

from jaga_cli import given
from jaga_cli import survey_options as options
from jaga_cli.helping import option
from jaga_cli.terminal import language, out, say

if TYPE_CHECKING:
    from jaga.surveys.ask import Answer, Question

SMALLEST_P = 0.0001  # what four decimals can show


def estimate(
    data: options.Data,
    measure: Annotated[
        str,
        option("kolom yang ditaksir; KOLOM=JAWABAN untuk satu jawaban",
               "column to estimate; COLUMN=ANSWER for one answer", metavar=options.COLUMN),
    ],
    kind: Annotated[
        str | None,
        option("mean, total, atau proportion; bila kosong, menurut isinya",
               "mean, total or proportion; by what is there if left out"),
    ] = None,
    weight: options.Weight = None,
    strata: options.Strata = None,
    psu: options.Psu = None,
    fpc: options.Fpc = None,
    domain: Annotated[
        str | None, option("kolom kelompok", "column of groups", metavar=options.COLUMN)
    ] = None,
    post_strata: options.PostStrata = None,
    interval: options.Interval = None,
    level: options.Level = 95.0,
    deff: options.Deff = "wor",
    error: options.ErrorBy = "taylor",
    missing: options.MissingAnswers = "drop",
    nested: options.Nested = False,
    lonely: options.LonelyUnits = "refuse",
    chart: Annotated[Path | None, option("berkas SVG untuk grafiknya", "SVG file for a chart")]
    = None,
    as_json: given.AsJson = False,
) -> None:  # fmt: skip
    """Means, totals and proportions with what the design makes of their error."""
    from jaga.surveys import ask, charting
    from jaga.surveys.columns import read_columns

    question = _question(measure, kind, domain, interval, (level, deff, error, missing))
    columns = read_columns(data)
    plan = options.plan_of(
        columns, weight=weight, strata=strata, psu=psu, fpc=fpc, post_strata=post_strata,
        nested=nested, lonely=lonely,
    )  # fmt: skip
    answer = ask.answer(columns, plan, question)
    if chart is not None:
        options.write(chart, charting.chart(answer.estimates, language()))
    if as_json:
        out.print(json.dumps(_as_json(answer), ensure_ascii=False), markup=False)
    else:
        _tell(answer)


def compare(
    data: options.Data,
    measure: Annotated[
        str, option("kolom jawaban", "column of answers", metavar=options.COLUMN)
    ],
    by: Annotated[
        str, option("kolom jawaban lain", "another column of answers", metavar=options.COLUMN)
    ],
    weight: options.Weight = None,
    strata: options.Strata = None,
    psu: options.Psu = None,
    fpc: options.Fpc = None,
    post_strata: options.PostStrata = None,
    nested: options.Nested = False,
    lonely: options.LonelyUnits = "refuse",
    as_json: given.AsJson = False,
) -> None:  # fmt: skip
    """Do two answers go together? Pearson's test as the design corrects it."""
    from jaga.surveys import ask
    from jaga.surveys.columns import read_columns
    from jaga.surveys.tables import number

    columns = read_columns(data)
    plan = options.plan_of(
        columns, weight=weight, strata=strata, psu=psu, fpc=fpc, post_strata=post_strata,
        nested=nested, lonely=lonely,
    )  # fmt: skip
    found = ask.compare(columns, plan, measure, by)
    if as_json:
        out.print(json.dumps(asdict(found)), markup=False)
        return
    f, ndf, ddf = (number(one, 2, language()) for one in (found.f, found.ndf, found.ddf))
    p = f"= {number(found.p, 4, language())}"
    if found.p < SMALLEST_P:
        p = f"< {number(SMALLEST_P, 4, language())}"
    say(
        f"F = {f} dengan {ndf} dan {ddf} derajat bebas, p {p} (Rao dan Scott), dari {found.n} "
        "jawaban.",
        f"F = {f} with {ndf} and {ddf} degrees of freedom, p {p} (Rao and Scott), on {found.n} "
        "answers.",
    )


def _question(
    measure: str,
    kind: str | None,
    domain: str | None,
    interval: str | None,
    rest: tuple[float, str, str, str],
) -> "Question":
    from jaga.surveys.ask import Question
    from jaga.surveys.estimate import COMPARED, ERRORS, KINDS, MISSING
    from jaga.surveys.intervals import INTERVALS

    level, deff, error, missing = rest
    if kind is not None:
        options.one_of(kind, KINDS, "--kind")
    if interval is not None:
        options.one_of(interval, INTERVALS, "--interval")
    options.one_of(deff, COMPARED, "--deff")
    options.one_of(error, ERRORS, "--error")
    options.one_of(missing, MISSING, "--missing")
    return Question(
        measure=measure,
        missing=next(one for one in MISSING if one == missing),
        kind=next((one for one in KINDS if one == kind), None),
        domain=domain,
        interval=next((one for one in INTERVALS if one == interval), None),
        level=level / 100,
        compared=next(one for one in COMPARED if one == deff),
        error=next(one for one in ERRORS if one == error),
    )


def _as_json(answer: "Answer") -> dict[str, object]:
    from jaga.surveys.thin import mark

    return {
        "estimates": [{**asdict(one), "mark": mark(one.n)} for one in answer.estimates],
        "notes": [note.say(language()) for note in answer.notes],
    }


def _tell(answer: "Answer") -> None:
    from jaga.surveys import tables, thin

    heading, *rows = tables.rows_of(answer.estimates, language())
    table = Table(box=None, pad_edge=False)
    names = len(heading) - len(tables.FIGURES)
    for place, name in enumerate(heading):
        table.add_column(name, justify="left" if place < names else "right", no_wrap=place >= names)
    for row in rows:
        table.add_row(*row)
    out.print(table)
    if any(thin.mark(one.n) != "plain" for one in answer.estimates):
        out.print(thin.NOTE.say(language()), markup=False)
    for note in answer.notes:
        out.print(note.say(language()), markup=False)
