"""`jaga survey lint` and `jaga survey read`: a questionnaire checked, its answers read."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from jaga.errors import Refused, WrongUsage
from jaga.words import Text
from jaga_cli import given
from jaga_cli.helping import argument, option, words
from jaga_cli.terminal import language, out, say, warn

if TYPE_CHECKING:
    from jaga.surveys.answers import Answers
    from jaga.surveys.lint import Finding

_FORM = argument(
    words("FORMULIR", "FORM"), "kuesioner XLSForm (.xlsx)", "questionnaire as XLSForm (.xlsx)"
)
_SEVERITY = {"error": Text("salah", "error"), "warning": Text("periksa", "check")}


def lint(
    form: Annotated[Path, _FORM],
    publishable: Annotated[
        bool,
        option("gagal bila formulir belum boleh dipakai peneliti muda",
               "fail unless young researchers may use the form", "--publishable"),
    ] = False,
    as_json: given.AsJson = False,
) -> None:  # fmt: skip
    """Find what is wrong with a questionnaire before it is put to anybody."""
    from jaga.surveys import forms
    from jaga.surveys import publishable as rule
    from jaga.surveys.lint import findings

    read_form = forms.read(form)
    found, verdict = findings(read_form), rule.verdict(read_form)
    if as_json:
        told = {"publishable": verdict.passes, "findings": [asdict(one) for one in found]}
        out.print(json.dumps(told, ensure_ascii=False, indent=2), markup=False)
    else:
        for one in found:
            out.print(_line(one), markup=False)
        say(
            f"{len(found)} temuan. {verdict.words.id}",
            f"{len(found)} findings. {verdict.words.en}",
        )
    if publishable and not verdict.passes:
        raise Refused(verdict.words)


def _line(one: "Finding") -> str:
    """`error survey 8 relevant (apps): what it is. What to do. [rule]`"""
    spoken = language()
    question = f" ({one.question})" if one.question else ""
    place = f"{one.sheet} {one.row} {one.column}{question}"
    severity = _SEVERITY[one.severity].say(spoken)
    return f"{severity} {place}: {one.words.say(spoken)} {one.todo.say(spoken)} [{one.rule}]"


def read(
    form: Annotated[Path, _FORM],
    export: Annotated[
        Path,
        argument(words("EKSPOR", "EXPORT"), "ekspor Kobo atau ODK Central (CSV, XLSX, ZIP)",
                 "export of Kobo or ODK Central (CSV, XLSX, ZIP)"),
    ],
    out_folder: Annotated[
        Path, option("folder hasil", "folder for the results", "--out", metavar=given.FOLDER)
    ],
    version: Annotated[
        str, option("versi formulir bila ekspor berisi beberapa",
                    "version of the form when the export holds several"),
    ] = "",
    interviewer: Annotated[
        str, option("pertanyaan yang menyebut pewawancara",
                    "the question that names the interviewer"),
    ] = "",
) -> None:  # fmt: skip
    """Read answers so that not asked, left empty, refused and no stay apart; say who was asked."""
    from jaga.surveys import exports, forms, quality, tidy

    read_form = forms.read(form)
    answers = exports.read(read_form, export, version=version)
    if interviewer:
        answers.of(interviewer)
    found = quality.found(answers, interviewer)
    if out_folder.exists() and not out_folder.is_dir():
        raise WrongUsage(Text("--out harus sebuah folder.", "--out has to be a folder."))
    out_folder.mkdir(parents=True, exist_ok=True)
    for name, text in tidy.files(answers, found).items():
        (out_folder / name).write_text(text, encoding="utf-8")
    for note in (*answers.notes, *(one.words for one in found)):
        warn(note)
    _said(answers, len(found))


def _said(answers: "Answers", findings: int) -> None:
    aside = answers.set_aside
    others = sum(aside.other_versions.values())
    left_out = aside.rejected + aside.unreadable + aside.doubled + others
    say(
        f"{len(answers.rows)} kiriman versi {answers.version or '–'}; {left_out} tidak dihitung "
        f"({aside.rejected} ditolak, {others} versi lain, {aside.unreadable} tidak terbaca, "
        f"{aside.doubled} ganda). {findings} hal perlu dilihat: quality.csv.",
        f"{len(answers.rows)} submissions of version {answers.version or '–'}; {left_out} not "
        f"counted ({aside.rejected} rejected, {others} of other versions, {aside.unreadable} "
        f"unreadable, {aside.doubled} doubled). {findings} things to look into: quality.csv.",
    )
