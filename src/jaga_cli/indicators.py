"""`jaga indicators`: what is asked, where each question comes from, and whether it is sound."""

from typing import Annotated

import typer
from rich.table import Table

from jaga.errors import NotInstalledRight
from jaga.screening import sql as house
from jaga.screening.examples import answer, expected
from jaga.screening.indicators import INDICATORS
from jaga.screening.model import Indicator
from jaga.screening.typologies import TYPOLOGIES
from jaga.words import Text
from jaga_cli.terminal import language, out, say


def indicators(
    check: Annotated[bool, typer.Option("--check", help="run every worked example")] = False,
) -> None:
    """List the indicators and typologies with their sources; --check proves them."""
    if check:
        _check()
        return
    lang = language()
    table = Table(show_lines=False, expand=True)
    words = (Text("Pertanyaan", "Question"), Text("Keluarga", "Family"), Text("Sumber", "Source"))
    for heading in ("id", *(one.say(lang) for one in words)):
        table.add_column(heading, overflow="fold")
    for one in INDICATORS.values():
        sources = "; ".join(f"{s.publisher}, {s.title} ({s.confidence})" for s in one.sources)
        table.add_row(one.id, one.title.say(lang), one.family, sources)
    out.print(table)
    for typology in TYPOLOGIES.values():
        asks = ", ".join(term.indicator for term in typology.terms)
        out.print(f"{typology.id} v{typology.version} ({typology.threshold}): {asks}", markup=False)


def _check() -> None:
    from jaga.screening.engines.duckdb import DuckDBEngine

    engine, faults, examples = DuckDBEngine(threads=1), [], 0
    try:
        for indicator in INDICATORS.values():
            faults += [
                f"{indicator.id}: house SQL: {fault}" for fault in house.faults(indicator.sql)
            ]
            for example in indicator.examples:
                examples += 1
                if answer(engine, indicator, example) != expected(example):
                    faults.append(f"{indicator.id}: {example.name}")
    finally:
        engine.close()
    for fault in faults:
        out.print(fault, markup=False)
    if faults:
        raise NotInstalledRight(
            Text(
                f"{len(faults)} contoh tidak menjawab seperti seharusnya; lihat daftar di atas.",
                f"{len(faults)} examples do not answer as they should; see the list above.",
            )
        )
    sources = len({source for one in INDICATORS.values() for source in _publications(one)})
    say(
        f"{len(INDICATORS)} indikator, {len(TYPOLOGIES)} tipologi, {examples} contoh, "
        f"{sources} sumber terbitan: semuanya menjawab seperti seharusnya.",
        f"{len(INDICATORS)} indicators, {len(TYPOLOGIES)} typologies, {examples} examples, "
        f"{sources} published sources: all answer as they should.",
    )


def _publications(indicator: Indicator) -> set[tuple[str, str]]:
    return {(source.publisher, source.title) for source in indicator.sources}
