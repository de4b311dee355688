"""Options that commands about samples share: which columns tell how people were drawn."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from jaga.errors import BadInput, WrongUsage
from jaga.words import Text
from jaga_cli.helping import argument, option, words

if TYPE_CHECKING:
    from jaga.surveys.ask import Plan
    from jaga.surveys.columns import Columns

COLUMN = words("KOLOM", "COLUMN")
Data = Annotated[
    Path,
    argument("DATA", "jawaban, CSV atau XLSX, satu baris satu orang",
             "answers, CSV or XLSX, one row for each person"),
]  # fmt: skip
Weight = Annotated[str | None, option("kolom bobot", "column of weights", metavar=COLUMN)]
Strata = Annotated[str | None, option("kolom strata", "column of strata", metavar=COLUMN)]
Psu = Annotated[
    list[str] | None,
    option("kolom klaster; sekali untuk tiap tahap", "column of clusters; once for each stage",
           metavar=COLUMN),
]  # fmt: skip
Fpc = Annotated[
    list[str] | None,
    option("kolom jumlah unit yang ada (atau bagian yang diambil); sekali untuk tiap tahap",
           "column of the units there are (or the share drawn); once for each stage",
           metavar=COLUMN),
]  # fmt: skip
PostStrata = Annotated[
    str | None,
    option("kelas yang ukurannya diketahui = kolom ukurannya, atau berkas (kelas, ukuran)",
           "classes of known size = column of sizes, or a file (class, size)",
           metavar=words("KOLOM=UKURAN", "COLUMN=SIZES")),
]  # fmt: skip
Nested = Annotated[
    bool,
    option("nomor klaster mulai lagi di tiap strata", "cluster numbers begin anew in each stratum",
           "--nested"),
]  # fmt: skip
LonelyUnits = Annotated[
    str,
    option("strata dengan satu klaster: refuse, adjust, atau certainty",
           "a stratum with one cluster: refuse, adjust or certainty", "--lonely"),
]  # fmt: skip
Interval = Annotated[
    str | None,
    option("logit (bawaan proporsi), korn-graubard, likelihood, atau t",
           "logit (default of proportions), korn-graubard, likelihood or t"),
]  # fmt: skip
Level = Annotated[float, option("tingkat keyakinan, persen", "confidence level, in per cent")]
Deff = Annotated[
    str,
    option("efek rancangan dibanding sampel tanpa (wor) atau dengan (wr) pengembalian",
           "design effect against a sample without (wor) or with (wr) replacement"),
]  # fmt: skip
ErrorBy = Annotated[
    str,
    option("asal galat: taylor, atau jackknife (tanpa satu klaster, bergiliran)",
           "where the error comes from: taylor, or jackknife (one cluster left out in turn)",
           "--error"),
]  # fmt: skip
MissingAnswers = Annotated[
    str,
    option("baris tanpa jawaban: drop (disebut jumlahnya) atau refuse",
           "rows without an answer: drop (their number is said) or refuse"),
]  # fmt: skip


def write(path: Path, text: str) -> None:
    """Write a file the user named, or say that it cannot be."""
    try:
        path.write_text(text, encoding="utf-8")
    except OSError:
        raise BadInput(
            Text(
                "Berkas hasil tidak dapat ditulis di sana: periksa foldernya.",
                "The result cannot be written there: look at the folder.",
            )
        ) from None


def one_of(value: str, choices: tuple[str, ...], name: str) -> str:
    """`value`, when it is one of the choices of option `name`."""
    if value not in choices:
        listed = ", ".join(choices)
        raise WrongUsage(Text(f"{name}: pilih {listed}.", f"{name}: choose {listed}."))
    return value


def plan_of(
    columns: "Columns",
    *,
    weight: str | None,
    strata: str | None,
    psu: list[str] | None,
    fpc: list[str] | None,
    post_strata: str | None,
    nested: bool,
    lonely: str,
) -> "Plan":
    """How the sample was drawn, from these options."""
    from jaga.surveys.ask import Plan
    from jaga.surveys.design import LONELY

    one_of(lonely, LONELY, "--lonely")
    return Plan(
        weight, strata, tuple(psu or ()), tuple(fpc or ()), nested,
        next(one for one in LONELY if one == lonely),
        _post(columns, post_strata),
    )  # fmt: skip


def _post(columns: "Columns", given: str | None) -> tuple[str, dict[str, float]] | None:
    """Post-strata and sizes: `class=column`, or `class=file` with two columns."""
    from jaga.surveys.ask import sizes_of
    from jaga.surveys.columns import read_columns

    if given is None:
        return None
    cell, _, size = given.partition("=")
    if not (cell and size):
        raise WrongUsage(
            Text(
                "--post-strata ditulis KOLOM=UKURAN, misalnya jenis=jumlah.",
                "--post-strata is written COLUMN=SIZES, such as type=people.",
            )
        )
    if columns.has(size):
        return cell, sizes_of(columns, cell, size)
    if not Path(size).is_file():
        raise BadInput(
            Text(
                "Ukuran pada --post-strata bukan kolom data dan bukan berkas.",
                "The sizes of --post-strata are neither a column of the data nor a file.",
            )
        )
    known = read_columns(Path(size))
    others = [name for name in known.names if name != cell]
    if len(others) != 1:
        raise BadInput(
            Text(
                "Berkas ukuran pascastratifikasi memerlukan dua kolom: kelas, dengan nama yang "
                "sama seperti di data, dan ukurannya.",
                "The file of post-strata needs two columns: the class, named as in the data, and "
                "its size.",
            )
        )
    return cell, sizes_of(known, cell, others[0])
