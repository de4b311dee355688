"""Every command, in the order of the straight line, with what its help says of it."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from jaga_cli import facts, given, release, report, survey
from jaga_cli.background import background
from jaga_cli.backtest import backtest
from jaga_cli.combine import combine
from jaga_cli.goaml import goaml
from jaga_cli.helping import argument, option, words
from jaga_cli.indicators import indicators
from jaga_cli.information import information_command
from jaga_cli.network import network
from jaga_cli.screen import screen
from jaga_cli.simulate import simulate
from jaga_cli.sop import sop
from jaga_cli.terminal import language, out
from jaga_cli.trace import trace
from jaga_cli.usage import Command, Group

app = typer.Typer(
    name="jaga",
    cls=Group,
    add_completion=False,
    pretty_exceptions_enable=False,
    help=words(
        "Jaga: pembayaran masuk; peringatan yang ditinjau dan angka yang terlindung keluar.",
        "Jaga: payments in, reviewed alerts and protected figures out.",
    ),
)
audit = typer.Typer(
    cls=Group,
    help=words("Jejak audit: periksa, jangkarkan.", "The audit trail: verify it, anchor it."),
)
surveys = typer.Typer(cls=Group, help=survey.HELP)
figures = typer.Typer(cls=Group, help=facts.HELP)
releases = typer.Typer(cls=Group, help=release.HELP)
reports = typer.Typer(cls=Group, help=report.HELP)


def demo(
    port: Annotated[int, option("porta situs", "port to serve on")] = 8000,
    accounts: Annotated[
        int, option("jumlah rekening di negeri rekaan", "accounts in the invented country")
    ] = 10_000,
    seed: Annotated[int, option("benih acak negeri rekaan", "seed of the invented country")] = 2026,
) -> None:
    """Make the invented country, screen it, and open the site on this machine."""
    from jaga_cli.demo import demo as run

    run(port=port, accounts=accounts, seed=seed)


def serve(
    host: Annotated[str, option("alamat yang dilayani", "address to listen on")] = "127.0.0.1",
    port: Annotated[int, option("porta yang dilayani", "port to listen on")] = 8000,
) -> None:
    """Serve the site until Ctrl-C."""
    from jaga_cli.serve import serve as run

    run(language(), host, port)


def check(
    folder: Annotated[
        Path,
        argument(
            given.FOLDER,
            "tempat hasil akan ditulis",
            "where results will be written",
            file_okay=False,
        ),
    ] = Path(),
) -> None:
    """Is this installation sound?"""
    from jaga_cli.check import check_installation

    _finish(*check_installation(language(), folder))


def verify(
    anchor: Annotated[
        Path | None, option("berkas jangkar bertanda tangan", "file of signed anchors")
    ] = None,
) -> None:
    """Find any edit, deletion or reorder in the audit trail."""
    from jaga_cli.audit import verify_chain

    _finish(*verify_chain(language(), anchor))


def anchor_command(
    file: Annotated[
        Path | None, option("berkas yang diberi jangkar", "file to add the anchor to")
    ] = None,
) -> None:
    """Sign how far the audit trail has come."""
    from jaga_cli.audit import anchor_chain

    _finish(*anchor_chain(language(), file))


def _finish(lines: list[str], code: int) -> None:
    for line in lines:
        out.print(line, markup=False)
    raise typer.Exit(code)


Commands = tuple[tuple[str, Callable[..., None], str, str], ...]

# Name, what runs, and what the help says of it in both languages.
COMMANDS: Commands = (
    ("demo", demo,
        "Buat negeri rekaan, saring, lalu buka situsnya di mesin ini.",
        "Make the invented country, screen it, and open the site on this machine."),
    ("screen", screen,
        "Saring berkas pembayaran: peringatan beserta alasannya, untuk diputuskan orang.",
        "Screen payment files: alerts with their reasons, for people to decide."),
    ("combine", combine,
        "Gabungkan penyaringan harian: yang terakhir dari tiap bulan yang dihitung.",
        "Put daily runs together: the last of each month counts."),
    ("indicators", indicators,
        "Daftar indikator dan tipologi beserta sumbernya; --check membuktikannya.",
        "List the indicators and typologies with their sources; --check proves them."),
    ("simulate", simulate,
        "Tulis pembayaran negeri rekaan, dengan kebenarannya di sampingnya.",
        "Write the invented country's payments, with the truth beside them."),
    ("backtest", backtest,
        "Saring lagi riwayat: apa yang ditemukan, apa yang diubah angka lain, kapan pertama "
        "menyala.",
        "Screen history again: what is found, what other numbers change, when it first fired."),
    ("background", background,
        "Jawab tentang satu rekening: apa yang menyala, apa yang tidak dapat dinilai. Tanpa "
        "vonis; selalu dicatat.",
        "Answer for one account: what fires, what could not be told. No verdict; always logged."),
    ("sop", sop,
        "Tulis prosedur Anda: apa yang dipantau, siapa memutuskan, apa yang melindungi orang.",
        "Write your own procedure: what is monitored, who decides, what protects people."),
    ("trace", trace,
        "Telusuri pembayaran → buku besar → peringatan → angka; tampilkan baris dan kolom di "
        "tiap pintu.",
        "Walk payments → ledger → alerts → figures; show rows and columns at each door."),
    ("goaml", goaml,
        "Tulis LTKM dari peringatan terkonfirmasi; bila ada yang kurang, itu disebutkan dan "
        "tidak ada yang ditulis.",
        "Write an LTKM from a confirmed alert; if anything is missing, it is said and nothing "
        "is written."),
    ("information", information_command,
        "Tulis informasi untuk PPATK: bukan LTKM, hanya fakta, tidak pernah tentang anak.",
        "Write information for PPATK: no LTKM, facts only, never about a child."),
    ("network", network,
        "Ikuti uang di sekitar satu rekening menurut urutan waktu: gambar, GraphML, dan tabel.",
        "Follow the money around one account, in time order: picture, GraphML and tables."),
    ("serve", serve,
        "Layani situs sampai Ctrl-C.",
        "Serve the site until Ctrl-C."),
    ("check", check,
        "Apakah pemasangan ini baik?",
        "Is this installation sound?"),
)  # fmt: skip

AUDIT_COMMANDS: Commands = (
    ("verify", verify,
        "Temukan setiap perubahan, penghapusan, atau pemindahan dalam jejak audit.",
        "Find any edit, deletion or reorder in the audit trail."),
    ("anchor", anchor_command,
        "Tanda tangani sampai di mana jejak audit.",
        "Sign how far the audit trail has come."),
)  # fmt: skip


def _add(group: typer.Typer, commands: Commands) -> None:
    for name, run, indonesian, english in commands:
        group.command(name, cls=Command, help=words(indonesian, english))(run)


_add(app, COMMANDS)
_add(audit, AUDIT_COMMANDS)
_add(surveys, survey.COMMANDS)
_add(figures, facts.COMMANDS)
_add(releases, release.COMMANDS)
_add(reports, report.COMMANDS)
app.add_typer(audit, name="audit")
app.add_typer(surveys, name="survey")
app.add_typer(figures, name="facts")
app.add_typer(releases, name="release")
app.add_typer(reports, name="report")
