"""`jaga information`: what an NGO may give PPATK, as a document."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from jaga.errors import WrongUsage
from jaga.fiu.alerts import read_alerts
from jaga.fiu.decision import protected_accounts
from jaga.fiu.documents import drawn
from jaga.fiu.information import Request, information, read_giver
from jaga.fiu.information_words import outline
from jaga.fiu.ltkm import decisions, put
from jaga.screening.typologies import TYPOLOGIES
from jaga.words import LANGUAGES, Text
from jaga_cli.screen import day
from jaga_cli.terminal import say


def information_command(
    alerts_dir: Annotated[Path, typer.Argument(help="folder that `jaga screen --out` wrote")],
    alert_ids: Annotated[list[str] | None, typer.Argument(help="alert_id, if any")] = None,
    *,
    organisation: Annotated[Path, typer.Option(help="TOML: name, address, contact, email")],
    consent: Annotated[str, typer.Option(help="number of the recorded consent")],
    out: Annotated[Path, typer.Option("--out", help=".pdf, .docx, .html or .txt")],
    decision: Annotated[list[Path] | None, typer.Option(help="decision file")] = None,
    token: Annotated[list[str] | None, typer.Option(help="a token shared with consent")] = None,
    on: Annotated[str | None, typer.Option("--date", metavar="YYYY-MM-DD")] = None,
    in_language: Annotated[str, typer.Option("--language", help="id or en")] = "id",
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
