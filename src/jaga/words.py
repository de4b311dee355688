"""Words for readers, in the two languages of the product."""

from dataclasses import dataclass
from typing import Literal

Language = Literal["id", "en"]
LANGUAGES: tuple[Language, ...] = ("id", "en")


@dataclass(frozen=True)
class Text:
    """One thing said in Indonesian and in English; both are always there."""

    id: str
    en: str

    def __post_init__(self) -> None:
        if not (self.id.strip() and self.en.strip()):
            raise ValueError("a Text needs both its Indonesian and its English words")

    def say(self, language: Language) -> str:
        """The words in `language`."""
        return self.id if language == "id" else self.en

    def filled(self, **values: object) -> "Text":
        """The same Text with its {placeholders} filled in both languages."""
        return Text(self.id.format(**values), self.en.format(**values))

    def joined(self, **values: "Text") -> "Text":
        """The same Text with its {placeholders} filled by Texts, each in its own language."""
        return Text(
            self.id.format(**{name: value.id for name, value in values.items()}),
            self.en.format(**{name: value.en for name, value in values.items()}),
        )
