"""The page of every command, from what `--help` says in each language."""

from collections.abc import Iterator

from typer.main import get_command

from jaga.words import LANGUAGES
from jaga_cli.app import app
from jaga_cli.helping import Click, row, spoken


def commands() -> str:
    """Each command with its arguments and options, in English and Indonesian."""
    parts = [_part(path, command) for path, command in _every("jaga", get_command(app))]
    return (
        "# Commands\n\n`--help` after a command says the same in the language of the terminal; "
        "`JAGA_LANGUAGE=id` or `en` chooses one.\n\n" + "\n".join(parts)
    )


def _every(path: str, command: Click) -> Iterator[tuple[str, Click]]:
    inside = getattr(command, "commands", {})
    if not inside:
        yield path, command
    for name, one in inside.items():
        yield from _every(f"{path} {name}", one)


def _part(path: str, command: Click) -> str:
    told = spoken(command.help)
    lines = [f"## {path}\n\n{told.en}\n\n*{told.id}*\n"]
    if command.params:
        lines += ["\n| | English | Indonesian |\n| --- | --- | --- |\n"]
    for parameter in command.params:
        said = {one: row(command, parameter, one) for one in LANGUAGES}
        lines.append(f"| `{said['en'][0]}` | {said['en'][1]} | {said['id'][1]} |\n")
    return "".join(lines)
