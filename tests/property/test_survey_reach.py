"""What is said to be never shown is never shown, tried on every possible run of small forms."""

from hypothesis import given, settings
from hypothesis import strategies as st

from jaga.surveys import reach
from jaga.surveys.drawn import form

CHOICES = "list_name | name | label\nl | a | A\nl | b | B"
ANSWERS = {
    "select_one l": ["", "a", "b"],
    "select_multiple l": ["", "a", "b", "a b"],
    "integer": ["", "0", "1", "2"],
}


@st.composite
def atom(draw, before):
    """(as XLSForm writes it, the same of answers) about an earlier question."""
    name, kind = draw(st.sampled_from(before))
    if draw(st.integers(0, 5)) == 0:
        return f"${{{name}}} = ''", lambda given: given[name] == ""
    if kind == "integer":
        number = draw(st.integers(-1, 3))
        sign, holds = draw(
            st.sampled_from([
                (">", lambda one, n: one > n), ("<=", lambda one, n: one <= n),
                ("=", lambda one, n: one == n),
            ])
        )  # fmt: skip
        return (
            f"${{{name}}} {sign} {number}",
            lambda given: given[name] != "" and holds(int(given[name]), number),
        )
    choice = draw(st.sampled_from("ab"))
    if kind == "select_one l" and draw(st.booleans()):
        return f"${{{name}}} != '{choice}'", lambda given: given[name] != choice
    return f"selected(${{{name}}}, '{choice}')", lambda given: choice in given[name].split()


@st.composite
def condition(draw, before):
    """Up to three atoms with and, or, not."""
    written, holds = draw(atom(before))
    for _ in range(draw(st.integers(0, 2))):
        other, also = draw(atom(before))
        both = draw(st.booleans())
        written = f"({written}) {'and' if both else 'or'} ({other})"
        holds = (lambda p, q: lambda g: p(g) and q(g))(holds, also) if both else (
            lambda p, q: lambda g: p(g) or q(g)
        )(holds, also)  # fmt: skip
    if draw(st.booleans()):
        return f"not({written})", (lambda p: lambda g: not p(g))(holds)
    return written, holds


@st.composite
def forms(draw):
    """Up to five questions with conditions on earlier ones."""
    before, lines, asks = [], ["type | name | relevant | constraint"], []
    for number in range(draw(st.integers(2, 5))):
        written, holds = draw(condition(before)) if before else ("", lambda given: True)
        kind = draw(st.sampled_from(sorted(ANSWERS)))
        limits = ". >= 0 and . <= 2" if kind == "integer" else ""
        lines.append(f"{kind} | q{number} | {written} | {limits}")
        asks.append((f"q{number}", kind, holds))
        before.append((f"q{number}", kind))
    return form("\n".join(lines), CHOICES), asks


def reached(asks, given=None):
    """Names of questions shown in any run from here on."""
    given = given or {}
    if len(given) == len(asks):
        return set()
    name, kind, holds = asks[len(given)]
    if not holds(given):
        return reached(asks, {**given, name: ""})
    return {name}.union(*(reached(asks, {**given, name: one}) for one in ANSWERS[kind]))


@settings(max_examples=150, deadline=None)
@given(forms())
def test_never_shown_is_said_of_exactly_those_that_no_run_shows(drawn_asks):
    drawn, asks = drawn_asks
    shown = reached(asks)
    assert {node.name for node in drawn.nodes if reach.reachable(drawn, node)} == shown
