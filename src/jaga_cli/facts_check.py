"""`jaga facts check`: what is wrong with a list of figures and the texts that tell them."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from jaga.words import Text
from jaga_cli import given
from jaga_cli.helping import argument, option, words
from jaga_cli.terminal import language, out, say

if TYPE_CHECKING:
    from jaga.evidence.facts import Finding

KINDS = {
    "impossible": Text("Tidak mungkin", "Cannot be"),
    "doubtful": Text("Meragukan", "Doubtful"),
    "disclosive": Text("Membuka kelompok kecil", "Gives a small group away"),
    "contradiction": Text("Bertentangan", "Contradiction"),
    "no_base": Text("Tanpa dasar", "No base"),
    "sum_wrong": Text("Jumlah salah", "Wrong sum"),
    "untied_number": Text("Angka tanpa fakta", "Figure in no fact"),
    "sum_ok": Text("Jumlah cocok", "Sum agrees"),
}
PLACE = Text("di", "at")


def check(
    facts: Annotated[
        Path,
        argument(
            words("FAKTA.csv", "FACTS.csv"), "daftar fakta", "the list of facts", dir_okay=False
        ),
    ],
    text: Annotated[
        list[Path] | None,
        option(
            "teks yang menyebut fakta itu (DOCX, PDF, Markdown, teks); boleh beberapa kali",
            "a text that tells the facts (DOCX, PDF, Markdown, text); may be given several times",
        ),
    ] = None,
    as_json: given.AsJson = False,
) -> None:
    """Find figures that cannot be, give people away, disagree, or are in no fact."""
    from jaga.evidence.consistency.percentages import judged_and_blind
    from jaga.evidence.facts import read_facts
    from jaga.evidence.prose import check_report, read_document

    known = read_facts(facts)
    found = check_report(known, [read_document(path) for path in text or []])
    judged, blind = judged_and_blind(known)
    if as_json:
        shares = {"judged": judged, "cannot_fail": blind}
        fields = [_fields(one) for one in found]
        told = {"facts": len(known), "percentages": shares, "findings": fields}
        out.print_json(json.dumps(told))
        return
    _show(found, len(known))
    if judged:
        say(
            f"{judged} persentase diuji terhadap dasarnya; untuk {blind} di antaranya pemeriksaan "
            "itu tidak dapat gagal.",
            f"{judged} percentages were tried against their base; for {blind} of them that check "
            "cannot fail.",
        )


def _fields(one: "Finding") -> dict[str, object]:
    return {
        "fact_id": one.fact_id,
        "kind": one.kind,
        "words": vars(one.words),
        "suggestion": vars(one.suggestion),
        "where": one.where,
    }


def _show(found: "tuple[Finding, ...]", facts: int) -> None:
    lang = language()
    for kind, title in KINDS.items():
        those = [one for one in found if one.kind == kind]
        if those:
            out.print(f"\n{title.say(lang)} ({len(those)})", style="bold", markup=False)
        for one in those:
            mark = f"{one.fact_id}: " if one.fact_id else ""
            out.print(f"- {mark}{one.words.say(lang)}", markup=False)
            if kind != "sum_ok":
                out.print(f"  → {one.suggestion.say(lang)}", markup=False)
            if one.where:
                out.print(f"  {PLACE.say(lang)} {one.where}", markup=False)
    faults = sum(one.kind != "sum_ok" for one in found)
    out.print()
    say(
        f"{facts} fakta diperiksa: {faults} hal untuk dilihat, {len(found) - faults} jumlah cocok.",
        f"{facts} facts checked: {faults} things to look at, {len(found) - faults} sums agree.",
    )
