"""Every command, in the order of the straight line."""

from pathlib import Path
from typing import Annotated

import typer

from jaga_cli.background import background
from jaga_cli.backtest import backtest
from jaga_cli.combine import combine
from jaga_cli.goaml import goaml
from jaga_cli.indicators import indicators
from jaga_cli.information import information_command
from jaga_cli.network import network
from jaga_cli.screen import screen
from jaga_cli.simulate import simulate
from jaga_cli.sop import sop
from jaga_cli.terminal import language, out
from jaga_cli.trace import trace

app = typer.Typer(
    name="jaga",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="Jaga: payments in, reviewed alerts and protected figures out.",
)
audit = typer.Typer(no_args_is_help=True, help="The audit trail: verify it, anchor it.")


@app.command()
def demo(
    port: Annotated[int, typer.Option(help="port to serve on")] = 8000,
    accounts: Annotated[int, typer.Option(help="accounts in the invented country")] = 10_000,
    seed: Annotated[int, typer.Option(help="seed of the invented country")] = 2026,
) -> None:
    """Make the invented country, screen it, and open the site on this machine."""
    from jaga_cli.demo import demo as run

    run(port=port, accounts=accounts, seed=seed)


app.command()(screen)
app.command()(combine)
app.command()(indicators)
app.command()(simulate)
app.command()(backtest)
app.command()(background)
app.command()(sop)
app.command()(trace)
app.command()(goaml)
app.command("information")(information_command)
app.command()(network)


@app.command()
def serve(
    host: Annotated[str, typer.Option(help="address to listen on")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="port to listen on")] = 8000,
) -> None:
    """Serve the site until Ctrl-C."""
    from jaga_cli.serve import serve as run

    run(language(), host, port)


@app.command()
def check(
    folder: Annotated[
        Path, typer.Argument(help="where results will be written", file_okay=False)
    ] = Path(),
) -> None:
    """Is this installation sound?"""
    from jaga_cli.check import check_installation

    _finish(*check_installation(language(), folder))


@audit.command()
def verify(
    anchor: Annotated[Path | None, typer.Option(help="file of signed anchors")] = None,
) -> None:
    """Find any edit, deletion or reorder in the audit trail."""
    from jaga_cli.audit import verify_chain

    _finish(*verify_chain(language(), anchor))


@audit.command("anchor")
def anchor_command(
    file: Annotated[Path | None, typer.Option(help="file to add the anchor to")] = None,
) -> None:
    """Sign how far the audit trail has come."""
    from jaga_cli.audit import anchor_chain

    _finish(*anchor_chain(language(), file))


app.add_typer(audit, name="audit")


def _finish(lines: list[str], code: int) -> None:
    for line in lines:
        out.print(line, markup=False)
    raise typer.Exit(code)
