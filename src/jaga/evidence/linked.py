"""The door for tables of three dimensions, and for tables of the same people published together.

The order is that of `disclosure.py`. Each table of one or two dimensions first goes through its
door, so that it looks the same wherever it is published. Then all of them together, and tables of
three dimensions, must stand this attacker: who knows each shown count, and each total the same
door would publish alone, as it is published (rounded); and that tables of the same people add up
to the same wherever they divide them alike. No total that may be known has a single withheld cell
behind it, however well it is rounded.

The exact totals of `disclosure.py` are not given to this attacker. With three dimensions they fix
nearly everything: a block of eight cells has one degree of freedom, and nothing could be shown.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import chain, product

from jaga.errors import BadInput
from jaga.evidence.cubes import CountCube, Dimension, Group, ShownCube
from jaga.evidence.disclosure import RULES, CountTable, Rules, notes, protect
from jaga.evidence.intervals import Attack, Bound
from jaga.words import Text

Hidden = frozenset[int]


def protect_together(cubes: Sequence[CountCube], rules: Rules = RULES) -> tuple[ShownCube, ...]:
    """What may be published of tables of the same people. The same counts, the same answer.

    Raises BadInput when two of them cannot be of the same people: their totals differ.
    """
    tables = _Tables(tuple(cubes), rules)
    tables.check_same_people()
    hidden = _hidden_in(tables)
    made = []
    for cube, start in zip(tables.cubes, tables.starts, strict=True):
        cells = tuple(
            None if start + n in hidden else rules.rounded(count)
            for n, count in enumerate(cube.counts)
        )
        words = notes(rules, some=None in cells, whole=set(cells) == {None})
        made.append(ShownCube(cube.id, cube.title, cube.dimensions, cells, words))
    return tuple(made)


def public_groups(cube: CountCube, rules: Rules = RULES) -> dict[Group, int]:
    """The totals of a table that the door would publish in tables of totals alone."""
    return dict(_publishable(cube, rules)[0])


@dataclass(frozen=True)
class _Line:
    """Cells whose sum the attacker knows; the cells of `minus` are taken from it."""

    cells: Group
    total: int
    minus: Group = frozenset()


@dataclass(frozen=True)
class _Tables:
    """Tables side by side; their cells are numbered through, each table beginning at a start."""

    cubes: tuple[CountCube, ...]
    rules: Rules

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """The number of the first cell of each table."""
        sizes = [cube.size for cube in self.cubes]
        return tuple(sum(sizes[:n]) for n in range(len(sizes)))

    @cached_property
    def counts(self) -> tuple[int, ...]:
        """Every count, one table after the other."""
        return tuple(chain.from_iterable(cube.counts for cube in self.cubes))

    @cached_property
    def lines(self) -> tuple[_Line, ...]:
        """The totals anybody may know, then what ties one table to another."""
        return tuple(
            _Line(_moved(cells, start), total)
            for cube, start in zip(self.cubes, self.starts, strict=True)
            for cells, total in _publishable(cube, self.rules)[0]
        ) + tuple(self._ties())

    @cached_property
    def secrets(self) -> tuple[Group, ...]:
        """The totals that may not be known, but for those another table gives anyway."""
        told = {line.cells for line in self.lines if not line.minus}
        tied = [(line.cells, line.minus) for line in self.lines if line.minus]
        told |= {a for a, b in tied if b in told} | {b for a, b in tied if a in told}
        return tuple(
            moved
            for cube, start in zip(self.cubes, self.starts, strict=True)
            for cells in _publishable(cube, self.rules)[1]
            if (moved := _moved(cells, start)) not in told
        )

    def check_same_people(self) -> None:
        """Raise BadInput when two tables, laid over each other, do not add up to the same."""
        for line in self._ties():
            if self.total(line.cells) != self.total(line.minus):
                sides = [self.start_of(min(part))[0] for part in (line.cells, line.minus)]
                raise _not_the_same(*sides)

    def _ties(self) -> Iterator[_Line]:
        for n, one in enumerate(self.cubes):
            for m, other in enumerate(self.cubes[:n]):
                for mine, theirs in common_groups(one.dimensions, other.dimensions):
                    yield _Line(_moved(mine, self.starts[n]), 0, _moved(theirs, self.starts[m]))

    def total(self, cells: Group) -> int:
        """The true sum of these cells."""
        return sum(self.counts[cell] for cell in cells)

    def start_of(self, cell: int) -> tuple[CountCube, int]:
        """The table of a cell, and where it begins."""
        place = max(n for n, start in enumerate(self.starts) if start <= cell)
        return self.cubes[place], self.starts[place]


def _hidden_in(tables: _Tables) -> Hidden:
    hidden = _first(tables)
    if len(tables.cubes) == 1 and len(tables.cubes[0].dimensions) <= 2:
        return hidden
    while hidden:
        exposed = _thin(tables, hidden) or _exposed(tables, hidden)
        if exposed is None:
            break
        partner = _partner(tables, hidden, *exposed)
        if partner is None:
            return frozenset(range(len(tables.counts)))
        hidden |= {partner}
    return hidden


def _first(tables: _Tables) -> Hidden:
    """What each table withholds by itself: two-way tables with all partners, others without."""
    found: Hidden = frozenset()
    for cube, start in zip(tables.cubes, tables.starts, strict=True):
        if len(cube.dimensions) <= 2:
            alone = _two_way(cube, tables.rules)
        else:
            small = tables.rules.is_small
            alone = frozenset(n for n, count in enumerate(cube.counts) if small(count))
        found |= _moved(alone, start)
    return found


def _thin(tables: _Tables, hidden: Hidden) -> tuple[Group, Group] | None:
    """A total anybody may know with one withheld cell behind it, or with one to four people.

    The withheld cells, and where their partner has to be.
    """
    for line in tables.lines:
        behind = line.cells & hidden
        people = tables.total(behind)
        if not line.minus and (len(behind) == 1 or tables.rules.is_small(people)):
            return behind, line.cells
    return None


def _two_way(cube: CountCube, rules: Rules) -> Hidden:
    """What the door for rows and columns withholds."""
    sizes = [len(one.categories) for one in cube.dimensions]
    height, width = ([1] * (2 - len(sizes)) + sizes)[:2]
    table = CountTable(
        id=cube.id,
        title=cube.title,
        rows=tuple(map(str, range(height))),
        columns=tuple(map(str, range(width))),
        counts=tuple(cube.counts[n * width : (n + 1) * width] for n in range(height)),
    )
    cells = chain.from_iterable(protect(table, rules).cells)
    return frozenset(n for n, cell in enumerate(cells) if cell is None)


@lru_cache(maxsize=256)
def _publishable(
    cube: CountCube, rules: Rules
) -> tuple[tuple[tuple[Group, int], ...], tuple[Group, ...]]:
    """The totals that may be published on their own, and those that may not."""
    told: dict[Group, int] = {}
    kept_back: list[Group] = []
    for kept in cube.margins():
        margin = cube.margin(kept)
        hidden = _hidden_in(_Tables((margin,), rules))
        for n, (_, cells) in enumerate(sorted(cube.groups(kept).items())):
            if n in hidden:
                kept_back.append(cells)
            else:
                told[cells] = margin.counts[n]
    return tuple(told.items()), tuple(cells for cells in kept_back if cells not in told)


def common_groups(
    mine: Sequence[Dimension], theirs: Sequence[Dimension]
) -> Iterator[tuple[Group, Group]]:
    """Where two tables of the same people must add up to the same: cells of one, of the other.

    For each combination of what both divide alike; categories that overlap are joined first.
    """
    names = {one.id for one in mine} & {one.id for one in theirs}
    shared = sorted(names)
    joined = [_joined(_named(mine, name), _named(theirs, name)) for name in shared]
    here, there = _by_coordinates(mine, shared), _by_coordinates(theirs, shared)
    for parts in product(*joined):
        left = [here.get(key, ()) for key in product(*(part[0] for part in parts))]
        right = [there.get(key, ()) for key in product(*(part[1] for part in parts))]
        yield frozenset(chain.from_iterable(left)), frozenset(chain.from_iterable(right))


def _joined(mine: Dimension, theirs: Dimension) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    """The smallest sets of categories of both that cover the same atoms."""
    found: list[tuple[set[str], set[int], set[int]]] = []
    for side, dimension in ((1, mine), (2, theirs)):
        for n, one in enumerate(dimension.categories):
            merged: tuple[set[str], set[int], set[int]] = (set(one.covers), set(), set())
            merged[side].add(n)  # type: ignore[arg-type]
            for old in [old for old in found if old[0] & one.covers]:
                found.remove(old)
                merged = (merged[0] | old[0], merged[1] | old[1], merged[2] | old[2])
            found.append(merged)
    return [
        (tuple(sorted(left)), tuple(sorted(right)))
        for _, left, right in found
        if _covered(mine, left) == _covered(theirs, right)
    ]


def _covered(dimension: Dimension, places: set[int]) -> frozenset[str]:
    return frozenset(chain.from_iterable(dimension.categories[n].covers for n in places))


def _named(dimensions: Sequence[Dimension], name: str) -> Dimension:
    return next(one for one in dimensions if one.id == name)


def _by_coordinates(
    dimensions: Sequence[Dimension], names: Sequence[str]
) -> dict[tuple[int, ...], list[int]]:
    order = [[one.id for one in dimensions].index(name) for name in names]
    found: dict[tuple[int, ...], list[int]] = {}
    sizes = (range(len(one.categories)) for one in dimensions)
    for place, at in enumerate(product(*sizes)):
        found.setdefault(tuple(at[n] for n in order), []).append(place)
    return found


def _exposed(tables: _Tables, hidden: Hidden) -> tuple[Group, Group] | None:
    """The first withheld cell or secret total that the attacker can narrow down too far.

    The withheld cells, and where a partner would be best: in a line with one of them.
    """
    bounds = [_told(line, tables.rules) for line in tables.lines]
    bounds += [
        Bound((n,), *shown_range(count, tables.rules))
        for n, count in enumerate(tables.counts)
        if n not in hidden
    ]
    attack = Attack(len(tables.counts), bounds)
    targets = [frozenset({cell}) for cell in sorted(hidden)]
    targets += [group for group in tables.secrets if group & hidden]
    for target in targets:
        if not attack.hides(
            sorted(target), threshold=tables.rules.publish_from, width=tables.rules.minimum_width
        ):
            cells = target & hidden
            every = range(len(tables.counts))
            near = (n for n in every if any(_in_line(tables, n, cell) for cell in cells))
            return cells, frozenset(near)
    return None


def shown_range(count: int, rules: Rules = RULES) -> tuple[int, int]:
    """What a reader who knows the rules concludes from a count that is shown."""
    if count == 0:
        return 0, 0
    rounded = rules.rounded(count)
    low = rounded - rules.round_to // 2
    return max(rules.publish_from, low), low + rules.round_to - 1


def _told(line: _Line, rules: Rules) -> Bound:
    """What a line says: a total as it is published, or that two sums are the same."""
    low, high = (0, 0) if line.minus else shown_range(line.total, rules)
    return Bound(tuple(sorted(line.cells)), low, high, tuple(sorted(line.minus)))


def _partner(tables: _Tables, hidden: Hidden, exposed: Group, room: Group) -> int | None:
    """The next cell to withhold, chosen as in `disclosure`: in the room, not zero, closing, small.

    Outside the room where it is full: in the same table, then anywhere.
    """
    empty = {
        cell for line in tables.lines if not line.minus and not line.total for cell in line.cells
    }
    open_cells = [n for n in range(len(tables.counts)) if n not in hidden and n not in empty]
    near = [n for n in open_cells if n in room]
    here = [n for n in open_cells if any(_same_table(tables, n, cell) for cell in exposed)]
    closing = [line.cells for line in tables.lines if line.cells & hidden]

    def cost(cell: int) -> tuple[bool, int, int, int]:
        crossings = sum(cell in cells for cells in closing)
        return (tables.counts[cell] == 0, -crossings, tables.counts[cell], cell)

    return min(near or here or open_cells, key=cost, default=None)


def _same_table(tables: _Tables, one: int, other: int) -> bool:
    return tables.start_of(one)[1] == tables.start_of(other)[1]


def _in_line(tables: _Tables, one: int, other: int) -> bool:
    """True for two cells of one table that differ in a single dimension."""
    cube, start = tables.start_of(one)
    if tables.start_of(other)[1] != start:
        return False
    mine, theirs = cube.coordinates[one - start], cube.coordinates[other - start]
    return sum(a != b for a, b in zip(mine, theirs, strict=True)) == 1


def _moved(cells: Group, start: int) -> Group:
    return frozenset(cell + start for cell in cells)


def _not_the_same(one: CountCube, other: CountCube) -> BadInput:
    return BadInput(
        Text(
            "Tabel {a} dan {b} tidak menghitung orang yang sama: jumlahnya berbeda. Beri keduanya "
            "populasi dan tanggal data yang berbeda, atau hitung ulang dari data yang sama.",
            "Tables {a} and {b} do not count the same people: their totals differ. Give them "
            "different populations or dates, or count again from the same data.",
        ).filled(a=one.id, b=other.id)
    )
