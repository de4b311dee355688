"""Wrong usage: one sentence, in the reader's language, that repeats nothing typed."""

import pytest
from tests.process import jaga

from jaga.words import LANGUAGES

# What somebody might type by mistake: a number, a name.
TYPED = "7401992200123456"
NAME = "budi"

# What is typed; what the sentence must hold in each language.
WRONG = {
    "an option misspelt": (
        ("screen", "p.csv", "--outt", TYPED),
        ("Opsi --outt tidak dikenal; mungkin --out.", "jaga screen --help"),
        ("Option --outt is not known; perhaps --out.", "jaga screen --help"),
    ),
    "an option run together with its value": (
        ("screen", "p.csv", f"--out{TYPED}"),
        ("Ada opsi yang tidak dikenal.", "jaga screen --help"),
        ("One of the options is not known.", "jaga screen --help"),
    ),
    "an option run together with a name": (
        ("background", TYPED, f"--by{NAME}"),
        ("Ada opsi yang tidak dikenal.", "jaga background --help"),
        ("One of the options is not known.", "jaga background --help"),
    ),
    "an unknown option of one letter": (
        ("check", f"-{TYPED}"),
        ("Ada opsi yang tidak dikenal.", "jaga check --help"),
        ("One of the options is not known.", "jaga check --help"),
    ),
    "an option without its value": (
        ("screen", TYPED, "--out"),
        ("Opsi --out memerlukan nilai.", "jaga screen --help"),
        ("Option --out needs a value.", "jaga screen --help"),
    ),
    "a switch with a value": (
        ("indicators", f"--check={TYPED}"),
        ("Opsi --check dipakai tanpa nilai.", "jaga indicators --help"),
        ("Option --check takes no value.", "jaga indicators --help"),
    ),
    "a required option left out": (
        ("screen", TYPED),
        ("Opsi --out belum diisi.", "jaga screen --help"),
        ("Option --out is missing.", "jaga screen --help"),
    ),
    "a required argument left out": (
        ("screen", "--out", TYPED),
        ("Argumen PEMBAYARAN belum diisi.", "jaga screen --help"),
        ("Argument PAYMENTS is missing.", "jaga screen --help"),
    ),
    "a word where a whole number stands": (
        ("simulate", "--accounts", f"x{TYPED}"),
        ("Opsi --accounts", "perlu bilangan bulat", "jaga simulate --help"),
        ("Option --accounts", "a whole number", "jaga simulate --help"),
    ),
    "a word where a number stands": (
        ("simulate", "--prevalence", f"x{TYPED}"),
        ("Opsi --prevalence", "perlu bilangan, misalnya 0.5"),
        ("Option --prevalence", "a number, such as 0.5"),
    ),
    "a number below the least": (
        ("backtest", TYPED, "--budget", "-740199"),
        ("Opsi --budget", "bilangan bulat, paling sedikit 1"),
        ("Option --budget", "a whole number, at least 1"),
    ),
    "a file where a folder stands": (
        ("check", "file-7401992200"),
        ("Argumen FOLDER", "jaga check --help"),
        ("Argument FOLDER", "jaga check --help"),
    ),
    "a word too many": (
        ("check", ".", TYPED),
        ("Ada kata yang berlebih", "jaga check --help"),
        ("a word too many", "jaga check --help"),
    ),
    "a command misspelt": (
        ("scren", TYPED),
        ("Perintah scren tidak ada; mungkin screen.", "`jaga --help`"),
        ("There is no command scren; perhaps screen.", "`jaga --help`"),
    ),
    "an unknown command": (
        (TYPED,),
        ("Perintah itu tidak ada.", "`jaga --help`"),
        ("There is no such command.", "`jaga --help`"),
    ),
    "an unknown command of a group": (
        ("audit", TYPED),
        ("Perintah itu tidak ada.", "jaga audit --help"),
        ("There is no such command.", "jaga audit --help"),
    ),
    "no command after the options": (
        ("--",),
        ("Perintah belum disebut.", "`jaga --help`"),
        ("No command was named.", "`jaga --help`"),
    ),
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", WRONG)
def test_wrong_usage_is_one_sentence_that_repeats_nothing(tmp_path, name, language):
    (tmp_path / "file-7401992200").touch()
    arguments, *said = WRONG[name]
    ended = jaga(*arguments, folder=tmp_path, language=language)
    assert ended.code == 2
    assert ended.said == ""
    assert len(ended.complained.splitlines()) == 1
    for part in said[LANGUAGES.index(language)]:
        assert part in ended.complained
    for typed in ("7401", NAME, "p.csv"):
        assert typed not in ended.complained


@pytest.mark.parametrize(("language", "word"), [("id", "Pemakaian: jaga"), ("en", "Usage: jaga")])
def test_help_from_a_shell_names_the_command_people_type(tmp_path, language, word):
    ended = jaga("--help", folder=tmp_path, language=language)
    assert ended.code == 0
    assert ended.said.startswith(word)


def test_a_terminal_without_a_language_is_spoken_to_in_indonesian(tmp_path):
    ended = jaga("check", "--x", folder=tmp_path, language="")
    assert ended.complained.startswith("Ada opsi")
