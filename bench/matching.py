"""How well two lists of tokens find the children both units know, on invented pairs.

Prints precision and recall of each level against the truth it made up itself:
    PYTHONPATH=src .venv/bin/python bench/matching.py [children] [seed]

Each unit knows its own children and some that the other knows too. The second unit writes names in
another spelling, leaves parts out, mistakes days. Among them are twins, namesakes and single names.
Every person is invented (rekaan).
"""

import random
import sys
from dataclasses import replace

from jaga.casework.matching.comparing import compare
from jaga.casework.matching.tokens import Known, Row, tokens

KEY = bytes(range(32))


def words_of(text: str) -> list[str]:
    """The words of a line, so that lists of names stay readable."""
    return text.split()


GIRLS = words_of("Ratih Siti Dewi Fitri Nurul Ayu Aisyah Rahmah Wulan Sri Zahra Intan Putri Yuni")
BOYS = words_of("Muhammad Ahmad Rizki Joko Surya Cahyono Syahrir Dzaki Yahya Husein Budi Agus")
LAST = words_of(
    "Lestari Wijaya Santoso Rahman Hidayat Nugroho Saputra Contoh Rekaan Ujian Kusuma Hakim "
    "Permata Firdaus Syarif Maulana Sutarjo Utami Handayani Pratama"
)
MOTHERS = words_of("Sumarni Endang Murni Rohani Yati Halimah Kartini Wati")
OTHER_SPELLINGS = (
    ("u", "oe"), ("sy", "sj"), ("c", "tj"), ("y", "j"), ("f", "p"), ("h", ""), ("zk", "sk"),
    ("i", "y"), ("dz", "z"), ("ei", "ai"), ("k", "q"),
)  # fmt: skip


def child(draw: random.Random, ref: str) -> Known:
    """One invented child, wholly known."""
    sex = draw.choice("fm")
    words = [draw.choice(GIRLS if sex == "f" else BOYS)]
    words += draw.sample(LAST, draw.choice((0, 1, 1, 1, 2, 2)))
    birth = f"{draw.randint(2009, 2020)}-{draw.randint(1, 12):02}-{draw.randint(1, 28):02}"
    return Known(
        ref=ref,
        name=" ".join(words),
        birth_date=birth,
        sex=sex,
        region=draw.choice(("31", "32", "33", "35", "73")),
        village=f"Desa {draw.choice(LAST)} {draw.choice(LAST)}",
        mother=draw.choice(MOTHERS),
    )


def written_again(draw: random.Random, known: Known, ref: str) -> Known:
    """The same child as another unit writes it down."""
    name = known.name.lower()
    if draw.random() < 0.5:
        old, new = draw.choice(OTHER_SPELLINGS)
        name = name.replace(old, new)
    words = name.split()
    if len(words) > 1 and draw.random() < 0.15:
        words = words[:-1]
    elif draw.random() < 0.05:
        at = draw.randrange(len(words))
        words[at] = words[at][:-1] + draw.choice("aeiou")
    year, month, day = known.birth_date.split("-")
    birth = draw.choices(
        (known.birth_date, year, "", f"{year}-{day if int(day) < 13 else month}-{month}"),
        (75, 13, 8, 4),
    )[0]
    moved = draw.random() < 0.07
    return replace(
        known,
        ref=ref,
        name=" ".join(words),
        birth_date=birth,
        mother=known.mother if draw.random() < 0.6 else "",
        region=draw.choice(("31", "36")) if moved else known.region,
        village="Desa Baru" if moved else known.village if draw.random() < 0.8 else "",
    )


def beside(draw: random.Random, known: Known, ref: str) -> Known:
    """Another child who is easily taken for this one: a twin or a namesake."""
    first, *rest = known.name.split()
    if draw.random() < 0.5:
        names = GIRLS if known.sex == "f" else BOYS
        twin = draw.choice([name for name in names if name != first])
        return replace(known, ref=ref, name=" ".join([twin, *rest]))
    other = child(draw, ref)
    return replace(other, name=known.name, sex=known.sex)


def country(size: int, seed: int) -> tuple[list[Row], list[Row], set[tuple[str, str]]]:
    """Our list, theirs, and which pairs are one child."""
    draw = random.Random(seed)
    ours = [child(draw, f"a{n}") for n in range(size)]
    shared = draw.sample(ours, size // 4)
    theirs = [written_again(draw, one, f"s{one.ref}") for one in shared]
    theirs += [beside(draw, one, f"t{one.ref}") for one in draw.sample(ours, size // 10)]
    theirs += [child(draw, f"b{n}") for n in range(size - len(theirs))]
    truth = {(one.ref, f"s{one.ref}") for one in shared}
    return _lines(ours), _lines(theirs), truth


def _lines(known: list[Known]) -> list[Row]:
    return [row for one in known if (row := tokens(one, KEY)) is not None]


def measure(size: int, seed: int) -> dict[str, float]:
    """Pairs suggested, precision and recall, for `same` alone and with `perhaps`."""
    ours, theirs, truth = country(size, seed)
    found = compare(ours, theirs)
    sure = {(match.ours, match.theirs) for match in found if match.level == "same"}
    all_ = {(match.ours, match.theirs) for match in found}
    return {
        "same: suggested": len(sure),
        "same: precision": len(sure & truth) / max(len(sure), 1),
        "same: recall": len(sure & truth) / len(truth),
        "same or perhaps: suggested": len(all_),
        "same or perhaps: precision": len(all_ & truth) / max(len(all_), 1),
        "same or perhaps: recall": len(all_ & truth) / len(truth),
    }


def main() -> int:
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 2_000
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 7
    print(f"{size} children in each list, seed {seed}, {size // 4} of them in both")
    for name, value in measure(size, seed).items():
        print(f"{name:28} {value:.3f}" if isinstance(value, float) else f"{name:28} {value}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
