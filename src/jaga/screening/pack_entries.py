"""What one entry of a parameter pack may say, and what it never may.

An indicator: its numbers, its bands (from which value, with which weight), on or off.
A typology: its threshold, the share and the duty of each of its terms, on or off. A pack cannot
name a term that the typology does not have, so no country can become one; it cannot change a
role, an outcome or the weight of a border, so protection stays protection.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from jaga.errors import BadInput
from jaga.screening.model import Band, Evidence, Indicator, Term, Typology
from jaga.words import Text

LARGEST = 10**15
"""More than any count, amount or span that a question could mean."""

LONGEST_DAYS = 3_660
"""Ten years: no question looks further back, and no ledger is kept longer for one."""

MOST_POINTS = 1_000
"""Of one band, one percentage or one threshold; the rules' own stay far below."""

INDICATOR_KEYS = ("bands", "enabled", "reason")
TYPOLOGY_KEYS = ("threshold", "terms", "enabled", "reason")
TERM_KEYS = ("percent", "required", "enabled", "reason")
FIXED = ("role", "outcome", "cross_border_percent", "version", "question", "title")
LONGEST_WORDS = 500


def refuse(indonesian: str, english: str) -> BadInput:
    """A mistake in a pack, to raise."""
    return BadInput(Text(f"Paket parameter: {indonesian}", f"Parameter pack: {english}"))


def table(name: str, value: object) -> dict[str, Any]:
    """`value` as a table, or a refusal naming it."""
    if not isinstance(value, dict):
        raise refuse(f"[{name}] harus berupa tabel.", f"[{name}] must be a table.")
    return value


def known(kind: str, names: Iterable[str], wanted: Iterable[str]) -> None:
    """Refuse a name that there is not."""
    unknown = sorted(set(wanted) - set(names))
    if unknown:
        raise refuse(
            f"tidak ada {kind} bernama {unknown[0]}. Lihat `jaga indicators`.",
            f"there is no {kind} named {unknown[0]}. See `jaga indicators`.",
        )


def only(given: Mapping[str, object], keys: Iterable[str], where: str) -> None:
    """Refuse a key that does not belong here, saying which ones do."""
    unknown = sorted(set(given) - set(keys))
    if unknown:
        name = f"{where}.{unknown[0]}" if where else unknown[0]
        listed = ", ".join(keys)
        raise refuse(
            f"{name} tidak dikenal. Yang ada: {listed}.",
            f"{name} is not known. There are: {listed}.",
        )


def whole(name: str, value: object, least: int, most: int) -> int:
    """`value` as a whole number within its bounds, or a refusal naming the key."""
    if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
        raise refuse(
            f"{name} harus bilangan bulat dari {least} sampai {most}.",
            f"{name} must be a whole number from {least} to {most}.",
        )
    return value


def switch(name: str, value: object) -> bool:
    """`value` as true or false, or a refusal naming the key."""
    if not isinstance(value, bool):
        raise refuse(f"{name} harus true atau false.", f"{name} must be true or false.")
    return value


def words(name: str, value: object) -> str:
    """`value` as a short text on one line, or a refusal naming the key."""
    if not isinstance(value, str) or not value.strip() or len(value) > LONGEST_WORDS:
        fits = False
    else:
        fits = value.isprintable()
    if not fits:
        raise refuse(
            f"{name} harus teks satu baris, paling panjang {LONGEST_WORDS} huruf.",
            f"{name} must be a text on one line, of at most {LONGEST_WORDS} letters.",
        )
    return str(value)


def day(name: str, value: str) -> str:
    """`value` as a date like 2026-01-31, or a refusal naming the key."""
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError as error:
        raise refuse(
            f"{name} harus tanggal seperti 2026-01-31.", f"{name} must be a date like 2026-01-31."
        ) from error


def plain(content: Mapping[str, Any]) -> dict[str, Any]:
    """The content as JSON can hold it: dates as texts, tables as dicts."""

    def told(value: Any) -> Any:
        if isinstance(value, date):
            return value.isoformat()
        if isinstance(value, Mapping):
            return {name: told(part) for name, part in value.items()}
        return [told(part) for part in value] if isinstance(value, list) else value

    return {name: told(value) for name, value in content.items()}


def reasons(content: Mapping[str, Any]) -> dict[str, str]:
    """Every `reason` of the pack by the key of its entry."""
    found = {}
    for part in ("indicators", "typologies"):
        for name, entry in content.get(part, {}).items():
            found[f"{part}.{name}"] = entry.get("reason")
            for term, values in entry.get("terms", {}).items():
                found[f"{part}.{name}.terms.{term}"] = values.get("reason")
    return {key: words(f"{key}.reason", text) for key, text in found.items() if text is not None}


def limits(parameter: str) -> tuple[int, int]:
    """Least and most that a parameter may be, by the unit in its name."""
    most = {"days": LONGEST_DAYS, "hours": LONGEST_DAYS * 24, "hour": 24, "years": 120}
    return 0, most.get(parameter.rsplit("_", 1)[-1], LARGEST)


def indicator(one: Indicator, given: object) -> Indicator | None:
    """The indicator with what the pack changes; None when it is switched off."""
    where = f"indicators.{one.id}"
    entry = table(where, given)
    only(entry, (*one.values, *INDICATOR_KEYS), where)
    changed = {
        name: whole(f"{where}.{name}", value, *limits(name))
        for name, value in entry.items()
        if name in one.values
    }
    if not switch(f"{where}.enabled", entry.get("enabled", True)):
        return None
    longer = sum(_days_more(one, name, value) for name, value in changed.items())
    parameters = tuple(replace(p, value=changed.get(p.name, p.value)) for p in one.parameters)
    return replace(
        one,
        parameters=parameters,
        bands=_bands(one, entry["bands"], where) if "bands" in entry else one.bands,
        lookback_days=one.lookback_days + longer,
        evidence=_reaching(one.evidence, longer),
    )


def _days_more(one: Indicator, name: str, value: int) -> int:
    """How many days further back a longer span makes the question look, rounded up."""
    more = max(0, value - one.values[name])
    if name.endswith("_days"):
        return more
    return -(-more // 24) if name.endswith("_hours") else 0


def _reaching(evidence: Evidence, longer: int) -> Evidence:
    return replace(evidence, days=evidence.days + longer)


def _bands(one: Indicator, given: object, where: str) -> tuple[Band, ...]:
    """The pack's steps, each with the sentence of the default band in its place."""
    name = f"{where}.bands"
    if not isinstance(given, list) or not given:
        raise refuse(
            f"{name} harus daftar seperti [{{at_least = 3, weight = 20}}].",
            f"{name} must be a list like [{{at_least = 3, weight = 20}}].",
        )
    made = []
    for place, step in enumerate(given):
        entry = table(name, step)
        only(entry, ("at_least", "weight"), name)
        made.append(
            Band(
                whole(f"{name}.at_least", entry.get("at_least"), 1, LARGEST),
                whole(f"{name}.weight", entry.get("weight"), 1, MOST_POINTS),
                one.bands[min(place, len(one.bands) - 1)].reason,
            )
        )
    floors = [band.at_least for band in made]
    if floors != sorted(set(floors)):
        raise refuse(
            f"{name} harus urut dari at_least terkecil, masing-masing sekali.",
            f"{name} must go from the lowest at_least up, each once.",
        )
    return tuple(made)


def typology(one: Typology, given: object, left_out: set[str]) -> Typology | None:
    """The typology with what the pack changes; None when it is switched off.

    `left_out`: indicators that the pack switches off; their terms go with them.
    """
    where = f"typologies.{one.id}"
    entry = table(where, given)
    for name in FIXED:
        if name in entry:
            raise refuse(
                f"{where}.{name} tidak dapat diubah oleh paket: perlindungan tetap perlindungan, "
                "dan negara tidak pernah menjadi tanda.",
                f"{where}.{name} cannot be changed by a pack: protection stays protection, and "
                "a country is never a sign.",
            )
    only(entry, TYPOLOGY_KEYS, where)
    threshold = whole(f"{where}.threshold", entry.get("threshold", one.threshold), 1, MOST_POINTS)
    wanted = table(f"{where}.terms", entry.get("terms", {}))
    only(wanted, [term.indicator for term in one.terms], f"{where}.terms")
    made = [_term(term, wanted.get(term.indicator, {}), where) for term in one.terms]
    if not switch(f"{where}.enabled", entry.get("enabled", True)):
        return None
    kept = tuple(term for term in made if term and term.indicator not in left_out)
    if not any(term.required for term in kept):
        raise refuse(
            f"{where}: tidak ada lagi indikator wajib (required). Sisakan satu, atau matikan "
            "tipologi ini dengan enabled = false.",
            f"{where}: no required indicator is left. Keep one, or switch the typology off with "
            "enabled = false.",
        )
    return replace(one, threshold=threshold, terms=kept)


def _term(term: Term, given: object, where: str) -> Term | None:
    name = f"{where}.terms.{term.indicator}"
    entry = table(name, given)
    only(entry, TERM_KEYS, name)
    percent = whole(f"{name}.percent", entry.get("percent", term.percent), 1, MOST_POINTS)
    required = switch(f"{name}.required", entry.get("required", term.required))
    if not switch(f"{name}.enabled", entry.get("enabled", True)):
        return None
    return replace(term, percent=percent, required=required)
