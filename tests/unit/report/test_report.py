"""The report holds every fact once in its register, links there and back, and keeps its silence."""

import io
import json
import re
import zipfile
from dataclasses import replace
from functools import cache

import pytest
from docx import Document as open_docx
from docx.oxml.ns import qn
from pypdf import PdfReader
from tests.unit.evidence.outside import FACTS_2023, needs_2023

from jaga.errors import BadInput, Refused
from jaga.evidence.consistency import check
from jaga.evidence.facts import read_facts
from jaga.pages.document import Entries, Paragraph, Picture
from jaga.report.build import build, build_brief
from jaga.report.compose import check_typed, report, runs
from jaga.report.example import YEAR, example
from jaga.report.narrative import EMPTY, Narrative, Told
from jaga.report.setting import make_setting
from jaga.words import LANGUAGES, Text


def _setting(language="id", facts=None, narrative=None):
    used, told = example()
    used = used if facts is None else facts
    return make_setting(YEAR, language, used, check(used), told if narrative is None else narrative)


@cache
def _built(language):
    return build(_setting(language))


@cache
def _page(language):
    return _built(language).content("report.html").decode()


@cache
def _pdf(language):
    return PdfReader(io.BytesIO(_built(language).content("report.pdf")))


def _docx_text(content: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        xml = packed.read("word/document.xml").decode()
    return re.sub(r"<[^>]+>", "", xml)


def _pdf_text(content: bytes) -> str:
    text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)
    return text.replace("-\n", "").replace("\n", " ")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_fact_has_one_entry_and_every_entry_leads_back(language):
    setting = _setting(language)
    document = report(setting)
    entries = [e for b in document.blocks if isinstance(b, Entries) for e in b.entries]
    register = {entry.at: entry for entry in entries if entry.at.startswith("fact-")}
    assert list(register) == [figure.anchor for figure in setting.figures]
    placed = {run.at: run.to for block in document.blocks for run in runs(block, setting) if run.at}
    for anchor, entry in register.items():
        back = [run.to for _, line in entry.lines for run in line if run.to.startswith("said-")]
        assert back, f"{anchor} is named in no chapter"
        assert {placed[one] for one in back} == {anchor}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_link_of_the_page_leads_somewhere(language):
    page = _page(language)
    anchors = re.findall(r'id="([^"]+)"', page)
    assert len(anchors) == len(set(anchors))
    links = re.findall(r'href="#([^"]+)"', page)
    assert len(links) > 250
    assert set(links) <= set(anchors)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_needs_no_script_and_nobody_else(language):
    page = _page(language)
    assert "<script" not in page
    assert not re.findall(r'(?:src|href|action)="(?!#)', page)
    assert "http" not in page.replace("http://www.w3.org/2000/svg", "")
    assert f'<html lang="{language}">' in page
    assert len(re.findall("<h1>", page)) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_building_again_gives_the_same_bytes(language):
    first, again = _built(language), build(_setting(language))
    assert first == again
    assert build_brief(_setting(language)) == build_brief(_setting(language))


def test_the_pdf_is_tagged_says_its_parts_and_carries_the_numbers():
    pdf, built = _pdf("id"), _built("id")
    root = pdf.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"].startswith("id")
    assert pdf.attachments["numbers.json"] == [built.content("numbers.json")]
    metadata = root["/Metadata"].get_data().decode()
    for part, level in (("pdfaid:part", "3"), ("pdfaid:conformance", "A"), ("pdfuaid:part", "1")):
        assert re.search(rf"<{part}>{level}<|{part}=\"{level}\"", metadata)
    kinds, described = _structure(root["/StructTreeRoot"])
    assert {"/H1", "/H2", "/Table", "/TH", "/L", "/Figure", "/Link"} <= kinds
    pictures = [b for b in report(_setting()).blocks if isinstance(b, Picture)]
    assert len(pictures) > 1
    assert [text for text in described if "Bagan batang" in text] == [b.alt.id for b in pictures]


def _structure(node):
    """Every kind of structure element, and the alternative texts of figures in order."""
    kinds, described, left = set(), [], [node]
    while left:
        one = left.pop(0).get_object()
        if isinstance(one, list):
            left = [*one, *left]
        elif isinstance(one, dict):
            kinds.add(str(one.get("/S", "")))
            if one.get("/S") == "/Figure" and "/Alt" in one:
                described.append(str(one["/Alt"]))
            if "/K" in one:
                left = [one["/K"], *left]
        # Anything else is the number of a piece of a page.
    return kinds, described


def test_the_office_file_can_be_walked_and_edited():
    made = open_docx(io.BytesIO(_built("id").content("report.docx")))
    styles = {line.style.name for line in made.paragraphs}
    assert {"Heading 1", "Heading 2", "Heading 3", "List Bullet"} <= styles
    marks = {m.get(qn("w:name")) for m in made.element.iter(qn("w:bookmarkStart"))}
    links = {link.get(qn("w:anchor")) for link in made.element.iter(qn("w:hyperlink"))}
    assert links <= marks
    assert all(shape._inline.docPr.get("descr") for shape in made.inline_shapes)
    assert len(made.inline_shapes) > 1
    assert max(len(name) for name in marks) <= 40


def test_a_withheld_number_stands_nowhere_and_its_reason_stands_where_it_was():
    facts = example()[0]
    secret = replace(
        facts[37], value="3", measure="rahasia besar", place="Tempat Terang", kind="unique persons"
    )
    hidden = replace(
        facts[4], value="987654", measure="usia tersembunyi", place="Desa Sunyi", kind="case"
    )
    used = (*facts[:4], hidden, *facts[5:37], secret, *facts[38:])
    setting = _setting(facts=used)
    built = build(setting)
    machine = json.loads(built.content("numbers.json"))
    told = {one["id"]: one for one in machine["facts"]}
    assert not told[hidden.id]["shown"]
    assert "value" not in told[secret.id]
    assert "satu kasus" in told[hidden.id]["reason"]["id"]
    everything = (
        built.content("report.html").decode(),
        built.content("numbers.json").decode(),
        _pdf_text(built.content("report.pdf")),
        _docx_text(built.content("report.docx")),
    )
    for text in everything:
        assert "987" not in text
        assert "tersembunyi" not in text
        assert "Desa Sunyi" not in text
    for text in (everything[0], *everything[2:]):
        assert "[ditahan]" in text
    assert built.withheld == 6


def test_the_register_is_the_same_whatever_a_withheld_number_was():
    # Also its hash of the facts: of 1 to 4, whoever tried all would find the one that fits.
    facts = example()[0]
    made = []
    for value in ("1", "3"):
        few = replace(facts[37], value=value, n=None, kind="unique persons")
        setting = _setting(facts=(*facts[:37], few, *facts[38:]))
        made.append((build(setting).content("numbers.json"), setting.figure(few.id).shown))
    assert made[0] == made[1]
    assert not made[0][1]


def test_a_correction_about_a_withheld_number_is_not_printed():
    facts = example()[0]
    impossible = next(one for one in facts if one.id == "R75")
    setting = _setting()
    assert any("R75" in one.fact_ids for one in setting.corrections)
    hidden = tuple(replace(one, kind="case") if one is impossible else one for one in facts)
    again = make_setting(YEAR, "id", hidden, check(facts), EMPTY)
    assert not any("R75" in one.fact_ids for one in again.corrections)


def test_a_doubted_number_is_marked_where_it_stands_and_explained():
    page = _page("en")
    assert re.search(r'62\.7%</a><a href="#correction-\d+">†</a>', page)
    assert "Impossible" in page


def test_a_fact_without_a_pillar_or_section_of_ours_still_has_its_place():
    facts = tuple(replace(one, pillar="", section="") for one in example()[0][:2])
    setting = _setting(facts=facts, narrative=EMPTY)
    named = {run.to for block in report(setting).blocks for run in runs(block, setting) if run.at}
    assert named == {figure.anchor for figure in setting.figures}


def test_a_number_that_is_no_fact_is_refused():
    setting = _setting()
    with pytest.raises(Refused):
        check_typed(
            [Paragraph(Text("Kami menjangkau 12 anak.", "We reached 12 children."))], setting
        )
    check_typed([Paragraph(Text("Menurut Pasal 41.", "Under Article 41."))], setting)


@pytest.mark.parametrize(
    ("letter", "code"), [("\x00", "U+0000"), ("👩", "U+1F469"), ("ꦗ", "U+A997"), ("中", "U+4E2D")]
)
def test_a_letter_that_no_font_has_is_named_in_a_sentence(letter, code):
    first, *rest = example()[0]
    odd = replace(first, measure=f"a {letter}", measure_id=f"a {letter}")
    with pytest.raises(BadInput) as refused:
        build(_setting(facts=(odd, *rest[:1]), narrative=EMPTY))
    assert code in refused.value.say("en")


def test_a_base_that_nobody_gave_cannot_be_named():
    told = Narrative(background=(Told(Text("Dari {R01.base}.", "Of {R01.base}.")),))
    with pytest.raises(BadInput) as refused:
        report(_setting(narrative=told))
    assert "R01" in refused.value.say("id")


def test_words_in_another_language_are_marked_and_mentioned_once():
    facts = tuple(replace(one, measure_id="", base_id="") for one in example()[0])
    page = build(_setting(facts=facts)).content("report.html").decode()
    assert '<span lang="en">' in page
    assert page.count("hanya tersedia dalam bahasa Inggris") == 1
    assert 'lang="en"' not in _page("id")
    assert "bahasa Inggris" not in _page("id")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_brief_is_of_two_pages_and_only_of_money(language):
    pdf = PdfReader(io.BytesIO(build_brief(_setting(language)).content("brief.pdf")))
    assert len(pdf.pages) == 2
    text = "".join(page.extract_text() for page in pdf.pages)
    assert "R28" in text
    assert "R50" not in text
    assert Text("Yang kami minta", "What we ask for").say(language) in text


@needs_2023
def test_the_year_2023_is_built_whole_and_says_nothing_of_a_single_case():
    facts = read_facts(FACTS_2023)
    setting = make_setting(2023, "id", facts, check(facts))
    built = build(setting)
    told = {one["id"]: one for one in json.loads(built.content("numbers.json"))["facts"]}
    assert list(told) == [fact.id for fact in facts]
    withheld = [name for name, one in told.items() if not one["shown"]]
    assert withheld == ["F001", "F002", "F003", "F008", "F013", "F051"]
    page, text = built.content("report.html").decode(), _pdf_text(built.content("report.pdf"))
    for said in (page, text, _docx_text(built.content("report.docx"))):
        assert "Jeneponto" not in said
        assert "99,4" not in said
        assert "3 of 10" not in said
        assert "64,52%" in said
    for figure in setting.figures:
        assert f'<section class="entry" id="{figure.anchor}">' in page
        assert page.count(f'href="#{figure.anchor}"') >= 1
