"""Whatever stands in a form or an export: an answer, or a sentence, and never a traceback."""

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.surveys.invented_answers import text

from jaga.errors import BadInput
from jaga.surveys import exports, forms, lint, publishable, quality, tidy
from jaga.surveys.drawn import sheet
from jaga.surveys.lint import planted

HEADERS = [
    "type", "name", "label", "label::en", "label::", "hint", "relevant", "constraint", "required",
    "calculation", "choice_filter", "default", "repeat_count", "list_name", "Type",
    "bind::relevant",
    "media::image", "jaga_sensitive", "jaga_consent", "", "parameters", "appearance", "trigger",
]  # fmt: skip
CELLS = [
    "", "text", "integer", "select_one l", "select_multiple l or_other", "select_one", "rank l",
    "begin group", "end group", "begin repeat", "end repeat", "calculate", "note", "start", "image",
    "a", "b", "a b", "1", "-1", "yes", "true()", "${a} = 'b'", "${b} > 1 and . < 2", "((", "'",
    "${",
    "not(${a})", "selected(${b}, 'a')", "foo(.)", "${a} = ${a}", ". = .", "consent", "Setuju?", "l",
    "count-selected(${b}) = 9", "${a}[1]/b", "9" * 400, "\\0", "🙂", "=1+1", "-" * 200, "range",
    "date('2026-99-99')", "${b} >= date('0000-00-00')", "1e999", "nan", "ya", "${last-saved#a}",
]  # fmt: skip
ROWS = st.lists(st.lists(st.sampled_from(CELLS), max_size=8), max_size=8)
TABLE = st.tuples(st.lists(st.sampled_from(HEADERS), min_size=1, max_size=8), ROWS)


def as_sheet(title, table):
    head, rows = table
    return sheet(title, [head, *(row[: len(head)] for row in rows)])


@settings(max_examples=120, deadline=None)
@given(TABLE, TABLE, TABLE)
def test_any_form_is_looked_at(survey, choices, given_settings):
    tables = {"survey": survey, "choices": choices, "settings": given_settings}
    form = forms.of_sheets([as_sheet(title, table) for title, table in tables.items()])
    found = lint.findings(form)
    assert publishable.verdict(form).passes <= (not any(one.severity == "error" for one in found))


COLUMNS = [
    "KEY", "PARENT_KEY", "SubmissionDate", "_uuid", "_index", "_parent_index", "__version__",
    "FormVersion", "ReviewState", "consent", "all-age", "all/apps", "apps/chat", "apps/none",
    "threat", "Apakah kamu bersedia ikut?", "", "start", "end", "_submission_time",
]  # fmt: skip
VALUES = ["", "ya", "tidak", "1", "0", "chat game", "diam", "Ya", "rejected", "x", "2026113001"]


@settings(max_examples=120, deadline=None)
@given(
    st.lists(st.sampled_from(COLUMNS), min_size=1, max_size=10),
    st.lists(st.lists(st.sampled_from(VALUES), max_size=12), max_size=6),
)
def test_any_export_is_read_or_refused_in_words(head, rows):
    try:
        answers = exports.read(planted.sound(), text([head, *rows]))
    except BadInput:
        return
    tidy.files(answers, quality.found(answers))


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=400) | st.binary(max_size=200).map(lambda tail: b"PK\x03\x04" + tail))
def test_any_bytes_are_refused_in_words(data):
    for reads in (forms.read, lambda given: exports.read(planted.sound(), given)):
        try:
            reads(data)
        except BadInput:
            continue
