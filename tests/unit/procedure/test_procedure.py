"""The procedure says all that its pack says, in both languages and formats, each time alike."""

import io
import re
import zipfile
from dataclasses import replace
from datetime import date

import pytest
from docx import Document as open_docx
from docx.oxml.ns import qn

from jaga.errors import BadInput
from jaga.ledger import watchlist
from jaga.pages.document import Document, Heading, Items, Note, Paragraph, Table, clean_name
from jaga.pages.docx import docx
from jaga.pages.pdf import pdf
from jaga.procedure import monitored
from jaga.procedure.chapters.handling import limit
from jaga.procedure.laws import DEADLINES, LAWS
from jaga.procedure.reasons import OWN, PUBLISHED, reason
from jaga.procedure.setting import Setting
from jaga.procedure.write import procedure
from jaga.screening.pack import DEFAULT, read_pack
from jaga.screening.wording import grouped
from jaga.words import LANGUAGES, Text

DAY = date(2026, 1, 31)
NASTY = 'PT "Rekaan" #strong[x] $1 \\ <b>&amp;</b> @a _b_ *c* {{d}} `e`'


def _document(language="id", pack=DEFAULT, provider="Dompet Rekaan") -> Document:
    return procedure(Setting(pack, provider, language, DAY, "1"))


def _short(language="id", provider="Dompet Rekaan") -> Document:
    """The first page and the first chapter."""
    document = _document(language, provider=provider)
    return replace(document, blocks=document.blocks[:8])


def _texts(document: Document):
    """Every Text of the document, in order."""
    for block in document.blocks:
        match block:
            case Heading() | Note():
                yield block.text
            case Paragraph():
                yield from (block.text, *([block.lead] if block.lead else []))
            case Items():
                yield from block.items
            case Table():
                yield from (block.title, *block.head, *(c for row in block.rows for c in row))


def _words(document: Document) -> str:
    return "\n".join(document.say(text) for text in _texts(document))


def _tables(document: Document, title: str) -> list[Table]:
    blocks = document.blocks
    return [b for b in blocks if isinstance(b, Table) and title in document.say(b.title)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_indicator_and_number_of_the_pack_occurs(language):
    document = _document(language)
    words = _words(document)
    for name in monitored.indicator_ids(DEFAULT):
        indicator = DEFAULT.indicators[name]
        assert f"{name}, " in words
        assert indicator.title.say(language) in words
        for source in indicator.sources:
            assert f"{source.publisher}, {source.title}" in words
        for look_alike in indicator.look_alikes:
            assert look_alike.words.say(language) in words
        rows = {
            row[0].id: [cell.say(language) for cell in row]
            for table in _tables(document, f": {indicator.title.say(language)}")
            for row in table.rows
        }
        for parameter in indicator.parameters:
            assert rows[parameter.name][1] == grouped(parameter.value, language)
            assert rows[parameter.name][2] == monitored.unit(parameter.unit).say(language)
            assert rows[parameter.name][3]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_typology_stands_with_its_threshold_and_terms(language):
    document = _document(language)
    words = _words(document)
    for typology in DEFAULT.typologies.values():
        assert typology.question.say(language) in words
        head = Text("Pertanyaan dalam pola: ", "Questions of the pattern: ").say(language)
        (table,) = _tables(document, head + typology.title.say(language))
        assert [row[0] for row in table.rows] == [
            DEFAULT.indicators[term.indicator].title for term in typology.terms
        ]
        assert [row[2].en for row in table.rows] == [f"{t.percent} %" for t in typology.terms]


def test_a_changed_pack_changes_the_numbers_and_the_hash(tmp_path):
    file = tmp_path / "pack.toml"
    file.write_text(
        'name = "contoh"\n[indicators.payer_several_receivers]\nwindow_days = 77\n'
        "max_amount_idr = 1234567\n[typologies.payer_many_receivers]\nthreshold = 91\n"
    )
    pack = read_pack(file)
    before, after = _words(_document()), _words(_document(pack=pack))
    for shown in ("dalam 77 hari", "1.234.567", "91 poin", pack.sha256()):
        assert shown in after
        assert shown not in before
    assert DEFAULT.sha256() not in after


def test_a_unit_without_words_is_a_gap_to_fill():
    units = {p.unit for i in DEFAULT.indicators.values() for p in i.parameters}
    assert units <= set(monitored.UNITS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sentence_leaves_no_placeholder(language):
    for indicator in DEFAULT.indicators.values():
        said = monitored.sentence(indicator).say(language)
        assert not re.search(r"[{}]", said)


def test_limits_of_the_code_and_the_law_stand_in_the_text():
    words = _words(_document("en"))
    assert f"{watchlist.DELAY_DAYS} days after" in words
    assert f"{watchlist.SMALLEST_BATCH} different" in words
    for deadline in DEADLINES:
        assert limit(deadline).en in words
    assert next(limit(d).en for d in DEADLINES if d.id == "ltkm") == "3 working days"
    for law in LAWS:
        assert law.name.en in words


def test_what_was_not_read_says_so():
    unsure = [law for law in LAWS if law.certainty == "to confirm"]
    assert unsure
    assert all(not law.where for law in unsure)
    assert all(law.where for law in LAWS if law.certainty != "to confirm")
    assert all((d.law is None) <= bool(d.why.id) for d in DEADLINES)


def test_reasons_are_said_in_indonesian_and_none_is_made_up():
    whys = [p.why for i in DEFAULT.indicators.values() for p in i.parameters]
    said = [reason(why).id for why in whys]
    assert sum(one not in (OWN.id, PUBLISHED.id) for one in said) > 0.8 * len(said)
    assert reason("published: never heard of") == Text("terbitan", "published: never heard of")
    assert reason("a thought") == Text("pilihan sendiri", "a thought")


def test_it_tells_no_one_to_contact_or_block_a_child():
    words = _words(_document("id"))
    assert "Jangan hubungi anak" in words
    assert "Jangan blokir" in words
    assert "Anak tidak pernah menjadi terduga" in words


@pytest.mark.parametrize("write", [pdf, docx])
def test_the_same_setting_gives_the_same_bytes(write):
    assert write(_document()) == write(_document())
    first = write(_short())
    assert write(_short("en")) != first
    assert write(_short(provider="Bank Lain")) != first


def test_a_name_is_a_name_and_nothing_else():
    document = _short(provider=NASTY)
    opened = open_docx(io.BytesIO(docx(document)))
    assert any(NASTY in line.text for line in opened.paragraphs)
    assert pdf(document).startswith(b"%PDF-")


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("  PT\tRekaan \n Jaya ", "PT Rekaan Jaya"),
        ("a\x00b\x1b[31m\u202ec\ufffe", "ab[31mc"),
        ("x" * 500, "x" * 120),
        ("\x00\n", ""),
    ],
)
def test_a_name_is_one_short_printable_line(given, kept):
    assert clean_name(given) == kept
    assert docx(_short(provider=given))


def test_nobodys_name_leaves_a_line_to_fill_in():
    document = _document(provider="")
    assert "____" in document.say(document.facts[0][1])
    assert pdf(document)


@pytest.mark.parametrize(("language", "code"), [("id", "id-ID"), ("en", "en-GB")])
def test_docx_can_be_walked_by_a_screen_reader(language, code):
    document = _document(language)
    content = docx(document)
    opened = open_docx(io.BytesIO(content))
    assert opened.core_properties.title == document.say(document.title)
    assert opened.core_properties.language == code
    headings = [p.text for p in opened.paragraphs if p.style.name.startswith("Heading")]
    wanted = [document.say(b.text) for b in document.blocks if isinstance(b, Heading)]
    assert headings[1:] == wanted
    tables = [b for b in document.blocks if isinstance(b, Table)]
    assert len(opened.tables) == len(tables)
    for table, block in zip(opened.tables, tables, strict=True):
        first = table.rows[0]._tr.trPr
        assert first.find(qn("w:tblHeader")) is not None
        assert table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val"))
        assert len(table.rows) == len(block.rows) + 1
    styles = zipfile.ZipFile(io.BytesIO(content)).read("word/styles.xml").decode()
    assert f'w:val="{code}"' in styles


def test_steps_begin_at_one_each_time():
    steps = tuple(b for b in _document().blocks if isinstance(b, Items) and b.kind == "steps")
    opened = open_docx(io.BytesIO(docx(replace(_document(), blocks=steps))))
    lists = [p for p in opened.paragraphs if p.style.name == "List Number"]
    numbers = {p._p.pPr.numPr.numId.val for p in lists}
    assert len(numbers) == len(steps) > 1


def test_pdf_is_tagged_archivable_and_accessible():
    content = pdf(_document())
    assert b"/StructTreeRoot" in content
    assert b"pdfuaid" in content
    assert b"pdfaid" in content
    assert b"/Lang" in content


def test_a_table_with_a_cell_too_few_is_a_fault():
    table = next(b for b in _document().blocks if isinstance(b, Table))
    with pytest.raises(ValueError, match="cells"):
        replace(table, rows=(table.rows[0][:-1],))


def test_a_wrong_pack_is_named_before_anything_is_written(tmp_path):
    file = tmp_path / "pack.toml"
    file.write_text("[indicators.nobody]\nx = 1\n")
    with pytest.raises(BadInput, match="nobody"):
        read_pack(file)
