"""Wrong usage as one sentence in the reader's language, without what was typed.

What stands on a command line may be an account number, so no sentence repeats it: only names
that are Jaga's own are said, and a misspelt option when it is plainly a misspelling of one.
"""

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from jaga.errors import WrongUsage
from jaga.words import Text
from jaga_cli.helping import Click, kind, least, place, sheet
from jaga_cli.terminal import language

# The parser's errors have one public name, that of a bad parameter; all share its base.
PARSER_ERROR: type[Exception] = typer.BadParameter.__bases__[0]
# Alike enough to be a slip of the finger: `--outt` for `--out`, and not `--bybudi` for `--by`.
ALIKE = 0.75

NEEDS: dict[object, Text] = {
    int: Text("perlu bilangan bulat", "it takes a whole number"),
    float: Text("perlu bilangan, misalnya 0.5", "it takes a number, such as 0.5"),
    Path: Text("perlu folder atau berkas yang sesuai", "it takes a folder or file that fits"),
    str: Text("perlu teks", "it takes text"),
}
NEEDS_AT_LEAST = Text("{kind}, paling sedikit {least}", "{kind}, at least {least}")
NO_OPTION = Text("Ada opsi yang tidak dikenal.", "One of the options is not known.")
NO_COMMAND = Text("Perintah itu tidak ada.", "There is no such command.")
PERHAPS_OPTION = Text(
    "Opsi {typed} tidak dikenal; mungkin {near}.", "Option {typed} is not known; perhaps {near}."
)
PERHAPS_COMMAND = Text(
    "Perintah {typed} tidak ada; mungkin {near}.", "There is no command {typed}; perhaps {near}."
)
UNNAMED = Text("Perintah belum disebut.", "No command was named.")
SURPLUS = Text("Ada kata yang berlebih pada perintah ini.", "There is a word too many here.")
SEE = Text(" Lihat `{path} --help`.", " See `{path} --help`.")


class Command(TyperCommand):
    """A command that speaks the reader's language about its own use."""

    def get_help(self, ctx: Click) -> str:
        """Its help sheet."""
        return sheet(ctx, language())

    def parse_args(self, ctx: Click, args: list[str]) -> list[str]:
        """Its arguments, or WrongUsage."""
        with _spoken(ctx):
            return super().parse_args(ctx, args)


class Group(TyperGroup):
    """Commands under one name, likewise."""

    def get_help(self, ctx: Click) -> str:
        """Its help sheet."""
        return sheet(ctx, language())

    def parse_args(self, ctx: Click, args: list[str]) -> list[str]:
        """Its arguments, or WrongUsage; without any, its help, which is no success."""
        if not args:
            typer.echo(ctx.get_help())
            raise typer.Exit(WrongUsage.exit_code)
        with _spoken(ctx):
            return super().parse_args(ctx, args)

    def invoke(self, ctx: Click) -> Any:
        """Run the command named, or WrongUsage where none is."""
        try:
            return super().invoke(ctx)
        except PARSER_ERROR:
            raise _wrong(ctx, UNNAMED) from None

    def resolve_command(self, ctx: Click, args: list[str]) -> Any:
        """The command named, or WrongUsage with the nearest there is."""
        if args[0] not in self.commands:
            near = _near(args[0], self.commands, PERHAPS_COMMAND)
            raise _wrong(ctx, near or NO_COMMAND)
        return super().resolve_command(ctx, args)


@contextmanager
def _spoken(ctx: Click) -> Iterator[None]:
    try:
        yield
    except PARSER_ERROR as error:
        # `from None`: the parser's own words quote what was typed.
        raise _wrong(ctx, _words(ctx.command, error)) from None


def _wrong(ctx: Click, told: Text) -> WrongUsage:
    see = SEE.filled(path=ctx.command_path)
    return WrongUsage(Text(told.id + see.id, told.en + see.en))


def _words(command: Click, error: Any) -> Text:
    """What is wrong, by what the parser's error carries."""
    if hasattr(error, "possibilities"):
        options = [one for one in command.params if one.param_type_name == "option"]
        known = [name for one in options for name in (*one.opts, *one.secondary_opts)]
        return _near(error.option_name, [*known, "--help"], PERHAPS_OPTION) or NO_OPTION
    if hasattr(error, "option_name"):
        return _bare_or_not(command, error.option_name)
    parameter = getattr(error, "param", None)
    if parameter is None:
        return SURPLUS
    name = _name(command, parameter)
    if hasattr(error, "param_type"):  # only the error of a missing one says of what type it is
        return Text(f"{name.id} belum diisi.", f"{name.en} is missing.")
    needs = _needs(command, parameter)
    return Text(
        f"{name.id}: nilainya tidak dapat dipakai; {needs.id}.",
        f"{name.en}: its value cannot be used; {needs.en}.",
    )


def _near(typed: str, known: Iterable[str], told: Text) -> Text | None:
    """`told` of a slip of the finger; None for anything that may be more than that."""
    near = get_close_matches(typed, list(known), n=1, cutoff=ALIKE)
    if not near or not re.fullmatch("[a-z-]+", typed):
        return None
    return told.filled(typed=typed, near=near[0])


def _bare_or_not(command: Click, name: str) -> Text:
    """An option without the value it takes, or a switch with a value."""
    switch = any(one.is_flag for one in command.params if name in (*one.opts, *one.secondary_opts))
    if switch or name == "--help":
        return Text(f"Opsi {name} dipakai tanpa nilai.", f"Option {name} takes no value.")
    return Text(f"Opsi {name} memerlukan nilai.", f"Option {name} needs a value.")


def _name(command: Click, parameter: Click) -> Text:
    if parameter.param_type_name == "option":
        longest = max(parameter.opts, key=len)
        return Text(f"Opsi {longest}", f"Option {longest}")
    stands = place(command, parameter) or Text(parameter.name, parameter.name)
    return Text(f"Argumen {stands.id}", f"Argument {stands.en}")


def _needs(command: Click, parameter: Click) -> Text:
    needs = NEEDS.get(kind(command, parameter), NEEDS[str])
    if least(parameter) is None:
        return needs
    filled = {"least": least(parameter)}
    return Text(
        NEEDS_AT_LEAST.id.format(kind=needs.id, **filled),
        NEEDS_AT_LEAST.en.format(kind=needs.en, **filled),
    )
