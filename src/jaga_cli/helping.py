"""What `--help` says, in the reader's language.

typer takes help as one plain string and settles its own words when it is imported, so both
languages travel in that string and the sheet is written here, from the command itself.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args, get_type_hints

import typer

from jaga.words import Language, Text

# typer keeps click's classes to itself; of a context, a command and a parameter only what
# click documents is used.
Click = Any

# A form feed ends the help that click shows: a tool that does not know of two languages
# shows the first.
BETWEEN = "\f"

USAGE = Text("Pemakaian", "Usage")
OPTIONS_PLACE = Text("[OPSI]", "[OPTIONS]")
COMMAND_PLACE = Text("PERINTAH …", "COMMAND …")
ARGUMENTS = Text("Argumen", "Arguments")
OPTIONS = Text("Opsi", "Options")
COMMANDS = Text("Perintah", "Commands")
SHOW_HELP = Text("tampilkan bantuan ini", "show this help")
REQUIRED = Text("wajib", "required")
DEFAULT = Text("bawaan {value}", "default {value}")
AT_LEAST = Text("paling sedikit {value}", "at least {value}")

PLACES: dict[object, Text] = {
    int: Text("ANGKA", "NUMBER"),
    float: Text("ANGKA", "NUMBER"),
    Path: Text("LOKASI", "PATH"),
    str: Text("TEKS", "TEXT"),
}


def words(indonesian: str, english: str) -> str:
    """Help, or a placeholder, for typer: both languages in one string."""
    both = Text(indonesian, english)
    return both.id + BETWEEN + both.en


def option(indonesian: str, english: str, *names: str, **more: Any) -> Any:
    """An option and its help."""
    return typer.Option(*names, help=words(indonesian, english), **more)


def argument(stands: str, indonesian: str, english: str, **more: Any) -> Any:
    """An argument, what stands for it (from `words`), and its help."""
    return typer.Argument(metavar=stands, help=words(indonesian, english), **more)


def spoken(both: str) -> Text:
    """What `words` put together; a string in no language (a date's form) stays as it is."""
    indonesian, _, english = both.partition(BETWEEN)
    return Text(indonesian, english or indonesian)


def kind(command: Click, parameter: Click) -> object:
    """The type a parameter's value has, of those in `PLACES`; None for a switch."""
    hints = get_type_hints(command.callback) if command.callback else {}
    found = set(_parts(hints.get(parameter.name)))
    return next((one for one in PLACES if one in found), None)


def _parts(hint: object) -> Iterator[object]:
    yield hint
    for part in get_args(hint):
        yield from _parts(part)


def least(parameter: Click) -> Any:
    """The least a number may be; None where nothing holds it."""
    return getattr(parameter, "min", None)


def place(command: Click, parameter: Click) -> Text | None:
    """What stands for a parameter's value: FOLDER, NUMBER; None for a switch."""
    if parameter.metavar:
        return spoken(parameter.metavar)
    if parameter.param_type_name == "argument":
        return Text(parameter.name.upper(), parameter.name.upper())
    return PLACES.get(kind(command, parameter))


def sheet(context: Click, language: Language) -> str:
    """The help of the context's command: usage, what it does, and every name with its words."""
    command = context.command
    shown = [one for one in command.get_params(context) if not one.hidden]
    arguments = [one for one in shown if one.param_type_name == "argument"]
    options = [one for one in shown if one.param_type_name == "option"]
    paper = context.make_formatter()
    paper.write_usage(
        context.command_path,
        _usage(command, arguments, language),
        prefix=f"{USAGE.say(language)}: ",
    )
    paper.write_paragraph()
    paper.write_text(spoken(command.help or command.name).say(language))
    for heading, rows in (
        (ARGUMENTS, [row(command, one, language) for one in arguments]),
        (OPTIONS, [row(command, one, language) for one in options]),
        (COMMANDS, _commands(command, language)),
    ):
        if rows:
            with paper.section(heading.say(language)):
                paper.write_dl(rows)
    return str(paper.getvalue()).rstrip("\n")


def _usage(command: Click, arguments: list[Click], language: Language) -> str:
    pieces = [OPTIONS_PLACE.say(language)]
    for one in arguments:
        name = _named(command, one, language)
        pieces.append(name if one.required else f"[{name}]")
    if hasattr(command, "commands"):
        pieces.append(COMMAND_PLACE.say(language))
    return " ".join(pieces)


def _named(command: Click, parameter: Click, language: Language) -> str:
    """`FOLDER …` for an argument, `--out FOLDER` for an option, `--keep / --no-keep`."""
    value = place(command, parameter)
    said = "" if value is None else value.say(language)
    if parameter.param_type_name == "argument":
        return said if parameter.nargs == 1 else f"{said} …"
    names = " / ".join((*parameter.opts, *parameter.secondary_opts))
    return f"{names} {said}".rstrip()


def row(command: Click, parameter: Click, language: Language) -> tuple[str, str]:
    """One line of the sheet: how the parameter is written, and what it is."""
    # The one option the commands do not declare is the parser's own.
    own = parameter in command.params
    help_words = spoken(parameter.help or parameter.name) if own else SHOW_HELP
    facts = "; ".join(one.say(language) for one in _facts(parameter))
    told = help_words.say(language)
    return _named(command, parameter, language), f"{told} [{facts}]" if facts else told


def _facts(parameter: Click) -> Iterator[Text]:
    if parameter.required:
        yield REQUIRED
    value = parameter.default
    if value not in (None, False, "", ()):
        yield DEFAULT.filled(value=value)
    if least(parameter) is not None:
        yield AT_LEAST.filled(value=least(parameter))


def _commands(command: Click, language: Language) -> list[tuple[str, str]]:
    inside = getattr(command, "commands", {})
    return [(name, spoken(one.help or name).say(language)) for name, one in inside.items()]
