"""Of whom a figure speaks: the denominator of a question, from the form's own logic.

`asked` are those to whom the form showed the question: they answered, refused or left it empty.
A percentage of answers is of `answered`; a percentage that lets refusals count is of `asked`.
Nobody who was not asked is in either.
"""

from collections import Counter
from dataclasses import dataclass

from jaga.surveys import conditions
from jaga.surveys.answers import Answers, State
from jaga.surveys.expressions import Expression, Op
from jaga.surveys.forms import Form, Node
from jaga.surveys.reach import MAY_HOLD
from jaga.surveys.reach import conditions as needed
from jaga.words import Text

_EVERYBODY = Text("semua {who}", "all {who}")
_THOSE = Text("{who} yang {what}", "{who} who {what}")
_RESPONDENTS = Text("responden", "respondents")
_TURNS = Text("isian “{repeat}”", "entries of “{repeat}”")
_WHERE = Text("{who} dengan syarat: {what}", "{who} on this condition: {what}")
_HIDDEN = Text("memenuhi syarat yang tidak terbaca", "meet a condition that cannot be read")


@dataclass(frozen=True)
class Base:
    """Counts of rows (people, or turns of a repeat), and in words who they are.

    answered + refused + empty + not_asked + unclear = total.
    """

    question: str
    words: Text
    answered: int
    refused: int
    empty: int
    not_asked: int
    unclear: int

    @property
    def asked(self) -> int:
        """To how many the question was put, as far as it can be told."""
        return self.answered + self.refused + self.empty

    @property
    def total(self) -> int:
        """All rows."""
        return self.asked + self.not_asked + self.unclear


def base(form: Form, answers: Answers, question: str) -> Base:
    """The denominator of one question. BadInput when the form has no such question."""
    counts = Counter(answer.state for answer in answers.of(question))
    return Base(
        question,
        words(form, form.named[question]),
        answered=counts[State.ANSWERED],
        refused=counts[State.REFUSED],
        empty=counts[State.EMPTY],
        not_asked=counts[State.NOT_ASKED],
        unclear=counts[State.UNCLEAR],
    )


def bases(form: Form, answers: Answers) -> tuple[Base, ...]:
    """The denominator of every question whose table is in the export."""
    return tuple(
        base(form, answers, node.name)
        for node in form.questions
        if form.named[node.name] is node and form.repeat_of(node) in answers.tables
    )


def words(form: Form, node: Node) -> Text:
    """Who is asked a question: everybody, or those who meet the conditions on the way to it."""
    repeat = form.named.get(form.repeat_of(node))
    who = _RESPONDENTS
    if repeat is not None:
        who = Text(
            _TURNS.id.format(repeat=form.say(repeat, "id")),
            _TURNS.en.format(repeat=form.say(repeat, "en")),
        )
    together: Expression | None = None
    for each in dict.fromkeys(needed(form, node)):
        together = each if together is None else Op("and", together, each)
    if together is None:
        return _filled(_EVERYBODY, who, who)
    if together is MAY_HOLD:
        return _filled(_THOSE, who, _HIDDEN)
    sentence = _THOSE if repeat is None else _WHERE
    return _filled(sentence, who, conditions.words(form, together))


def _filled(sentence: Text, who: Text, what: Text) -> Text:
    return Text(
        sentence.id.format(who=who.id, what=what.id), sentence.en.format(who=who.en, what=what.en)
    )
