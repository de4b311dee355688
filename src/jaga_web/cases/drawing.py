"""Questions as fields of a page, and what came back from one."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import QueryDict

from jaga.casework import forms
from jaga.casework.forms import Question
from jaga.words import Text
from jaga_web.cases import answers, queries
from jaga_web.cases.models import Case
from jaga_web.people.models import User

MOST_RADIOS = 5
Open = Mapping[str, Mapping[str, Text]]


@dataclass(frozen=True)
class Field:
    """One question as it is drawn: with the value and the version it was drawn from."""

    asked: Question
    value: str
    version: int
    choices: Mapping[str, Text]

    @property
    def widget(self) -> str:
        """Which input fits: radios, select, checkboxes, date, line or area."""
        if self.asked.type == "select_multiple":
            return "checkboxes"
        if self.asked.type == "select_one":
            return "radios" if 0 < len(self.choices) <= MOST_RADIOS else "select"
        if self.asked.type == "date":
            return "date"
        return "line" if self.asked.section == "identity" else "area"

    @property
    def skipped(self) -> bool:
        """Whether the child passed the question over."""
        return self.value == forms.SKIPPED

    @property
    def shown(self) -> str:
        """The text to put into the input."""
        return "" if self.skipped else self.value

    @property
    def options(self) -> list[tuple[str, Text, bool]]:
        """Each choice: code, words, whether it is chosen."""
        chosen = self.value.split()
        return [(code, words, code in chosen) for code, words in self.choices.items()]

    @property
    def said(self) -> list[Text]:
        """The value in words, for reading."""
        return in_words(self.asked, self.value, self.choices)


def in_words(asked: Question, value: str, choices: Mapping[str, Text] | None = None) -> list[Text]:
    """An answer in words: one Text for each code, or the text itself."""
    if not value:
        return []
    if value == forms.SKIPPED:
        return [forms.words(asked.choices, value)]
    if not asked.type.startswith("select"):
        return [Text(value, value)]
    known = choices or forms.choices(asked.choices)
    return [known.get(code) or Text(code, code) for code in value.split()]


def open_lists(user: User, case: Case) -> Open:
    """The choices that belong to this case: its goals, and colleagues without a conflict."""
    goals = {
        str(goal.pk): Text(goal.words or "-", goal.words or "-") for goal in case.goal_set.all()
    }
    people = {
        str(one.pk): Text(one.display_name, one.display_name)
        for one in queries.staff_for(user, case)
    }
    return {"goal": goals, "person": people}


def entry_fields(case: Case, section: str, typed: Mapping[str, str] | None = None) -> list[Field]:
    """The fields of a section with its current answers, or with what was typed."""
    now = answers.current(case, section)
    return [
        Field(
            asked,
            (typed or {}).get(asked.name, now[asked.name].value),
            now[asked.name].version,
            forms.choices(asked.choices) if asked.choices else {},
        )
        for asked in forms.questions(section)
    ]


def event_fields(section: str, typed: Mapping[str, str], lists: Open) -> list[Field]:
    """The fields of one record, empty or with what was typed."""
    return [
        Field(
            asked,
            typed.get(asked.name, ""),
            0,
            lists.get(asked.choices) or (forms.choices(asked.choices) if asked.choices else {}),
        )
        for asked in forms.questions(section)
    ]


def read(section: str, sent: QueryDict) -> dict[str, str]:
    """What was sent for each question that the page drew."""
    return {
        asked.name: one(asked, sent)
        for asked in forms.questions(section)
        if f"v-{asked.name}" in sent
    }


def one(asked: Question, sent: QueryDict) -> str:
    """What was sent for one question: passed over, several codes, or a value."""
    if asked.skip and f"skip-{asked.name}" in sent:
        return forms.SKIPPED
    if asked.type == "select_multiple":
        return " ".join(sent.getlist(asked.name))
    return sent.get(asked.name, "")


def versions(section: str, sent: QueryDict) -> dict[str, int]:
    """From which version each field was drawn."""
    found = {asked.name: sent.get(f"v-{asked.name}", "") for asked in forms.questions(section)}
    return {name: int(number) for name, number in found.items() if number.isdigit()}


def decided(section: str, sent: QueryDict) -> dict[str, str]:
    """After a clash: my value, a third one, or nothing where theirs is kept."""
    values = {}
    for asked in forms.questions(section):
        keep = sent.get(f"keep-{asked.name}", "")
        if keep == "mine":
            values[asked.name] = sent.get(f"mine-{asked.name}", "")
        elif keep == "third":
            values[asked.name] = one(asked, sent)
    return values
