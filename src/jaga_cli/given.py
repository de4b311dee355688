"""Options and arguments that several commands share, each worded once; what they give together."""

from pathlib import Path
from typing import Annotated

from jaga.ledger import remarks
from jaga.ledger.fx import read_fx
from jaga.ledger.mapping import read_mapping
from jaga.ledger.options import ReadOptions
from jaga.ledger.tokens import read_token_key
from jaga.screening.pack import DEFAULT, Pack, read_pack
from jaga_cli.helping import argument, option, words
from jaga_cli.terminal import language

DATE = words("TTTT-BB-HH", "YYYY-MM-DD")
FOLDER = "FOLDER"  # the word in both languages

_PAYMENTS = argument(
    words("PEMBAYARAN", "PAYMENTS"),
    "berkas pembayaran (CSV, Parquet, XML ISO 20022), atau foldernya",
    "payment files (CSV, Parquet, ISO 20022 XML), or their folder",
)
Payments = Annotated[list[Path], _PAYMENTS]
SomePayments = Annotated[list[Path] | None, _PAYMENTS]
Run = Annotated[
    Path, argument(FOLDER, "folder hasil `jaga screen`", "results folder of `jaga screen`")
]
Accounts = Annotated[
    Path | None,
    option(
        "accounts.csv: yang diketahui tentang pemilik", "accounts.csv: what is known of holders"
    ),
]
Watchlist = Annotated[
    Path | None,
    option("watchlist.csv: token yang dipantau", "watchlist.csv: watched tokens"),
]
Ledger = Annotated[
    Path | None,
    option("buku besar yang disimpan dan ditambah", "a ledger to keep and add to"),
]
Mapping = Annotated[
    Path | None,
    option("TOML: kolom Anda menjadi kolom Jaga", "TOML: your columns to Jaga's"),
]
Parameters = Annotated[
    Path | None, option("TOML: paket parameter lain", "TOML: another parameter pack")
]
Fx = Annotated[Path | None, option("kurs bertanggal", "dated exchange rates")]
TokenKey = Annotated[
    Path | None,
    option("berkas kunci: nomor menjadi token", "key file: numbers become tokens"),
]
Lexicon = Annotated[
    Path | None,
    option("TOML: kata Anda sendiri untuk berita transfer", "TOML: your own words for remarks"),
]
Timezone = Annotated[
    str | None,
    option("zona waktu bila jam tidak menyebutnya", "time zone of times that name none"),
]
Since = Annotated[str | None, option("hari pertama", "first day", metavar=DATE)]
Until = Annotated[str | None, option("hari terakhir", "last day", metavar=DATE)]
EngineName = Annotated[str, option("mesin: duckdb atau spark", "engine: duckdb or spark")]
Decisions = Annotated[
    list[Path] | None,
    option(
        "berkas keputusan; satu untuk tiap peringatan", "decision file; once for each alert",
        "--decision",
    ),
]  # fmt: skip
OnDay = Annotated[
    str | None,
    option("tanggal dokumen; hari ini bila kosong", "date of the document; today if left out",
           "--date", metavar=DATE),
]  # fmt: skip
InLanguage = Annotated[
    str,
    option("bahasa dokumen: id atau en", "language of the document: id or en", "--language"),
]
AsJson = Annotated[bool, option("tulis JSON", "print JSON", "--json")]


def reading(
    *,
    mapping: Path | None = None,
    fx: Path | None = None,
    token_key: Path | None = None,
    keep_remarks: bool = False,
    lexicon: Path | None = None,
    timezone: str | None = None,
) -> ReadOptions:
    """How to read payments, from the files these options name."""
    return ReadOptions(
        mapping=None if mapping is None else read_mapping(mapping),
        fx=None if fx is None else read_fx(fx),
        token_key=None if token_key is None else read_token_key(token_key),
        keep_remarks=keep_remarks,
        timezone=timezone,
        language=language(),
        lexicon=remarks.Lexicon() if lexicon is None else remarks.read_lexicon(lexicon),
    )


def pack(parameters: Path | None) -> Pack:
    """The numbers to ask with: those of the file named, or Jaga's own."""
    return DEFAULT if parameters is None else read_pack(parameters)
