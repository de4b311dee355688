"""One account's answers, from wherever the payments are: logged first, then given.

token → log → ledger, run or files → answers
"""

import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from jaga.errors import BadInput, WrongUsage
from jaga.ledger import tokens
from jaga.ledger.neighbours import overlay
from jaga.ledger.options import ReadOptions
from jaga.ledger.store import Ledger
from jaga.line import Job, read_into
from jaga.screening.background import Background, background
from jaga.screening.engines.base import Engine
from jaga.screening.pack import Pack
from jaga.screening.purpose_log import Query, Written, append
from jaga.screening.screen import Progress
from jaga.words import Text


def as_token(subject: str | None, key: bytes | None) -> str:
    """The subject as a ledger read with `key` writes it; WrongUsage when nobody is named."""
    if subject is None or not subject.strip():
        raise WrongUsage(
            Text(
                "Sebut satu rekening atau token yang ditanyakan.",
                "Name one account or token to ask about.",
            )
        )
    made = subject.strip() if key is None else tokens.token(key, "account", subject)
    return made or subject.strip()


@dataclass(frozen=True)
class Sources:
    """Where the payments come from: files read for this one answer, a kept ledger, or a run.

    WrongUsage unless exactly one of the three is named, BadInput when the folder holds no ledger.
    Lists given beside a kept ledger are read over it and leave it as it is.
    """

    payments: Sequence[Path] = ()
    ledger: Path | None = None
    run: Path | None = None
    accounts: Path | None = None
    watchlist: Path | None = None
    options: ReadOptions = field(default_factory=ReadOptions)

    def __post_init__(self) -> None:
        if sum((bool(self.payments), self.ledger is not None, self.run is not None)) != 1:
            raise WrongUsage(
                Text(
                    "Sebut satu sumber: berkas pembayaran, --ledger, atau --run.",
                    "Name one source: payment files, --ledger, or --run.",
                )
            )
        if self.kept is not None and not (self.kept / "manifest.json").is_file():
            raise BadInput(
                Text(
                    "Tidak ada data Jaga pada folder itu. Sebut folder hasil jaga screen (--run), "
                    "atau folder --ledger-nya.",
                    "There are no data of Jaga in that folder. Name a results folder of jaga "
                    "screen (--run), or its --ledger folder.",
                )
            )

    @property
    def kept(self) -> Path | None:
        """The ledger that is there already, if one is named."""
        return self.ledger if self.run is None else self.run / "ledger"

    @contextmanager
    def reading(self, progress: Progress) -> Iterator[Ledger]:
        """The ledger, unchanged by others and by us for as long as it is read."""
        with ExitStack() as stack:
            made = tempfile.TemporaryDirectory(prefix="jaga-background-")
            ledger = self._opened(stack, Path(stack.enter_context(made)), progress)
            stack.enter_context(ledger.reading())
            yield ledger

    def _opened(self, stack: ExitStack, folder: Path, progress: Progress) -> Ledger:
        if self.kept is None:
            job = Job(
                self.payments, folder, accounts=self.accounts, watchlist=self.watchlist,
                options=self.options,
            )  # fmt: skip
            return read_into(job, progress).ledger
        kept = Ledger.open(self.kept)
        if self.accounts is None and self.watchlist is None:
            return kept
        stack.enter_context(kept.reading())
        above = overlay(kept, folder)
        if self.accounts is not None:
            above.read_accounts(self.accounts, self.options)
        if self.watchlist is not None:
            above.read_watchlist(self.watchlist, self.options)
        return above


def answer(
    sources: Sources,
    query: Query,
    log: Path,
    pack: Pack,
    engine: Callable[[], Engine],
    progress: Progress,
) -> tuple[Background, Written]:
    """What the questions of `pack` say of the query's subject, and where the log keeps the query.

    The line is on disk before anything is read, so that no answer goes without it.
    """
    written = append(log, query)
    with ExitStack() as stack:
        ledger = stack.enter_context(sources.reading(progress))
        asked = engine()
        stack.callback(asked.close)
        since, until = _day(query.since), _day(query.until)
        found = background(ledger, query.subject, asked, pack=pack, since=since, until=until)
    return found, written


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
