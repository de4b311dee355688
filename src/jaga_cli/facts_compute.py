"""`jaga facts compute`: the facts of a year from the house's own rows."""

from pathlib import Path
from typing import Annotated

from jaga.errors import BadInput
from jaga.words import Text
from jaga_cli.helping import argument, option, words
from jaga_cli.terminal import err, language, say

TOLD = Text("{facts} fakta ditulis ke {file}.", "{facts} facts written to {file}.")
HELD = Text("{measure}. {why}", "{measure}. {why}")


def compute(
    activities: Annotated[
        Path,
        argument(
            words("KEGIATAN.csv", "ACTIVITIES.csv"),
            "kegiatan program, seperti yang diunduh dari situs",
            "activities of programmes, as the site gives them out",
            dir_okay=False,
        ),
    ],
    year: Annotated[int, option("tahun yang dihitung", "the year that is counted")],
    out: Annotated[Path, option("berkas fakta yang ditulis", "the file of facts to write")],
    registers: Annotated[
        Path | None,
        option("register aplikasi (CSV)", "the register of applications (CSV)", dir_okay=False),
    ] = None,
    alerts: Annotated[
        Path | None,
        option(
            "folder hasil `jaga screen`", "the folder that `jaga screen` wrote", file_okay=False
        ),
    ] = None,
    survey: Annotated[
        Path | None,
        option(
            "taksiran dari `jaga survey estimate --json`",
            "estimates of `jaga survey estimate --json`",
            dir_okay=False,
        ),
    ] = None,
) -> None:
    """Count the year: participants, places, partners, applications, alerts, estimates."""
    from jaga.evidence.facts import write_facts
    from jaga.evidence.queries import alerts as alert_facts
    from jaga.evidence.queries import estimates
    from jaga.evidence.queries.asking import Answer, together
    from jaga.programmes import activities as sheet
    from jaga.programmes import figures, register_figures
    from jaga.programmes import registers as register

    answers: list[Answer] = [figures.facts(sheet.read(_text(activities)), year)]
    if registers is not None:
        answers.append(register_figures.facts(register.read(_text(registers)), year))
    if alerts is not None:
        answers.append(alert_facts.facts(alert_facts.read_run(alerts), year))
    if survey is not None:
        answers.append(estimates.facts(estimates.read(_text(survey)), year))
    found = together(answers)
    _write(out, write_facts(found.facts))
    for held in found.held:
        said = {"measure": held.measure.say(language()), "why": held.why.say(language())}
        err.print(HELD.filled(**said).say(language()), markup=False)
    done = TOLD.filled(facts=len(found.facts), file=out.name)
    say(done.id, done.en)


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as fault:
        raise BadInput(
            Text(
                f"{path.name} tidak dapat dibaca. Simpan sebagai teks UTF-8, lalu coba lagi.",
                f"{path.name} cannot be read. Save it as UTF-8 text and try again.",
            )
        ) from fault


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as fault:
        raise BadInput(
            Text(
                "Berkas fakta tidak dapat ditulis. Periksa folder dan izinnya.",
                "The file of facts cannot be written. Check the folder and its permissions.",
            )
        ) from fault
