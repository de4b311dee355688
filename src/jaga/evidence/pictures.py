"""Pictures of protected tables, as SVG: bars, and a map of provinces as tiles.

Drawn from a `ShownCube` and from nothing else, so a picture shows what its table shows. Withheld
is hatched and never a gap, which would read as zero. Colour follows the page (`currentColor`);
each picture says in words what it shows, for those who do not see it.
"""

from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape

from jaga.evidence.cubes import ShownCube
from jaga.evidence.shown import WITHHELD, ShownCount
from jaga.evidence.tiles import TILES
from jaga.words import Language, Text

# The lower ends of the classes of every map: the same on each, so that two maps can be compared.
CLASSES = (1, 25, 50, 100, 250)
SHADES = (0.0, 0.08, 0.17, 0.26, 0.36, 0.46)
"""How dark each class is; light enough for words of the same ink to be read on all of them."""
TILE = 54
LINE = 26
WIDTH = 640
LABELS = 190
NOT_COUNTED = Text("tidak dihitung", "not counted")
ZERO = Text("0", "0")


def bars(table: ShownCube, language: Language, key: str) -> str:
    """One bar for each cell, in the order of the table. `key`: unique on the page."""
    names = [_names(table, at, language) for at in table.coordinates]
    most = max((cell for cell in table.cells if cell is not None), default=0) or 1
    parts, room = [], WIDTH - LABELS - 70
    for n, (name, cell) in enumerate(zip(names, table.cells, strict=True)):
        top = n * LINE
        parts.append(_text(LABELS - 8, top + 17, _short(name, 30), anchor="end"))
        if cell is None:
            parts.append(_box(LABELS, top + 4, 60, LINE - 8, key, None))
        elif cell:
            parts.append(_box(LABELS, top + 4, max(2, room * cell // most), LINE - 8, key, 0.6))
        end = LABELS + (60 if cell is None else room * cell // most) + 8
        parts.append(_text(end, top + 17, ShownCount(cell).words.say(language)))
    title = table.title.say(language)
    told = _told(zip(names, table.cells, strict=True), language)
    return _svg(parts, WIDTH, LINE * len(names) + 4, key, title, told)


def tile_map(
    table: ShownCube,
    language: Language,
    key: str,
    *,
    category: str = "",
    unreliable: Iterable[str] = (),
) -> str:
    """Classes of counts by province. The table's first dimension holds province codes.

    `category`: which one of a second dimension is shown. `unreliable`: codes that are hatched as
    well, because too little is known there. Raises ValueError for a table without provinces.
    """
    counts = _by_province(table, category)
    hatched = frozenset(unreliable)
    parts: list[str] = []
    for code, (column, row, name) in TILES.items():
        left, top = column * TILE, row * TILE
        known = code in counts
        count = None if code in hatched else counts.get(code)
        shade = SHADES[_class(count)] if count is not None else (None if known else 0.0)
        parts.append(_box(left + 1, top + 1, TILE - 2, TILE - 2, key, shade))
        words = _tile_words(known, count, language)
        size = 11 if len(name) < 8 else 9
        parts.append(_text(left + TILE // 2, top + 24, name, "middle", size))
        parts.append(_text(left + TILE // 2, top + 40, words, "middle", 11))
    parts += _legend(language, key)
    title = table.title.say(language) + (f": {category}" if category else "")
    told = _told(((TILES[c][2], n) for c, n in counts.items() if c in TILES), language)
    return _svg(parts, 15 * TILE, 9 * TILE + 44, key, title, told)


def in_words(table: ShownCube, language: Language) -> str:
    """Everything a picture of this table shows, as one line of text."""
    names = [_names(table, at, language) for at in table.coordinates]
    return _told(zip(names, table.cells, strict=True), language)


def has_provinces(table: ShownCube) -> bool:
    """True when a map can be drawn of it."""
    first = table.dimensions[0].categories if table.dimensions else ()
    return bool(first) and all(one.id in TILES for one in first) and len(table.dimensions) <= 2


def _by_province(table: ShownCube, category: str) -> dict[str, int | None]:
    if not has_provinces(table):
        raise ValueError("a map needs a table whose first dimension is provinces by code")
    codes = [one.id for one in table.dimensions[0].categories]
    if len(table.dimensions) == 1:
        return dict(zip(codes, table.cells, strict=True))
    names = [one.id for one in table.dimensions[1].categories]
    place = names.index(category)
    return {code: table.cells[n * len(names) + place] for n, code in enumerate(codes)}


def _class(count: int) -> int:
    return sum(count >= low for low in CLASSES)


def _tile_words(known: bool, count: int | None, language: Language) -> str:
    if not known:
        return "–"
    return "…" if count is None else _range(_class(count), language)


def _range(place: int, language: Language) -> str:
    if place == 0:
        return ZERO.say(language)
    low = 5 if place == 1 else CLASSES[place - 1]
    return f"{low}+" if place == len(CLASSES) else f"{low}–{CLASSES[place] - 5}"


def _legend(language: Language, key: str) -> list[str]:
    top = 9 * TILE + 12
    told = [(SHADES[n], _range(n, language)) for n in range(len(SHADES))]
    every: list[tuple[float | None, str]] = [*told, (None, f"… {WITHHELD.say(language)}")]
    parts = []
    for n, (shade, words) in enumerate(every):
        parts.append(_box(n * 96 + 1, top, 20, 20, key, shade))
        parts.append(_text(n * 96 + 28, top + 15, words))
    parts.append(_text(7 * 96 + 28, top + 15, f"– {NOT_COUNTED.say(language)}"))
    return parts


def _names(table: ShownCube, at: Sequence[int], language: Language) -> str:
    pairs = zip(table.dimensions, at, strict=True)
    return ", ".join(d.categories[n].title.say(language) for d, n in pairs)


def _told(pairs: Iterable[tuple[str, int | None]], language: Language) -> str:
    return "; ".join(f"{name}: {ShownCount(count).words.say(language)}" for name, count in pairs)


def _box(left: int, top: int, width: int, height: int, key: str, shade: float | None) -> str:
    fill = f'fill="url(#{key}-hatch)"' if shade is None else f'fill-opacity="{shade}"'
    return (
        f'<rect x="{left}" y="{top}" width="{width}" height="{height}" {fill} '
        'stroke="currentColor" stroke-opacity="0.5"/>'
    )


def _text(left: int, top: int, words: str, anchor: str = "start", size: int = 13) -> str:
    return (
        f'<text x="{left}" y="{top}" text-anchor="{anchor}" font-size="{size}">'
        f"{escape(words)}</text>"
    )


def _short(words: str, most: int) -> str:
    return words if len(words) <= most else words[: most - 1] + "…"


def _svg(parts: Sequence[str], width: int, height: int, key: str, title: str, told: str) -> str:
    hatch = (
        f'<defs><pattern id="{key}-hatch" width="6" height="6" patternUnits="userSpaceOnUse" '
        'patternTransform="rotate(45)"><line x1="0" y1="0" x2="0" y2="6" stroke="currentColor" '
        'stroke-opacity="0.4" stroke-width="2"/></pattern></defs>'
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img" '
        f'aria-labelledby="{key}-title {key}-words" fill="currentColor" class="picture">'
        f'<title id="{key}-title">{escape(title)}</title>'
        f'<desc id="{key}-words">{escape(told)}</desc>{hatch}{"".join(parts)}</svg>'
    )
