"""`jaga sop`: the provider's own procedure, written from its parameter pack."""

from datetime import date
from pathlib import Path
from typing import Annotated

from jaga.errors import BadInput, WrongUsage
from jaga.procedure.setting import Setting
from jaga.procedure.write import procedure
from jaga.screening.export import write_whole
from jaga.words import LANGUAGES, Language, Text
from jaga_cli import given
from jaga_cli.helping import option
from jaga_cli.screen import day
from jaga_cli.terminal import say


def sop(
    out_file: Annotated[
        Path, option("berkas: .docx atau .pdf", "file to write: .docx or .pdf", "--out")
    ],
    parameters: given.Parameters = None,
    provider: Annotated[str, option("nama penyedia jasa", "name of the provider")] = "",
    language: given.InLanguage = "id",
    edition: Annotated[str, option("edisi prosedur", "edition of the procedure")] = "1",
    on: given.OnDay = None,
) -> None:
    """Write your own procedure: what is monitored, who decides, what protects people."""
    setting = Setting(
        pack=given.pack(parameters),
        provider=provider,
        language=_language(language),
        on=day(on, "--date") or date.today(),
        edition=edition,
    )
    content = _written(setting, out_file.suffix.lower())
    try:
        write_whole(out_file, content)
    except OSError as error:
        raise BadInput(
            Text(
                "Berkas tidak dapat ditulis. Pilih --out pada folder yang ada dan boleh ditulis.",
                "The file cannot be written. Choose --out in a folder that exists and is writable.",
            )
        ) from error
    say(
        f"Prosedur ditulis: {out_file} (paket {setting.pack.sha256()[:16]}).",
        f"Procedure written: {out_file} (pack {setting.pack.sha256()[:16]}).",
    )


def _language(name: str) -> Language:
    for known in LANGUAGES:
        if name == known:
            return known
    raise WrongUsage(Text("--language mengenal id dan en.", "--language knows id and en."))


def _written(setting: Setting, ending: str) -> bytes:
    """Each writer is imported where it is used: the other's library need not load."""
    document = procedure(setting)
    if ending == ".pdf":
        from jaga.pages.pdf import pdf

        return pdf(document)
    if ending == ".docx":
        from jaga.pages.docx import docx

        return docx(document)
    raise WrongUsage(
        Text(
            "--out memerlukan nama berkas yang berakhir .docx atau .pdf.",
            "--out takes a file name that ends in .docx or .pdf.",
        )
    )
