"""`jaga demo`: the whole line on invented people, ending on a served page."""

import os
import shutil
from pathlib import Path

from jaga.errors import BadInput
from jaga.ledger.options import ReadOptions
from jaga.line import Job
from jaga.words import Text
from jaga.world.simulate import simulate
from jaga.world.spec import WorldSpec
from jaga_cli.screen import run_job, summarise
from jaga_cli.terminal import language, say, watching

FOLDER = Path("jaga-data") / "demo"
DAYS = 90


def demo(*, port: int, accounts: int, seed: int) -> None:
    """Simulate, screen, take in, seed staff, serve. Each start begins afresh."""
    folder = _fresh_folder()
    os.environ.update(
        JAGA_DEMO="1", JAGA_DATA_DIR=str(folder / "web"), JAGA_ALLOWED_HOSTS="127.0.0.1,localhost"
    )
    os.environ.pop("JAGA_DATABASE_URL", None)
    from jaga_cli.serve import prepare, serve

    prepare("127.0.0.1", port)
    spec = WorldSpec(accounts=accounts, days=DAYS, seed=seed)
    with watching() as watch:
        simulate(
            spec, folder / "world", progress=lambda done, total: watch("simulating", done, total)
        )
    world = folder / "world"
    job = Job(
        [world / "payments.csv.gz"], folder / "run", accounts=world / "accounts.csv",
        options=ReadOptions(language=language()),
    )  # fmt: skip
    finished = run_job(job, "duckdb")
    summarise(finished, folder / "run")
    open_site(folder / "run")
    say("Semua orang dan lembaga di sini rekaan.", "Every person and institution here is invented.")
    serve(language(), "127.0.0.1", port)


def _fresh_folder() -> Path:
    """An empty demo folder; only the demo's own folder is ever cleared."""
    folder = FOLDER.absolute()
    try:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise BadInput(
            Text(
                f"Folder {FOLDER} tidak dapat ditulis. Jalankan dari folder yang dapat ditulis.",
                f"The folder {FOLDER} cannot be written. Run from a folder you can write to.",
            )
        ) from error
    return folder


def open_site(run_dir: Path) -> None:
    """Staff of every role, the alerts of a run and case work: all invented."""
    from jaga_web import demonstration
    from jaga_web.alerts import actions
    from jaga_web.people import demo as staff

    people = staff.seed()
    # An NGO, which may inform PPATK, and a provider, which reports: both can be walked.
    for analyst in (people["analis"], people["bank-analis"]):
        actions.take_in(run_dir=run_dir, organisation=analyst.organisation, by=analyst)
    demonstration.seed(people)
