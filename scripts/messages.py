"""Words of the web: find them, keep the English catalogue complete, compile it.

    python scripts/messages.py            add new words to django.po, compile django.mo
    python scripts/messages.py --check    fail when a word has no English or the .mo is not current

Source words are Indonesian. An app with a `locale` folder keeps its own catalogue; the words of all
others stand in the site's. Needs Babel and Django, no C toolchain.
"""

import io
import sys
from collections.abc import Iterator
from pathlib import Path

import django
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract_python
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.conf import settings

WEB = Path(__file__).resolve().parent.parent / "src" / "jaga_web"
PLACE = Path("locale") / "en" / "LC_MESSAGES" / "django.po"
KEYWORDS = {
    **DEFAULT_KEYWORDS,
    "gettext_lazy": None,
    "ngettext_lazy": (1, 2),
    "pgettext_lazy": ((1, "c"), 2),
}


def words() -> Iterator[tuple[str, str | tuple[str, ...], str | None]]:
    """Each file, message (with its plural) and context in code and templates."""
    # Only the template tags' syntax is needed, not the site's settings.
    if not settings.configured:
        settings.configure(USE_I18N=True)
        django.setup()
    from django.utils.translation.template import templatize

    for path in sorted([*WEB.rglob("*.py"), *WEB.rglob("*.html")]):
        text = path.read_text(encoding="utf-8")
        source = templatize(text) if path.suffix == ".html" else text
        name = path.relative_to(WEB).as_posix()
        for function, message, context in _found(source):
            if function is not None:
                yield name, message, context


def _found(source: str) -> Iterator[tuple[str, str | tuple[str, ...], str | None]]:
    file = io.BytesIO(source.encode())
    for _line, function, arguments, _comments in extract_python(file, KEYWORDS, [], {}):
        if function not in KEYWORDS and function != "_":
            continue
        given = arguments if isinstance(arguments, tuple) else (arguments,)
        if function.startswith(("pgettext", "npgettext")):
            context, given = given[0], given[1:]
        else:
            context = None
        plural = function.startswith(("ngettext", "npgettext", "ungettext"))
        message = tuple(given[:2]) if plural else given[0]
        if message and all(isinstance(part, str) for part in _parts(message)):
            yield function, message, context


def _parts(message: str | tuple[str, ...]) -> tuple[str, ...]:
    return message if isinstance(message, tuple) else (message,)


def homes() -> list[Path]:
    """The folders that keep a catalogue: the site's, and those of apps with one of their own."""
    return [WEB, *sorted(path.parent for path in WEB.glob("*/locale"))]


def home_of(name: str) -> Path:
    """The folder whose catalogue holds the words of file `name`."""
    app = WEB / name.split("/")[0]
    return app if (app / "locale").is_dir() else WEB


def catalogue(home: Path = WEB) -> Catalog:
    """The English catalogue of `home` as it is on disk."""
    path = home / PLACE
    if not path.exists():
        return _empty()
    with path.open("rb") as file:
        return read_po(file, locale="en")


def _empty() -> Catalog:
    return Catalog(
        locale="en",
        header_comment="# English words of Jaga; the source words are Indonesian.",
        project="Jaga",
        version="1",
        charset="utf-8",
        fuzzy=False,
        msgid_bugs_address="-",
        last_translator="Jaga",
        language_team="English",
    )


def renewed(old: Catalog, home: Path = WEB) -> Catalog:
    """A catalogue of the words of `home` in use, with the English that `old` has for them."""
    new = _empty()
    new.creation_date = new.revision_date = old.creation_date
    for name, message, context in words():
        if home_of(name) != home:
            continue
        known = old.get(_parts(message)[0], context)
        flags = known.flags if known else ()
        new.add(message, known.string if known else None, [(name, None)], flags, context=context)
    return new


def lacking(entries: Catalog) -> list[str]:
    """The words without English, and those whose English is only a guess."""
    return [
        str(message.id)
        for message in entries
        if message.id and (message.fuzzy or not all(_english(message)))
    ]


def _english(message: Message) -> tuple[str, ...]:
    return _parts(message.string) if message.string else ("",)


def compiled(entries: Catalog) -> bytes:
    """The catalogue as Django reads it."""
    file = io.BytesIO()
    write_mo(file, entries)
    return file.getvalue()


def problems() -> list[str]:
    """Everything that is not as it should be; empty when words and catalogues agree."""
    return [line for home in homes() for line in _problems(home)]


def _problems(home: Path) -> Iterator[str]:
    now, stored = renewed(catalogue(home), home), catalogue(home)
    yield from (f"no English for: {words}" for words in lacking(now))
    used = {(message.id, message.context) for message in now}
    for message in stored:
        if (message.id, message.context) not in used:
            yield f"no longer used: {message.id}"
    compiled_file = (home / PLACE).with_suffix(".mo")
    if not compiled_file.exists() or compiled_file.read_bytes() != compiled(stored):
        yield f"{home.name}: django.mo is not current: run python scripts/messages.py"


def main() -> int:
    """Renew or check; exit code 1 when something is lacking."""
    if "--check" not in sys.argv:
        for home in homes():
            entries, path = renewed(catalogue(home), home), home / PLACE
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("wb") as file:
                write_po(file, entries, width=98, sort_by_file=True, omit_header=False)
            path.with_suffix(".mo").write_bytes(compiled(catalogue(home)))
    found = problems()
    sys.stdout.write("".join(f"{line}\n" for line in found))
    return 1 if found else 0


if __name__ == "__main__":
    raise SystemExit(main())
