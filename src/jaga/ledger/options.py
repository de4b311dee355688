"""How to read, and what came of it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from typing import Any

from jaga.ledger import tokens
from jaga.ledger.fx import FxTable
from jaga.ledger.mapping import Mapping
from jaga.ledger.remarks import Lexicon
from jaga.words import Language, Text

Progress = Callable[[str, int, int | None], None]
"""Called with (stage, done, total): bytes while reading, rows while writing."""


@dataclass(frozen=True)
class ReadOptions:
    """Everything that changes what a read makes of a file.

    `timezone`: IANA name given to times without an offset; `language`: of the reasons in
    rejects files; `token_key`: at least 32 bytes; `fx`: None means the indicative table.
    """

    mapping: Mapping | None = None
    fx: FxTable | None = None
    token_key: bytes | None = None
    keep_remarks: bool = False
    timezone: str | None = None
    language: Language = "id"
    lexicon: Lexicon = field(default_factory=Lexicon)

    def fingerprint(self) -> str:
        """Equal for two reads that would make the same rows of the same bytes."""
        what = {**self._open(), "lexicon": asdict(self.lexicon)}
        return hashlib.sha256(json.dumps(what, sort_keys=True).encode()).hexdigest()[:16]

    def _open(self) -> dict[str, Any]:
        return {
            "mapping": asdict(self.mapping or Mapping()),
            "fx": self.fx.sha256 if self.fx else "indicative",
            "key": tokens.fingerprint(self.token_key),
            "keep_remarks": self.keep_remarks,
            "timezone": self.timezone,
        }

    def told(self) -> dict[str, Any]:
        """What a manifest may say of the options: enough to tell whether another read is alike.

        The words of a lexicon and the key stay out: a hash and a fingerprint stand for them.
        """
        words = json.dumps(asdict(self.lexicon), sort_keys=True).encode()
        return {**self._open(), "lexicon": hashlib.sha256(words).hexdigest()}


@dataclass(frozen=True)
class InputReport:
    """One file of a read: rows_in = kept + the sum of rejected, always.

    An input that was read before has `already_read` and counts nothing again.
    """

    name: str
    sha256: str
    rows_in: int
    kept: int
    rejected: dict[str, int]
    unknown_rails: int = 0
    already_read: bool = False
    rejects: str | None = None


@dataclass(frozen=True)
class ReadReport:
    """What one call of `Ledger.read` did."""

    inputs: tuple[InputReport, ...]
    warnings: list[Text] = field(default_factory=list)

    @property
    def rows_in(self) -> int:
        """Data rows met, over all inputs not read before."""
        return sum(one.rows_in for one in self.inputs)

    @property
    def kept(self) -> int:
        """Rows now in the store because of this read."""
        return sum(one.kept for one in self.inputs)

    @property
    def rejected(self) -> dict[str, int]:
        """Rows not kept, by reason code, most frequent first."""
        totals: dict[str, int] = {}
        for one in self.inputs:
            for reason, count in one.rejected.items():
                totals[reason] = totals.get(reason, 0) + count
        return dict(sorted(totals.items(), key=lambda item: (-item[1], item[0])))
