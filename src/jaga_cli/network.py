"""`jaga network`: where one account's money came from and where it went."""

from pathlib import Path
from typing import Annotated

from jaga.errors import BadInput, Refused
from jaga.screening.network import words as telling
from jaga.screening.network.files import write
from jaga.screening.network.follow import follow_one
from jaga.screening.network.model import HOP_HOURS, MAX_NODES, Limits, Network
from jaga.screening.network.subject import open_run
from jaga.words import Text
from jaga_cli import given
from jaga_cli.helping import argument, option, words
from jaga_cli.screen import day, engine_named
from jaga_cli.terminal import language, out, say, warn


def network(
    alerts_dir: given.Run,
    subject: Annotated[
        str,
        argument(
            words("SUBJEK", "SUBJECT"),
            "rekening atau alert_id, seperti di alerts.csv",
            "account or alert_id, as in alerts.csv",
        ),
    ],
    out_dir: Annotated[
        Path, option("folder gambar dan tabel", "folder for the picture and the tables", "--out")
    ],
    hops: Annotated[
        int, option("langkah yang diikuti, 1 sampai 4", "payments in a row to follow, 1 to 4")
    ] = 2,
    hop_hours: Annotated[
        int,
        option("jam uang boleh diam di antara langkah", "hours money may rest between two"),
    ] = HOP_HOURS,
    since: given.Since = None,
    until: given.Until = None,
    max_nodes: Annotated[
        int, option("rekening yang ditampilkan, terdekat dulu", "accounts to show, nearest first")
    ] = MAX_NODES,
    ledger: Annotated[
        Path | None,
        option(
            "buku besar penyaringan itu, bila ada di tempat lain",
            "the run's ledger, if kept elsewhere",
        ),
    ] = None,
) -> None:
    """Follow the money around one account, in time order: picture, GraphML and tables."""
    _distinct(alerts_dir, out_dir)
    run = open_run(alerts_dir, ledger)
    limits = Limits(hops=hops, hop_hours=hop_hours, max_nodes=max_nodes)
    days = day(since, "--since"), day(until, "--until")
    engine = engine_named("duckdb", out_dir)
    try:
        found = follow_one(run, engine, subject, limits, days)
        write(out_dir, found, run, language())
    except OSError as error:
        raise BadInput(
            Text(
                f"Tidak dapat menulis ke folder hasil ({error.strerror}). Pilih --out lain.",
                f"Cannot write to the results folder ({error.strerror}). Choose another --out.",
            )
        ) from error
    finally:
        engine.close()
    _summarise(found, bool(run.manifest.get("keyed")), out_dir)


def _distinct(alerts_dir: Path, out_dir: Path) -> None:
    """The results have a manifest of their own, which would take the place of the run's."""
    if alerts_dir.resolve() == out_dir.resolve():
        raise Refused(
            Text(
                "--out sama dengan folder penyaringan dan akan menimpa manifest-nya. "
                "Pilih folder lain.",
                "--out is the run's own folder, whose manifest it would overwrite. "
                "Choose another folder.",
            )
        )


def _summarise(found: Network, keyed: bool, out_dir: Path) -> None:
    out.print(telling.sentence(found).say(language()), markup=False)
    if len(found.parties) == 1:
        say("Akun ini tidak membayar dan tidak dibayar pada hari-hari itu.",
            "This account neither paid nor was paid on those days.")  # fmt: skip
    if not keyed:
        warn(
            Text(
                "Penyaringan ini memakai nomor rekening polos; berkas hasil memuatnya. Simpan "
                "seperti alerts.csv, atau saring dengan --token-key.",
                "This run used plain account numbers and the files hold them. Keep them as you "
                "keep alerts.csv, or screen with --token-key.",
            )
        )
    say(f"Hasil: {out_dir}", f"Results: {out_dir}")
