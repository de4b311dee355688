"""For any form and any answers: states are what a device would have done, and counts add up."""

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.surveys.invented_answers import kobo, odk

from jaga.surveys import bases, exports
from jaga.surveys.drawn import form

CHOICES = """
    list_name | name | label
    l         | a    | A
    l         | b    | B
    l         | c    | C
    l         | no   | Tidak ingin menjawab
"""
NAMES = ("a", "b", "c", "no")
KINDS = ("select_one l", "select_multiple l", "integer")


@st.composite
def condition(draw, before):
    """(as XLSForm writes it, the same as a function of answers) about an earlier question."""
    name, kind = draw(st.sampled_from(before))
    if kind == "integer":
        number = draw(st.integers(0, 9))
        return (
            f"${{{name}}} > {number}",
            lambda given: bool(given[name]) and int(given[name]) > number,
        )
    choice = draw(st.sampled_from(NAMES))
    if kind == "select_one l" and draw(st.booleans()):
        return f"${{{name}}} != '{choice}'", lambda given: given[name] != choice
    return f"selected(${{{name}}}, '{choice}')", lambda given: choice in given[name].split()


@st.composite
def questionnaires(draw):
    """A form of up to six questions, some in a group, with conditions on earlier ones."""
    before, lines, asks = [], ["type | name | label | relevant"], []
    around = None
    for number in range(draw(st.integers(1, 6))):
        if before and around is None and draw(st.integers(0, 4)) == 0:
            written, around = draw(condition(before))
            lines.append(f"begin group | g{number} | G | {written}")
        written, holds = "", lambda given: True
        if before and draw(st.booleans()):
            written, holds = draw(condition(before))
        kind = draw(st.sampled_from(KINDS))
        lines.append(f"{kind} | q{number} | Q{number} | {written}")
        asks.append((f"q{number}", kind, holds, around))
        before.append((f"q{number}", kind))
    lines += ["end group | | |"] if around else []
    return form("\n".join(lines), CHOICES, "version\n1"), asks


@st.composite
def filled(draw):
    """A form, people as a device would have saved them, and the state of each of their answers."""
    drawn, asks = draw(questionnaires())
    people, truths = [], []
    for _ in range(draw(st.integers(1, 5))):
        given, truth = {}, {}
        for name, kind, holds, around in asks:
            shown = holds(given) and (around is None or around(given))
            given[name] = draw(answers(kind)) if shown else ""
            said = {"no": "refused", "": "empty"}.get(given[name], "answered")
            truth[name] = said if shown else "not_asked"
        people.append(given)
        truths.append(truth)
    return drawn, people, truths


def answers(kind):
    if kind == "integer":
        return st.integers(0, 9).map(str) | st.just("")
    if kind == "select_one l":
        return st.sampled_from(("", *NAMES))
    return st.lists(st.sampled_from(NAMES), unique=True).map(lambda some: " ".join(sorted(some)))


def states(drawn, data):
    read = exports.read(drawn, data)
    each = [{name: answer for name, answer in row.answers.items()} for row in read.rows]
    return read, [{name: answer.state.value for name, answer in row.items()} for row in each]


@settings(max_examples=60, deadline=None)
@given(filled())
def test_every_shape_of_export_gives_the_states_that_were(drawn_people_truths):
    drawn, people, truths = drawn_people_truths
    shapes = [
        odk(drawn, people), odk(drawn, people, split=False), odk(drawn, people, whole=False),
        kobo(drawn, people), kobo(drawn, people, shape="details"),
    ]  # fmt: skip
    for data in shapes:
        read, found = states(drawn, data)
        assert found == truths
        for one in bases.bases(drawn, read):
            counted = [truth[one.question] for truth in truths]
            assert one.answered == counted.count("answered")
            assert one.not_asked == counted.count("not_asked")
            parts = one.answered + one.refused + one.empty + one.not_asked + one.unclear
            assert parts == one.total == len(people)
            assert one.unclear == 0
