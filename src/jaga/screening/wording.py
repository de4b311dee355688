"""Numbers inside sentences, written the way each language writes them."""

from collections.abc import Mapping

from jaga.words import Language, Text


def grouped(number: int, language: Language) -> str:
    """A whole number with its thousands marked: 1.500.000 or 1,500,000."""
    text = f"{number:,}"
    return text.replace(",", ".") if language == "id" else text


def rupiah(number: int, language: Language) -> str:
    """An amount in rupiah: Rp 1.500.000 or Rp 1,500,000."""
    return f"Rp {grouped(number, language)}"


def _written(values: Mapping[str, int], language: Language) -> dict[str, str]:
    return {
        name: rupiah(n, language) if name.endswith("_idr") else grouped(n, language)
        for name, n in values.items()
    }


def filled(words: Text, values: Mapping[str, int]) -> Text:
    """The sentence with its {names} filled; names ending in `_idr` become amounts."""
    return Text(
        words.id.format(**_written(values, "id")), words.en.format(**_written(values, "en"))
    )
