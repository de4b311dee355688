"""`jaga indicators`: what is asked, where each question comes from, and whether it is sound."""

from typing import Annotated

from rich.table import Table

from jaga.errors import NotInstalledRight
from jaga.screening import soundness
from jaga.screening import sql as house
from jaga.screening.circumstances import CIRCUMSTANCES
from jaga.screening.engines.base import Engine
from jaga.screening.examples import answer, expected, weighed
from jaga.screening.indicators import INDICATORS
from jaga.screening.model import Indicator
from jaga.screening.typologies import TYPOLOGIES
from jaga.words import Text
from jaga_cli.helping import option
from jaga_cli.terminal import language, out, say


def indicators(
    check: Annotated[
        bool, option("jalankan setiap contoh", "run every worked example", "--check")
    ] = False,
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

    engine = DuckDBEngine(threads=1)
    try:
        faults, examples = _unanswered(engine)
    finally:
        engine.close()
    faults += soundness.faults(INDICATORS, TYPOLOGIES)
    for fault in faults:
        out.print(fault, markup=False)
    if faults:
        raise NotInstalledRight(
            Text(
                f"{len(faults)} hal pada indikator tidak seperti seharusnya; lihat daftar di atas.",
                f"{len(faults)} things about the indicators are not as they should be; "
                "see the list above.",
            )
        )
    _say_what_holds(examples)


def _unanswered(engine: Engine) -> tuple[list[str], int]:
    """Examples that do not answer as drawn, SQL outside the house's, and the examples asked."""
    faults, examples = [], 0
    for indicator in INDICATORS.values():
        faults += [f"{indicator.id}: house SQL: {fault}" for fault in house.faults(indicator.sql)]
        for example in indicator.examples:
            examples += 1
            if answer(engine, indicator, example) != expected(example):
                faults.append(f"{indicator.id}: {example.name}")
    for one in CIRCUMSTANCES.values():
        faults += [f"{one.id}: house SQL: {fault}" for fault in house.faults(one.sql)]
        for example in one.examples:
            examples += 1
            if weighed(engine, one, example) != expected(example):
                faults.append(f"{one.id}: {example.name}")
    return faults, examples


def _say_what_holds(examples: int) -> None:
    sources = len({source for one in INDICATORS.values() for source in _publications(one)})
    codes = len(soundness.codes(INDICATORS))
    say(
        f"{len(INDICATORS)} indikator, {len(TYPOLOGIES)} tipologi, {examples} contoh, "
        f"{sources} sumber terbitan, {codes} tanda dari katalog umum: semuanya menjawab seperti "
        "seharusnya. Setiap indikator menyebut sumber, satuan, alasan, pola mirip dan contoh "
        "batas; setiap tipologi bertanya dari dua keluarga atau lebih; tidak ada yang bertanya "
        "tentang negara.",
        f"{len(INDICATORS)} indicators, {len(TYPOLOGIES)} typologies, {examples} examples, "
        f"{sources} published sources, {codes} marks of the public catalogue: all answer as they "
        "should. Every indicator names its source, units, reasons, look-alikes and boundary "
        "examples; every typology asks from two families or more; none asks about a country.",
    )
    for typology in TYPOLOGIES.values():
        families = sorted({INDICATORS[term.indicator].family for term in typology.terms})
        out.print(f"{typology.id} ({typology.role}): {', '.join(families)}", markup=False)


def _publications(indicator: Indicator) -> set[tuple[str, str]]:
    return {(source.publisher, source.title) for source in indicator.sources}
