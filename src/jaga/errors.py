"""Errors a user can mend. Each says what to do next, and never quotes a personal value."""

from typing import ClassVar

from jaga.words import Language, Text


class JagaError(Exception):
    """An expected problem: shown as a sentence, without a traceback."""

    exit_code: ClassVar[int] = 1

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text

    def say(self, language: Language) -> str:
        """The sentence in the reader's language."""
        return self.text.say(language)


class WrongUsage(JagaError):
    """The command was called with words that do not fit."""

    exit_code = 2


class BadInput(JagaError):
    """A file cannot be read as what it should be."""

    exit_code = 3


class NotInstalledRight(JagaError):
    """Something this command needs is missing from the installation."""

    exit_code = 4


class Refused(JagaError):
    """A rule forbids it: disclosure, permission, or an invalid report."""

    exit_code = 5
