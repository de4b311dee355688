"""`jaga goaml`: confirmed alerts as an LTKM, checked against the schema you give."""

from datetime import date
from pathlib import Path
from typing import Annotated

from jaga.errors import WrongUsage
from jaga.fiu.goaml import Written
from jaga.fiu.ltkm import Filing, decisions, ltkm, put, together
from jaga.fiu.pack import read_pack
from jaga.fiu.parties import read_parties
from jaga.fiu.reporter import read_reporter
from jaga.fiu.schema import read_schema
from jaga.screening.typologies import TYPOLOGIES
from jaga.words import Text
from jaga_cli import given
from jaga_cli.helping import argument, option
from jaga_cli.screen import day
from jaga_cli.terminal import say, warn


def goaml(
    alerts_dir: given.Run,
    alert_ids: Annotated[
        list[str],
        argument(
            "ALERT_ID", "alert_id; beberapa menjadi satu ZIP", "alert_id; several make one ZIP"
        ),
    ],
    xsd: Annotated[
        Path,
        option(
            "skema goAML dari PPATK; ia yang menentukan apa yang sah",
            "goAML schema from PPATK; it decides what is valid",
        ),
    ],
    out: Annotated[
        Path, option("berkas XML, atau .zip untuk beberapa", "XML file, or .zip for several")
    ],
    pack: Annotated[
        str,
        option(
            "ppatk, atau berkas TOML yang melanjutkannya", "ppatk, or a TOML file that extends it"
        ),
    ] = "ppatk",
    decision: given.Decisions = None,
    parties: Annotated[
        Path | None,
        option(
            "CSV atau TOML: yang Anda ketahui tentang tiap rekening",
            "CSV or TOML: what you know of each account",
        ),
    ] = None,
    reporter: Annotated[Path | None, option("TOML: siapa pelapornya", "TOML: who files")] = None,
    on: given.OnDay = None,
) -> None:
    """Write an LTKM from a confirmed alert; what is missing is said, and nothing is written."""
    if len(alert_ids) > 1 and out.suffix.lower() != ".zip":
        raise WrongUsage(
            Text(
                "Beberapa peringatan menjadi satu ZIP: beri --out dengan akhiran .zip.",
                "Several alerts make one ZIP: give --out a name that ends in .zip.",
            )
        )
    filing = Filing(
        run=alerts_dir,
        pack=read_pack(pack),
        schema=read_schema(xsd),
        parties={} if parties is None else read_parties(parties),
        reporter=read_reporter(reporter),
        on=day(on, "--date") or date.today(),
        decisions=decisions(decision or []),
        title=title,
    )
    written = {one: ltkm(filing, one) for one in alert_ids}
    zipped = out.suffix.lower() == ".zip"
    content = together(written, filing.pack) if zipped else written[alert_ids[0]].content
    _tell(written, out, put(out, content), filing.on)


def title(typology: str) -> str:
    """The Indonesian title of a typology; its id when this version does not know it."""
    known = TYPOLOGIES.get(typology)
    return known.title.id if known else typology


def _tell(written: dict[str, Written], out: Path, new: bool, on: date) -> None:
    if new:
        say(f"LTKM ditulis: {out} (tanggal laporan {on}).", f"LTKM written: {out} (dated {on}).")
    else:
        say(f"Tidak berubah: {out}.", f"Unchanged: {out}.")
    stand_ins = sorted({one for report in written.values() for one in report.stand_ins})
    if stand_ins:
        listed = ", ".join(stand_ins)
        warn(
            Text(
                f"Skema ini tidak mengenal semua kode PPATK; pengganti yang dipakai: {listed}. "
                "Serahkan hanya laporan yang dibuat dengan skema dari PPATK.",
                f"This schema does not know all of PPATK's codes; stand-ins used: {listed}. "
                "Hand in only a report made with PPATK's own schema.",
            )
        )
