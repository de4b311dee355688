"""Checks that look at answers as a whole: interviews too short, figures far out, interviewers.

After SurveyCTO, "Monitoring form data quality" (docs.surveycto.com, Monitoring and management):
value too low, outlier, value too frequent, group mean and group distribution different. Each
finding is for a person to look into; none changes an answer, and none quotes one.
"""

import statistics
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from jaga.surveys import kinds
from jaga.surveys.answers import Answers, Row, State
from jaga.surveys.forms import Node
from jaga.words import Text

# An interview shorter than this share of the median is looked at (our own choice; a third of the
# usual time cannot hold all the questions).
SHORT = 1 / 3
# SurveyCTO's default for outliers: so many times the interquartile range beyond the quartiles.
OUTLYING = 1.5
# From this share on one answer is so frequent that the question tells nothing, or was not put.
FREQUENT = 0.95
# Fewer answers than this say nothing about a distribution.
LEAST_ANSWERS = 20
# Interviews that an interviewer needs before they are compared with the others.
LEAST_INTERVIEWS = 10
# Chance of calling any interviewer different who is not, over all comparisons (Bonferroni).
ERROR = 0.01
# Kuriakose and Robbins (2016), "Don't get duped": share of equal answers of near-duplicates; with
# fewer questions in common people are alike by chance.
ALIKE = 0.85
LEAST_IN_COMMON = 20
# Pairs grow with the square of interviews; beyond this only those of one interviewer are compared.
MOST_COMPARED = 1_500


@dataclass(frozen=True)
class Found:
    """One finding: its kind, the question and interviewer if there is one, and the rows' keys."""

    kind: str
    question: str
    interviewer: str
    keys: tuple[str, ...]
    words: Text


def found(answers: Answers, interviewer: str = "") -> tuple[Found, ...]:
    """Everything the checks find. `interviewer` is a question that names them; else the platform's.

    Looks at submissions, not at repeats.
    """
    who = {row.key: _interviewer(row, interviewer) for row in answers.rows}
    asked = [n for n in answers.form.questions if not answers.form.repeat_of(n)]
    asked = [n for n in asked if n.name != interviewer]
    return (
        *_short(answers.rows),
        *(one for node in asked for one in _outlying(answers, node)),
        *(one for node in asked for one in _frequent(answers, node)),
        *_different(answers, asked, who),
        *_alike(answers.rows, asked, who),
    )


def _interviewer(row: Row, question: str) -> str:
    if not question:
        return row.meta.get("submitter", "")
    answer = row.answers.get(question)
    return answer.value if answer else ""


def _short(rows: Iterable[Row]) -> Iterator[Found]:
    minutes = {row.key: took for row in rows if (took := _minutes(row)) is not None}
    if len(minutes) < LEAST_INTERVIEWS:
        return
    usual = statistics.median(minutes.values())
    short = tuple(key for key, took in minutes.items() if took < usual * SHORT)
    if short:
        words = Text(
            "{n} wawancara lebih singkat dari sepertiga waktu biasanya ({usual} menit).",
            "{n} interviews took less than a third of the usual time ({usual} minutes).",
        )
        yield Found("short", "", "", short, words.filled(n=len(short), usual=round(usual)))


def _minutes(row: Row) -> float | None:
    try:
        start, end = (datetime.fromisoformat(row.meta[name]) for name in ("start", "end"))
        return (end - start).total_seconds() / 60
    except (KeyError, ValueError, TypeError):
        return None


def _outlying(answers: Answers, node: Node) -> Iterator[Found]:
    if node.kind not in ("integer", "decimal"):
        return
    values = dict(_numbers(answers.rows, node))
    if len(values) < LEAST_ANSWERS:
        return
    low, _, high = statistics.quantiles(values.values(), n=4)
    reach = (high - low) * OUTLYING
    far = tuple(key for key, one in values.items() if not low - reach <= one <= high + reach)
    if far and reach:
        words = Text(
            "{question}: {n} angka jauh dari yang lain.",
            "{question}: {n} figures lie far from the others.",
        )
        yield Found("outlying", node.name, "", far, words.filled(question=node.name, n=len(far)))


def _numbers(rows: Iterable[Row], node: Node) -> Iterator[tuple[str, float]]:
    for row in rows:
        answer = row.answers[node.name]
        if answer.state is State.ANSWERED:
            try:
                yield row.key, float(answer.value)
            except ValueError:
                continue


def _frequent(answers: Answers, node: Node) -> Iterator[Found]:
    if node.kind not in ("select_one", "integer"):
        return
    values = [a.value for a in answers.of(node.name) if a.state is State.ANSWERED]
    if len(values) < LEAST_ANSWERS or len(answers.form.choices_of(node)) == 1:
        return
    _, times = Counter(values).most_common(1)[0]
    if times >= FREQUENT * len(values):
        words = Text(
            "{question}: {share} % jawaban sama. Periksa apakah sungguh ditanyakan.",
            "{question}: {share} % of answers are the same. Check whether it was really asked.",
        )
        share = 100 * times // len(values)
        yield Found("frequent", node.name, "", (), words.filled(question=node.name, share=share))


def _different(answers: Answers, asked: Sequence[Node], who: dict[str, str]) -> Iterator[Found]:
    """Interviewers whose answers differ from everybody else's by more than chance."""
    busy = [n for n, times in Counter(who.values()).items() if n and times >= LEAST_INTERVIEWS]
    if len({name for name in who.values() if name}) < 2:
        return
    tests = [
        (node, measure, name, chance)
        for node in asked
        for measure, values in _measures(answers, node)
        for name, chance in _chances(values, who, sorted(busy))
    ]
    told: set[tuple[str, str]] = set()
    for node, measure, name, chance in tests:
        if chance < ERROR / len(tests) and (node.name, name) not in told:
            told.add((node.name, name))
            yield Found("interviewer", node.name, name, (), _DIFFERENT[measure].filled(
                question=node.name, who=name
            ))  # fmt: skip


_DIFFERENT = {
    "mean": Text(
        "{question}: rata-rata pada pewawancara {who} berbeda dari yang lain.",
        "{question}: the mean of interviewer {who} differs from the others'.",
    ),
    "share": Text(
        "{question}: sebaran jawaban pada pewawancara {who} berbeda dari yang lain.",
        "{question}: the answers of interviewer {who} are spread otherwise than the others'.",
    ),
    "silent": Text(
        "{question}: pada pewawancara {who} jauh lebih banyak atau sedikit yang tidak menjawab.",
        "{question}: far more or fewer do not answer interviewer {who}.",
    ),
}


def _measures(answers: Answers, node: Node) -> Iterator[tuple[str, dict[str, float]]]:
    """(what is compared, its value by row): the number, each choice, whether it was answered."""
    if node.kind in kinds.NUMBERS:
        yield "mean", dict(_numbers(answers.rows, node))
    given = {row.key: row.answers[node.name] for row in answers.rows}
    if node.kind in ("select_one", "select_multiple"):
        for choice in answers.form.choices_of(node):
            yield (
                "share",
                {
                    key: float(choice.name in answer.value.split())
                    for key, answer in given.items()
                    if answer.state is State.ANSWERED
                },
            )
    yield (
        "silent",
        {
            key: float(answer.state is not State.ANSWERED)
            for key, answer in given.items()
            if answer.state in (State.ANSWERED, State.REFUSED, State.EMPTY)
        },
    )


def _chances(
    values: dict[str, float], who: dict[str, str], names: Sequence[str]
) -> Iterator[tuple[str, float]]:
    """For each interviewer how likely so large a difference from the others is by chance."""
    groups: dict[str, list[float]] = defaultdict(list)
    for key, one in values.items():
        groups[who[key]].append(one)
    shares = set(values.values()) <= {0.0, 1.0}
    number, total = len(values), sum(values.values())
    for name in names:
        own = groups.get(name, [])
        if min(len(own), number - len(own)) >= LEAST_INTERVIEWS:
            if shares:
                yield name, _of_shares(sum(own), len(own), total - sum(own), number - len(own))
            else:
                rest = [one for other, some in groups.items() if other != name for one in some]
                yield name, _of_means(own, rest)


def _of_shares(own: float, of_own: int, rest: float, of_rest: int) -> float:
    """Fisher's exact test. Shares within two standard errors are alike and need no test."""
    from scipy import stats

    share = (own + rest) / (of_own + of_rest)
    error = (share * (1 - share) * (1 / of_own + 1 / of_rest)) ** 0.5
    if abs(own / of_own - rest / of_rest) <= 2 * error:
        return 1.0
    return float(stats.fisher_exact([[own, of_own - own], [rest, of_rest - rest]])[1])


def _of_means(own: Sequence[float], rest: Sequence[float]) -> float:
    """Welch's test; it has no answer where nobody differs from anybody within either side."""
    from scipy import stats

    if len(set(own)) == len(set(rest)) == 1:
        return 0.0 if own[0] != rest[0] else 1.0
    return float(stats.ttest_ind(own, rest, equal_var=False).pvalue)


def _alike(rows: Sequence[Row], asked: Sequence[Node], who: dict[str, str]) -> Iterator[Found]:
    pairs = sorted(_pairs(rows, asked, who))
    for first, second in pairs:
        words = Text(
            "Dua kiriman hampir sama jawabannya. Periksa apakah satu wawancara disalin.",
            "Two submissions have nearly the same answers. Check whether one was copied.",
        )
        yield Found("alike", "", who[first] if who[first] == who[second] else "",
                    (first, second), words)  # fmt: skip


def _pairs(
    rows: Sequence[Row], asked: Sequence[Node], who: dict[str, str]
) -> Iterator[tuple[str, str]]:
    if len(asked) < LEAST_IN_COMMON:
        return
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        groups[who[row.key] if len(rows) > MOST_COMPARED else ""].append(row)
    for group in groups.values():
        yield from _near(group[:MOST_COMPARED], [node.name for node in asked])


def _near(rows: Sequence[Row], names: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Pairs of rows that answered enough in common, and nearly all of it the same."""
    import numpy as np

    codes: dict[str, int] = {}
    given = np.array(
        [
            [
                codes.setdefault(a.value, len(codes)) if a.state is State.ANSWERED else -1
                for a in (row.answers[name] for name in names)
            ]
            for row in rows
        ],
        dtype=np.int64,
    ).reshape(len(rows), len(names))
    for place, line in enumerate(given[:-1]):
        others = given[place + 1 :]
        both = (others >= 0) & (line >= 0)
        common, same = both.sum(axis=1), (both & (others == line)).sum(axis=1)
        for after in np.flatnonzero((common >= LEAST_IN_COMMON) & (same >= ALIKE * common)):
            yield rows[place].key, rows[place + 1 + int(after)].key
