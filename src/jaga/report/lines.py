"""Pieces that several chapters share: a fact as a line, facts as table or chart, names in a row."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Final

from jaga.pages.document import Items, Line, Picture, Run, Table, Words
from jaga.report.bars import Bar, bars_svg
from jaga.report.setting import Figure, Setting
from jaga.report.vocabulary import KINDS
from jaga.report.writing import bare, interval, stated
from jaga.words import Text

NONE: Final = (Run("–"),)
# Fewer bars than this say no more than their sentence.
FEWEST_BARS: Final = 3


def joined(setting: Setting, names: Sequence[str]) -> Line:
    """A, B, dan C · A, B and C; names stand as they were given."""
    last = {"id": ", dan " if len(names) > 2 else " dan ", "en": " and "}[setting.language]
    made: list[Run] = []
    for place, name in enumerate(names):
        if place:
            made.append(Run(last if place == len(names) - 1 else ", "))
        made.append(Run(name, quoted=True))
    return tuple(made)


def between(lines: Iterable[Line], mark: str) -> Line:
    """The lines that are not empty, one behind another with a mark between."""
    made: list[Run] = []
    for line in filter(None, lines):
        made += [Run(mark)] if made else []
        made += line
    return tuple(made)


def capital(run: Run) -> Run:
    """The run beginning with a capital letter."""
    return Run(run.text[:1].upper() + run.text[1:], run.to, run.at, run.language, run.quoted)


def base(setting: Setting, figure: Figure) -> Line:
    """Of how many of whom; how many is withheld with the value."""
    fact = figure.fact
    if fact.kind == "case":
        return ()
    words = setting.given(fact.base, fact.base_id) if fact.base or fact.base_id else Run("")
    count = setting.cite(figure, "base") if figure.shown and fact.n is not None else ()
    return between((count, (words,) if words.text else ()), " ")


def scene(setting: Setting, figure: Figure) -> Line:
    """Where and when; of a single case neither."""
    if figure.fact.kind == "case":
        return ()
    when = (setting.period(figure.fact),) if figure.fact.period else ()
    return between((setting.place(figure.fact), when), ", ")


def point(setting: Setting, figure: Figure) -> Line:
    """A fact as a point of a list: what, how much, of whom, where and when."""
    fact = figure.fact
    kind = KINDS[fact.kind] if fact.kind in ("contacts", "estimated reach") else None
    said = interval(fact, setting.language) if figure.shown else ""
    details = between(
        (
            (Run(setting.say(kind)),) if kind else (),
            base(setting, figure),
            (Run(said, to=figure.anchor),) if said else (),
            scene(setting, figure),
        ),
        "; ",
    )
    tail = (Run(" ("), *details, Run(")")) if details else ()
    return (capital(setting.measure(figure)), Run(": "), *setting.cite(figure), *tail, Run("."))


def points(setting: Setting, figures: Sequence[Figure]) -> Items:
    """The facts as a list."""
    return Items(tuple(point(setting, one) for one in figures))


def table(setting: Setting, title: Text, figures: Sequence[Figure]) -> Table:
    """The facts as a table; the interval has a column only where one is known."""
    intervals = any(one.shown and one.fact.low for one in figures)
    head = [
        Text("Program", "Programme"),
        Text("Yang diukur", "What was measured"),
        Text("Angka", "Number"),
        Text("Dasar", "Base"),
        *([Text("Selang", "Interval")] if intervals else []),
        Text("Tempat dan waktu", "Place and time"),
    ]
    rows = tuple(_row(setting, one, intervals=intervals) for one in figures)
    widths = (17, 25, 15, 16, 13, 16) if intervals else (19, 28, 17, 18, 18)
    return Table(title, tuple(head), rows, widths)


def _row(setting: Setting, figure: Figure, *, intervals: bool) -> tuple[Words, ...]:
    fact = figure.fact
    told = fact.kind != "case" and fact.programme
    said = interval(fact, setting.language) if figure.shown else ""
    ranged: list[Words] = [(Run(said, to=figure.anchor),) if said else NONE] if intervals else []
    return (
        (capital(setting.given(fact.programme)),) if told else NONE,
        (setting.measure(figure),),
        setting.cite(figure),
        base(setting, figure) or NONE,
        *ranged,
        scene(setting, figure) or NONE,
    )


def pictures(setting: Setting, figures: Iterable[Figure]) -> list[Picture]:
    """A chart for each set of shown facts that may be compared: same programme, base, place and
    period for shares; same kind and unit for people. Nothing is added up."""
    shown = [one for one in figures if one.shown]
    shares = sorted((one for one in shown if one.fact.unit == "percent"), key=_alike)
    made = []
    for _, group in groupby(shares, key=_alike):
        if len(bars := list(group)) >= FEWEST_BARS:
            made.append(_shares(setting, bars))
    people = [one for one in shown if one.fact.kind == "unique persons" and not one.fact.base]
    if len(people) >= FEWEST_BARS:
        made.append(_people(setting, people))
    return made


def _alike(figure: Figure) -> tuple[str, ...]:
    fact = figure.fact
    return (fact.programme, str(fact.n), fact.base, fact.place, fact.period)


def _shares(setting: Setting, figures: Sequence[Figure]) -> Picture:
    first = figures[0]
    title = setting.fill(
        Text("{programme}: bagian dari {base}", "{programme}: share of {base}"),
        programme=(capital(setting.given(first.fact.programme)),),
        base=base(setting, first) or (Run(setting.say(Text("seluruhnya", "the whole"))),),
    )
    return _picture(setting, title, figures, most=100, by_programme=False)


def _people(setting: Setting, figures: Sequence[Figure]) -> Picture:
    title = setting.fill(
        Text(
            "Orang unik menurut program, tidak untuk dijumlahkan",
            "Unique persons by programme, not to be added up",
        )
    )
    most = max(float(one.fact.number) for one in figures)
    return _picture(setting, title, figures, most=most, by_programme=True)


def _picture(
    setting: Setting, title: Line, figures: Sequence[Figure], *, most: float, by_programme: bool
) -> Picture:
    bars = [_bar(setting, one, by_programme=by_programme) for one in figures]
    told = "; ".join(f"{bar.label}: {bar.number}" for bar in bars)
    return Picture(
        title=title,
        svg=bars_svg(bars, most),
        alt=Text(f"Bagan batang. {told}.", f"Bar chart. {told}."),
    )


def _bar(setting: Setting, figure: Figure, *, by_programme: bool) -> Bar:
    fact = figure.fact
    label = capital(setting.measure(figure)).text
    if by_programme and fact.programme:
        label = f"{capital(setting.given(fact.programme)).text}: {setting.measure(figure).text}"
    known = bool(fact.low and fact.high)
    return Bar(
        label=label,
        value=float(fact.number),
        number=stated(fact, setting.language, unit=False),
        low=float(fact.low) if known else None,
        high=float(fact.high) if known else None,
    )


def counted(setting: Setting, number: int) -> Run:
    """A count of the report's own facts: it leads to the register where they can be counted."""
    return Run(bare(str(number), "", setting.language), to="numbers")
