"""A sound questionnaire, and the same with one fault planted at a time.

With them the tests show that each fault is found and that a sound form is left in peace, and the
reference page (docs/reference/generated/form-lint.md) shows what pyxform alone finds of them.
Everybody in it is invented.
"""

from dataclasses import dataclass

from jaga.surveys.drawn import cells, sheet
from jaga.surveys.forms import Form, of_sheets
from jaga.words import Text

SURVEY = """
type                  | name      | label::Bahasa Indonesia (id) | label::English (en) | required | relevant | constraint | constraint_message::Bahasa Indonesia (id) | constraint_message::English (en)
start                 | start     | | | | | | |
note                  | about     | Kami bertanya tentang hidup di dunia daring. | We ask about life online. | | | | |
select_one agree      | consent   | Apakah kamu bersedia ikut? | Are you willing to take part? | yes | | | |
begin group           | all       | Pertanyaan | Questions | | ${consent} = 'ya' | | |
integer               | age       | Berapa umurmu? | How old are you? | yes | | . >= 10 and . <= 24 | 10 sampai 24 | 10 to 24
select_one yes_no     | online    | Apakah kamu memakai internet? | Do you use the internet? | yes | ${age} >= 12 | | |
select_multiple app   | apps      | Aplikasi apa saja? | Which applications? | | ${online} = 'ya' | | |
select_one yes_no_not | threat    | Apakah ada yang pernah mengancammu di sana? | Has anybody ever threatened you there? | yes | ${online} = 'ya' and count-selected(${apps}) > 0 | | |
select_one who        | told      | Kepada siapa kamu bercerita? | Whom did you tell? | | ${threat} = 'ya' | | |
end group             |           | | | | | | |
note                  | help      | Bila perlu bicara, hubungi SAPA 129. | If you need to talk, call SAPA 129. | | | | |
"""  # noqa: E501
CHOICES = """
list_name  | name      | label::Bahasa Indonesia (id) | label::English (en)
agree      | ya        | Ya                           | Yes
agree      | tidak     | Tidak                        | No
yes_no     | ya        | Ya                           | Yes
yes_no     | tidak     | Tidak                        | No
yes_no_not | ya        | Ya                           | Yes
yes_no_not | tidak     | Tidak                        | No
yes_no_not | diam      | Tidak ingin menjawab         | Prefer not to answer
app        | chat      | Percakapan                   | Chat
app        | game      | Permainan                    | Games
app        | video     | Video                        | Video
who        | teman     | Teman                        | A friend
who        | guru      | Guru                         | A teacher
who        | tak_ada   | Tidak ada                    | Nobody
"""
SETTINGS = """
form_title    | form_id | version
Hidup daring  | daring  | 2026113001
"""


@dataclass(frozen=True)
class Planted:
    """One fault: in words, the rule that should find it, and the changes that plant it.

    `changes` are (row of the sheet as a spreadsheet counts, column, what is written there).
    `added` are rows put at the end of the survey sheet's questions, as (column, cell) pairs.
    """

    words: Text
    rule: str
    changes: tuple[tuple[str, int, str, str], ...] = ()
    added: tuple[tuple[tuple[str, str], ...], ...] = ()


def sound() -> Form:
    """The form without a fault."""
    return _form((), ())


def form(planted: Planted) -> Form:
    """The form with one fault."""
    return _form(planted.changes, planted.added)


def _form(
    changes: tuple[tuple[str, int, str, str], ...],
    added: tuple[tuple[tuple[str, str], ...], ...],
) -> Form:
    tables = {"survey": cells(SURVEY), "choices": cells(CHOICES), "settings": cells(SETTINGS)}
    for title, row, column, written in changes:
        headers = tables[title][0]
        line = tables[title][row - 1]
        line += [""] * (len(headers) - len(line))
        line[headers.index(column)] = written
    headers = tables["survey"][0]
    for number, pairs in enumerate(added):
        line = [dict(pairs).get(header, "") for header in headers]
        tables["survey"].insert(10 + number, line)
    return of_sheets([sheet(title, rows) for title, rows in tables.items()])


_ID, _EN = "label::Bahasa Indonesia (id)", "label::English (en)"


def _row(
    kind: str, name: str, indonesian: str, english: str, **more: str
) -> tuple[tuple[str, str], ...]:
    pairs = {"type": kind, "name": name, _ID: indonesian, _EN: english, **more}
    return tuple(pairs.items())


def _cell(row: int, column: str, written: str) -> tuple[tuple[str, int, str, str], ...]:
    return (("survey", row, column, written),)


PLANTED: tuple[Planted, ...] = (
    Planted(Text("jenis yang tidak ada", "an unknown type"), "pyxform_refuses",
        _cell(6, "type", "integr")),
    Planted(Text("daftar yang tidak ada", "a list that is not there"), "pyxform_refuses",
        _cell(7, "type", "select_one yesno")),
    Planted(Text("dua pertanyaan bernama sama", "two questions of one name"), "pyxform_refuses",
        _cell(7, "name", "age")),
    Planted(Text("dua pilihan bernama sama", "two choices of one name"), "pyxform_refuses",
        (("choices", 11, "name", "chat"),)),
    Planted(Text("menunjuk pertanyaan yang tidak ada", "a reference to nothing"), "pyxform_refuses",
        _cell(7, "relevant", "${umur} >= 12")),
    Planted(Text("kelompok tanpa akhir", "a group that does not end"), "pyxform_refuses",
        _cell(11, "type", "note") + _cell(11, "name", "x") + _cell(11, _ID, "X")
        + _cell(11, _EN, "X")),
    Planted(Text("kurung tidak ditutup", "a bracket is not closed"), "unbalanced_bracket",
        _cell(6, "constraint", "(. >= 10 and . <= 24")),
    Planted(Text("== seperti dalam pemrograman", "== as in programming"), "unreadable_expression",
        _cell(8, "relevant", "${online} == 'ya'")),
    Planted(Text("tanda kutip melengkung", "curled quotation marks"), "unreadable_expression",
        _cell(8, "relevant", "${online} = ‘ya’")),
    Planted(Text("fungsi yang tidak ada", "an unknown function"), "unknown_function",
        _cell(9, "relevant", "count_selected(${apps}) > 0")),
    Planted(Text("kata tanpa tanda kutip", "a word without quotation marks"), "unquoted_word",
        _cell(8, "relevant", "${online} = ya")),
    Planted(Text("pilihan bahasa lain dalam syarat", "another language's choice in a condition"),
        "missing_choice", _cell(8, "relevant", "${online} = 'yes'")),
    Planted(Text("pilihan yang tidak ada dalam selected()", "selected() of no such choice"),
        "missing_choice", _cell(10, "relevant", "selected(${apps}, 'forum')")),
    Planted(Text("syarat yang bertentangan", "a condition against itself"), "unreachable",
        _cell(8, "relevant", "${online} = 'ya' and ${online} = 'tidak'")),
    Planted(Text("syarat di luar batas angkanya", "a condition outside the number's limits"),
        "unreachable", _cell(7, "relevant", "${age} > 24")),
    Planted(Text("syarat yang sudah ditutup pertanyaan sebelumnya",
        "a condition that earlier questions rule out"), "unreachable",
        _cell(10, "relevant", "${threat} = 'ya' and ${age} < 12")),
    Planted(Text("paling sedikit 100 dan paling banyak 99", "at least 100 and at most 99"),
        "impossible_constraint", _cell(6, "constraint", ". >= 100 and . <= 99")),
    Planted(Text("and di tempat or", "and where or is meant"), "impossible_constraint",
        _cell(6, "constraint", ". < 10 and . > 24")),
    Planted(Text("satu pilihan tanpa terjemahan", "one choice without a translation"),
        "missing_translation", (("choices", 9, _EN, ""),)),
    Planted(Text("satu pesan tanpa terjemahan", "one message without a translation"),
        "missing_translation", _cell(6, "constraint_message::English (en)", "")),
    Planted(Text("tanpa versi", "no version"), "no_version", (("settings", 2, "version", ""),)),
    Planted(Text("tanpa pertanyaan persetujuan", "no consent question"), "no_consent",
        _cell(4, _ID, "Lanjut?") + _cell(4, _EN, "Go on?") + _cell(4, "name", "go")
        + _cell(5, "relevant", "${go} = 'ya'")),
    Planted(Text("persetujuan tidak wajib", "consent is not required"), "no_consent",
        _cell(4, "required", "")),
    Planted(Text("tidak bersedia, tetapi tetap ditanya", "asked on after a no"), "no_consent",
        _cell(5, "relevant", "${consent} != ''")),
    Planted(Text("pertanyaan sebelum persetujuan", "a question before consent"), "no_consent",
        _cell(3, "type", "text")),
    Planted(Text("pertanyaan peka tanpa jalan lewat", "a sensitive question without a skip"),
        "no_way_to_skip", _cell(9, "type", "select_one yes_no")),
    Planted(Text("tanpa nomor bantuan", "no help line"), "no_support",
        _cell(12, _ID, "Terima kasih.") + _cell(12, _EN, "Thank you.")),
    Planted(Text("bantuan hanya bagi sebagian", "help only for some"), "no_support",
        _cell(12, "relevant", "${threat} = 'ya'")),
    Planted(Text("nama lengkap", "a full name"), "identity_asked",
        added=(_row("text", "n", "Siapa nama lengkapmu?", "What is your full name?"),)),
    Planted(Text("nomor telepon perangkat", "the device's telephone number"), "identity_asked",
        added=(_row("phonenumber", "phonenumber", "", ""),)),
    Planted(Text("titik lokasi", "a point on the map"), "identity_asked",
        added=(_row("geopoint", "where", "Di mana?", "Where?"),)),
    Planted(Text("gambar", "a picture"), "media_asked",
        added=(_row("image", "picture", "Gambar", "Picture"),)),
    Planted(Text("istilah yang tidak dipakai", "a term that is not used"), "refused_terms",
        _cell(3, _ID, "Tentang wisata" + " seks")),
)  # fmt: skip
