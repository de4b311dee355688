"""Legal labels proposed from plain facts; a legal officer confirms or refuses each.

Caseworkers choose facts (our own lists), never articles. What the lists of the laws call those
facts stands in `codes/mappings.csv`, as our own reading: a proposal, never a finding. There is no
fact "the child agreed": under UU 12/2022 TPKS art. 14 it would change nothing.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from jaga.casework import codes
from jaga.words import Text

SCHEMES = ("uu_tpks_4_1", "uu_tpks_4_2", "pp_78_2021")
"""The lists whose codes are legal labels."""

Fact = tuple[str, str]
"""One coded fact: its list and its code."""


@dataclass(frozen=True)
class Proposal:
    """One label that facts speak for. `evidence` is that of the weakest mapping behind it."""

    scheme: str
    code: str
    title: Text
    facts: tuple[Fact, ...]
    evidence: str


def proposed(facts: Iterable[Fact], on: date) -> tuple[Proposal, ...]:
    """The labels these facts speak for on the day of the case, in the order of the laws.

    Facts of lists we do not know are left out: another room may keep them.
    """
    found: dict[tuple[str, str], list[Fact]] = {}
    marks: dict[tuple[str, str], str] = {}
    for list_, code in sorted(set(facts)):
        for scheme in SCHEMES:
            for row in _mapped(list_, code, scheme, on):
                found.setdefault((scheme, row.code), []).append((list_, code))
                marks[(scheme, row.code)] = row.evidence
    return tuple(
        Proposal(scheme, code, title(scheme, code), tuple(behind), marks[(scheme, code)])
        for (scheme, code), behind in sorted(found.items(), key=lambda one: _place(*one[0]))
    )


def title(scheme: str, code: str) -> Text:
    """The words of a label. Raises KeyError for a code the list does not have."""
    return codes.scheme_codes(scheme)[code].title


def is_label(scheme: str, code: str) -> bool:
    """Whether this is a label at all."""
    return scheme in SCHEMES and code in codes.scheme_codes(scheme)


def _mapped(list_: str, code: str, scheme: str, on: date) -> tuple[codes.Mapping, ...]:
    if list_ not in codes.lists() or code not in codes.concepts(list_):
        return ()
    rows = codes.mapped(f"{list_}.{code}", scheme, on=on)
    return tuple(row for row in rows if row.exactness != "none")


def _place(scheme: str, code: str) -> tuple[int, int]:
    return SCHEMES.index(scheme), list(codes.scheme_codes(scheme)).index(code)
