"""A paste pack: what the ministry's Simfoni PPA asks of a case, laid out for a person to type in.

No public interface, file format or data dictionary of Simfoni PPA was found. The fields follow
its public dimensions, which were read second-hand: every row is `assumed` until KemenPPPA says
otherwise, and CHECK says so in each pack. Change FIELDS or the mappings, then raise VERSION, so
that it is known which cases were typed in by which reading.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from jaga.casework import codes
from jaga.casework.provinces import PROVINCES
from jaga.words import Language, Text

VERSION = "2026-11-a"
CHECK = Text(
    "Dugaan, periksa ke KemenPPPA: tidak ada antarmuka, bentuk berkas, atau kamus data Simfoni "
    "yang diterbitkan. Susunan ini mengikuti dimensi publiknya.",
    "Assumed, check with KemenPPPA: no interface, file format or data dictionary of Simfoni is "
    "published. This layout follows its public dimensions.",
)
ASSUMED = "assumed"
NOT_KNOWN = Text("belum diketahui", "not known")
NOT_MAPPED = Text(
    "tidak ada padanan: pilih bersama petugas data", "no match: choose with data staff"
)
NOT_EXACT = {
    "broader": Text("kode Simfoni lebih luas", "the Simfoni code is broader"),
    "narrower": Text("kode Simfoni lebih sempit", "the Simfoni code is narrower"),
}
# What may be typed in about who the child is, if the unit may and the consent names it. NIK,
# school, village and the caregivers' names are left out: SPPA art. 19 keeps them secret.
IDENTITY = {
    "name": Text("Nama", "Name"),
    "address": Text("Alamat", "Address"),
    "phone": Text("Nomor telepon", "Telephone number"),
}
# Whose officers record in Simfoni: Permen PPPA 2/2022, read second-hand.
MAY_NAME = frozenset({"uptd"})


@dataclass(frozen=True)
class Field:
    """One thing Simfoni asks: from which of our lists, by which scheme."""

    id: str
    title: Text
    list: str
    scheme: str
    mark: str = ASSUMED


FIELDS: tuple[Field, ...] = (
    Field("form", Text("Bentuk kekerasan", "Form of violence"), "form", "simfoni_form"),
    Field("place", Text("Tempat kejadian", "Place"), "place", "simfoni_place"),
    Field("age", Text("Usia", "Age"), "age_band", "simfoni_age"),
    Field("sex", Text("Jenis kelamin", "Sex"), "sex", "simfoni_sex"),
    Field("relation", Text("Hubungan pelaku", "Relation"), "relation", "simfoni_relation"),
    Field("service", Text("Layanan yang diberikan", "Services given"), "service",
          "simfoni_service"),
)  # fmt: skip


@dataclass(frozen=True)
class Line:
    """One line of the pack: what is asked, what to type, and what to know about it."""

    field: str
    title: str
    value: str
    note: str
    mark: str


def lines(
    found: Mapping[str, Collection[str]],
    *,
    on: date,
    region: str,
    identity: Mapping[str, str],
    language: Language,
) -> list[Line]:
    """The pack of a case. `found` gives our codes for each list; `identity` what may be named."""
    made = [
        Line(name, title.say(language), identity[name], "", ASSUMED)
        for name, title in IDENTITY.items()
        if identity.get(name)
    ]
    province = PROVINCES.get(region) or NOT_KNOWN.say(language)
    title = Text("Provinsi", "Province").say(language)
    made.append(Line("province", title, province, "", ASSUMED))
    for field in FIELDS:
        made.extend(_lines(field, found.get(field.list, ()), on, language))
    return made


def as_text(made: list[Line], number: str, language: Language) -> str:
    """The pack as plain text for a screen beside the other system."""
    head = [f"Simfoni PPA · {number} · {VERSION}", CHECK.say(language), ""]
    body = [f"{one.title}: {one.value}{f' ({one.note})' if one.note else ''}" for one in made]
    return "\n".join([*head, *body]) + "\n"


def _lines(
    field: Field, found: Collection[str], on: date, language: Language
) -> Iterator[Line]:  # fmt: skip
    title = field.title.say(language)
    chosen = [code for code in found if code in codes.concepts(field.list) and code != "unknown"]
    if not chosen:
        yield Line(field.id, title, NOT_KNOWN.say(language), "", field.mark)
    told: set[str] = set()
    for code in sorted(chosen):
        for mapping in codes.mapped(f"{field.list}.{code}", field.scheme, on=on):
            own = codes.concept(f"{field.list}.{code}").title.say(language)
            if not mapping.code:
                note = f"{own}: {NOT_MAPPED.say(language)}"
                yield Line(field.id, title, "-", note, field.mark)
            elif mapping.code not in told:
                told.add(mapping.code)
                yield Line(field.id, title, *_match(field, mapping, own, language), field.mark)


def _match(
    field: Field, mapping: codes.Mapping, own: str, language: Language
) -> tuple[str, str]:  # fmt: skip
    words = codes.scheme_codes(field.scheme)[mapping.code].title.say(language)
    loose = NOT_EXACT.get(mapping.exactness)
    return words, f"{own}: {loose.say(language)}" if loose else ""
