"""`jaga report`: the year-end report and the conference brief, built from facts.

What the report needs is imported when it is built: the other commands need not load it.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from jaga.errors import BadInput, WrongUsage
from jaga.words import LANGUAGES, Language, Text
from jaga_cli import given
from jaga_cli.helping import option, words
from jaga_cli.terminal import say

if TYPE_CHECKING:
    from jaga.evidence.facts import Fact
    from jaga.report.build import Built
    from jaga.report.narrative import Narrative
    from jaga.report.setting import Setting

HELP = words(
    "Laporan akhir tahun dan ringkasan konferensi, dari fakta.",
    "The year-end report and the conference brief, from facts.",
)
NARRATIVE = "narrative.toml"

Year = Annotated[int, option("tahun laporan", "year of the report", min=1990, max=2100)]
Facts = Annotated[
    Path | None,
    option(
        "fakta (CSV); tahun contoh rekaan bila kosong",
        "facts (CSV); the invented example year if left out",
    ),
]
Texts = Annotated[
    Path | None,
    option(
        "narasi (TOML); narrative.toml di samping fakta bila kosong",
        "narrative (TOML); narrative.toml beside the facts if left out",
        "--narrative",
    ),
]
Out = Annotated[Path, option("folder hasil", "folder of the results", "--out")]


def build_command(
    year: Year,
    out_folder: Out,
    facts: Facts = None,
    narrative: Texts = None,
    language: given.InLanguage = "id",
    brief: Annotated[
        bool,
        option("tulis juga ringkasan konferensi", "write the conference brief as well", "--brief"),
    ] = False,
) -> None:
    """Write the report as PDF, HTML and DOCX, with numbers.json."""
    from jaga.report.build import build, build_brief

    setting = _setting(year, facts, narrative, language)
    makers = (build, build_brief) if brief else (build,)
    _write(out_folder, [make(setting) for make in makers])


def brief_command(
    year: Year,
    out_folder: Out,
    facts: Facts = None,
    narrative: Texts = None,
    language: given.InLanguage = "id",
) -> None:
    """Write the brief as PDF and DOCX."""
    from jaga.report.build import build_brief

    setting = _setting(year, facts, narrative, language)
    _write(out_folder, [build_brief(setting)])


def _setting(year: int, facts: Path | None, narrative: Path | None, language: str) -> "Setting":
    from jaga.evidence.consistency import check
    from jaga.report.setting import make_setting

    spoken = _language(language)
    used, told = _given(facts, narrative) if facts else _example(year)
    return make_setting(year, spoken, used, check(used), told)


def _given(facts: Path, narrative: Path | None) -> "tuple[tuple[Fact, ...], Narrative]":
    from jaga.evidence.facts import read_facts
    from jaga.report.narrative import EMPTY, read_narrative

    used = read_facts(facts)
    beside = facts.with_name(NARRATIVE)
    path = narrative or (beside if beside.exists() else None)
    return used, read_narrative(path, {one.id for one in used}) if path else EMPTY


def _example(year: int) -> "tuple[tuple[Fact, ...], Narrative]":
    from jaga.report.example import YEAR, example

    if year != YEAR:
        raise WrongUsage(
            Text(
                f"Tanpa --facts hanya ada tahun contoh rekaan: --year {YEAR}. Untuk tahun lain, "
                "beri --facts.",
                f"Without --facts there is only the invented example: --year {YEAR}. Give --facts "
                "for another year.",
            )
        )
    return example()


def _language(name: str) -> Language:
    for known in LANGUAGES:
        if name == known:
            return known
    raise WrongUsage(Text("--language mengenal id dan en.", "--language knows id and en."))


def _write(folder: Path, built: "list[Built]") -> None:
    from jaga.screening.export import write_whole

    try:
        folder.mkdir(parents=True, exist_ok=True)
        for one in built:
            for name, content in one.files:
                write_whole(folder / name, content)
    except OSError as error:
        raise BadInput(
            Text(
                "Hasil tidak dapat ditulis. Pilih --out pada folder yang boleh ditulis.",
                "The results cannot be written. Choose --out in a folder that is writable.",
            )
        ) from error
    names = ", ".join(name for one in built for name, _ in one.files)
    shown, withheld = built[0].shown, built[0].withheld
    say(
        f"Ditulis di {folder}: {names}. {shown} angka ditampilkan, {withheld} ditahan.",
        f"Written in {folder}: {names}. {shown} numbers shown, {withheld} withheld.",
    )


COMMANDS: tuple[tuple[str, Callable[..., None], str, str], ...] = (
    ("build", build_command,
        "Susun laporan akhir tahun dari fakta: PDF, HTML, DOCX, dan numbers.json.",
        "Build the year-end report from facts: PDF, HTML, DOCX and numbers.json."),
    ("brief", brief_command,
        "Susun ringkasan dua halaman tentang penyalahgunaan jasa keuangan.",
        "Build the two-page brief on the misuse of financial services."),
)  # fmt: skip
