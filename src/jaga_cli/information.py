"""`jaga information`: what an NGO may give PPATK, as a document."""

from datetime import date
from pathlib import Path
from typing import Annotated

from jaga.errors import WrongUsage
from jaga.fiu.alerts import read_alerts
from jaga.fiu.decision import protected_accounts
from jaga.fiu.documents import drawn
from jaga.fiu.information import Request, information, read_giver
from jaga.fiu.information_words import outline
from jaga.fiu.ltkm import decisions, put
from jaga.screening.typologies import TYPOLOGIES
from jaga.words import LANGUAGES, Text
from jaga_cli import given
from jaga_cli.helping import argument, option
from jaga_cli.screen import day
from jaga_cli.terminal import say


def information_command(
    alerts_dir: given.Run,
    alert_ids: Annotated[
        list[str] | None, argument("ALERT_ID", "alert_id, bila ada", "alert_id, if any")
    ] = None,
    *,
    organisation: Annotated[
        Path,
        option("TOML: nama, alamat, kontak, surel", "TOML: name, address, contact, email"),
    ],
    consent: Annotated[
        str, option("nomor persetujuan yang tercatat", "number of the recorded consent")
    ],
    out: Annotated[
        Path,
        option("berkas: .pdf, .docx, .html, atau .txt", "file: .pdf, .docx, .html or .txt"),
    ],
    decision: given.Decisions = None,
    token: Annotated[
        list[str] | None,
        option("token yang dibagi dengan persetujuan", "a token shared with consent"),
    ] = None,
    on: given.OnDay = None,
    in_language: given.InLanguage = "id",
) -> None:
    """Write information for PPATK: no LTKM, facts only, never about a child."""
    spoken = next((one for one in LANGUAGES if one == in_language), None)
    if spoken is None:
        raise WrongUsage(Text("--language mengenal id dan en.", "--language knows id and en."))
    made = information(
        Request(
            alerts=read_alerts(alerts_dir, alert_ids or []),
            decisions=decisions(decision or []),
            giver=read_giver(organisation),
            consent=consent,
            on=day(on, "--date") or date.today(),
            tokens=token or [],
            protected=protected_accounts(alerts_dir),
        )
    )
    content = drawn(outline(made, spoken, title), out.suffix)
    if put(out, content):
        say(
            f"Informasi ditulis: {out} (tanggal {made.on}). Ini bukan LTKM.",
            f"Information written: {out} (dated {made.on}). This is not an LTKM.",
        )
    else:
        say(f"Tidak berubah: {out}.", f"Unchanged: {out}.")


def title(typology: str) -> Text:
    """A typology's title; its id when this version does not know it."""
    known = TYPOLOGIES.get(typology)
    return known.title if known else Text(typology, typology)
