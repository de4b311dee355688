"""What the pack monitors, as tables and sentences. Every number here comes from the pack."""

from __future__ import annotations

from collections.abc import Iterable

from jaga.pages.document import Block, Heading, Items, Paragraph, Table, plain
from jaga.procedure.reasons import reason
from jaga.screening.measure import bindings, value_names
from jaga.screening.model import Band, Indicator, Parameter, Role, Typology
from jaga.screening.pack import Pack
from jaga.screening.wording import grouped, rupiah
from jaga.words import LANGUAGES, Language, Text

ROLES: dict[Role, Text] = {
    "payer": Text("pembayar", "payer"),
    "receiver": Text("penerima", "receiver"),
    "facilitator": Text("perantara", "facilitator"),
    "child_at_risk": Text("anak yang mungkin berisiko", "child who may be at risk"),
}
FAMILIES = {
    "amount": Text("nilai", "amount"),
    "timing": Text("waktu", "timing"),
    "counterparties": Text("lawan transaksi", "counterparties"),
    "flow": Text("aliran dana", "flow"),
    "profile": Text("profil", "profile"),
    "channel": Text("saluran", "channel"),
    "list": Text("daftar pantau", "watchlist"),
}
OUTCOMES = {
    "suspicion": Text("kecurigaan", "suspicion"),
    "protection": Text("perlindungan", "protection"),
}
UNITS = {
    "days": Text("hari", "days"),
    "hours": Text("jam", "hours"),
    "minutes": Text("menit", "minutes"),
    "weeks": Text("minggu", "weeks"),
    "months": Text("bulan", "months"),
    "years": Text("tahun", "years"),
    "rupiah": Text("rupiah", "rupiah"),
    "minor units": Text("satuan terkecil mata uang", "minor units"),
    "percent": Text("persen", "percent"),
    "hour of the day": Text("pukul", "hour of the day"),
    "payments": Text("pembayaran", "payments"),
    "credits": Text("kredit masuk", "credits"),
    "receivers": Text("penerima", "receivers"),
    "senders": Text("pengirim", "senders"),
    "payers": Text("pembayar", "payers"),
    "people": Text("orang", "people"),
    "accounts": Text("rekening", "accounts"),
    "countries": Text("negara", "countries"),
    "places": Text("tempat", "places"),
    "points": Text("poin", "points"),
}
CONFIDENCES = {
    "read": Text("dibaca langsung", "read"),
    "secondary": Text("lewat ringkasan", "as summarised"),
    "own arithmetic": Text("hitungan sendiri", "own arithmetic"),
}
CHANGED = Text("Alasan perubahan dalam paket:", "Why the pack differs:")


def unit(name: str) -> Text:
    """The unit in both languages; one we have no word for stays as the rule writes it."""
    return UNITS.get(name, plain(name))


def indicator_ids(pack: Pack) -> list[str]:
    """Indicators that some typology asks, in the pack's order."""
    asked = {term.indicator for t in pack.typologies.values() for term in t.terms}
    return [name for name in pack.indicators if name in asked]


def typology_blocks(pack: Pack) -> list[Block]:
    """One section per typology: its question, outcome, threshold and the answers it adds up."""
    return [block for one in pack.typologies.values() for block in _typology(pack, one)]


def _typology(pack: Pack, typology: Typology) -> list[Block]:
    title = typology.title
    role, outcome = ROLES[typology.role], OUTCOMES[typology.outcome]
    changed = pack.reasons.get(f"typologies.{typology.id}")
    return [
        Heading(2, title),
        Paragraph(typology.question),
        *([Paragraph(plain(changed), CHANGED)] if changed else []),
        Paragraph(
            Text(
                f"Menyangkut {role.id}; mengarah ke {outcome.id}. Peringatan timbul mulai "
                f"{typology.threshold} poin, dari paling sedikit dua keluarga pertanyaan.",
                f"Speaks of a {role.en}; leads to {outcome.en}. An alert is raised from "
                f"{typology.threshold} points, from two families of questions at least.",
            )
        ),
        Table(
            Text(f"Pertanyaan dalam pola: {title.id}", f"Questions of the pattern: {title.en}"),
            (
                Text("Indikator", "Indicator"),
                Text("Keluarga", "Family"),
                Text("Bobot dihitung", "Weight counts"),
                Text("Harus ada", "Required"),
            ),
            tuple(
                (
                    pack.indicators[term.indicator].title,
                    FAMILIES[pack.indicators[term.indicator].family],
                    plain(f"{term.percent} %"),
                    Text("ya", "yes") if term.required else Text("tidak", "no"),
                )
                for term in typology.terms
            ),
            (50, 20, 16, 14),
        ),
    ]


def indicator_blocks(pack: Pack) -> list[Block]:
    """One section per indicator: its sentence with the pack's numbers, sources, look-alikes."""
    found: list[Block] = []
    for name in indicator_ids(pack):
        found += _indicator(pack, pack.indicators[name])
    return found


def _indicator(pack: Pack, indicator: Indicator) -> list[Block]:
    families, roles = FAMILIES[indicator.family], _roles(indicator.roles)
    blocks: list[Block] = [
        Heading(2, indicator.title),
        Paragraph(
            Text(
                f"{indicator.id}, versi {indicator.version}; keluarga {families.id}; menyangkut "
                f"{roles.id}.",
                f"{indicator.id}, version {indicator.version}; family {families.en}; speaks of "
                f"{roles.en}.",
            )
        ),
        Paragraph(sentence(indicator), Text("Dikatakan kepada analis:", "Said to the analyst:")),
        Paragraph(_steps(indicator), Text("Tingkat dan bobot:", "Bands and weights:")),
    ]
    if indicator.parameters:
        blocks.append(_numbers(pack, indicator))
    sources = "; ".join(f"{s.publisher}, {s.title} ({{{s.confidence}}})" for s in indicator.sources)
    blocks += [
        Paragraph(_confident(sources), Text("Sumber:", "Sources:")),
        Paragraph(Text(*_listed(indicator)), LOOK_ALIKES),
    ]
    return blocks


LOOK_ALIKES = Text("Yang mirip dan wajar:", "Looks like it and is innocent:")


def _listed(indicator: Indicator) -> tuple[str, str]:
    found = indicator.look_alikes
    return (
        "; ".join(one.words.id for one in found) + ".",
        "; ".join(one.words.en for one in found) + ".",
    )


def _confident(sources: str) -> Text:
    id_, en = sources, sources
    for name, words in CONFIDENCES.items():
        id_, en = id_.replace(f"{{{name}}}", words.id), en.replace(f"{{{name}}}", words.en)
    return Text(f"{id_}.", f"{en}.")


def _roles(roles: Iterable[Role]) -> Text:
    return Text(
        ", ".join(ROLES[role].id for role in roles), ", ".join(ROLES[role].en for role in roles)
    )


def sentence(indicator: Indicator) -> Text:
    """The lowest band's sentence: the pack's numbers in it, the measure as its least value, and
    what is only known of a customer as an ellipsis."""
    band = indicator.bands[0]
    made = {language: _filled(indicator, band, language) for language in LANGUAGES}
    return Text(made["id"], made["en"])


def _filled(indicator: Indicator, band: Band, language: Language) -> str:
    values = {name: "…" for name in value_names(indicator)}
    for name, number in bindings(indicator).items():
        values[name] = _number(name, number, language)
    values[indicator.measure] = f"≥ {_number(indicator.measure, band.at_least, language)}"
    return band.reason.say(language).format(**values).replace("….", "…")


def _number(name: str, number: int, language: Language) -> str:
    return rupiah(number, language) if name.endswith("_idr") else grouped(number, language)


def _steps(indicator: Indicator) -> Text:
    def told(language: Language, weight: str) -> str:
        return "; ".join(
            f"≥ {grouped(band.at_least, language)}: {weight} {band.weight}"
            for band in indicator.bands
        )

    return Text(f"{told('id', 'bobot')}.", f"{told('en', 'weight')}.")


def _numbers(pack: Pack, indicator: Indicator) -> Table:
    return Table(
        Text(f"Angka: {indicator.title.id}", f"Numbers: {indicator.title.en}"),
        (
            Text("Angka", "Number"),
            Text("Nilai", "Value"),
            Text("Satuan", "Unit"),
            Text("Dasar", "Basis"),
        ),
        tuple(
            (
                plain(each.name),
                Text(grouped(each.value, "id"), grouped(each.value, "en")),
                unit(each.unit),
                _basis(pack, indicator, each),
            )
            for each in indicator.parameters
        ),
        (26, 18, 16, 40),
    )


def _basis(pack: Pack, indicator: Indicator, parameter: Parameter) -> Text:
    """Why the number is what it is; the provider's own reason comes first."""
    for key in (f"indicators.{indicator.id}.{parameter.name}", f"indicators.{indicator.id}"):
        if pack.reasons.get(key):
            return plain(pack.reasons[key])
    return reason(parameter.why)


def look_alike_points(pack: Pack) -> Items:
    """Every innocent explanation of the pack's indicators and typologies, once."""
    found = [one for name in indicator_ids(pack) for one in pack.indicators[name].look_alikes]
    found += [one for typology in pack.typologies.values() for one in typology.look_alikes]
    named = {one.name: one.words for one in found}
    return Items(tuple(named[name] for name in sorted(named)))
