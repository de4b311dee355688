"""Documents say what the code does: generated pages are current, links and names resolve."""

from tests.codebase import documented
from tests.codebase.tree import ROOT

from jaga_cli import documents, file_tables


def test_every_public_name_of_the_core_has_a_docstring():
    assert documented.undocumented(ROOT) == []


def test_generated_pages_are_current():
    assert documents.stale(documents.FOLDER) == [], "run: python -m jaga_cli.documents"


def test_tables_of_the_payments_file_are_current():
    page = file_tables.PAGE.read_text(encoding="utf-8")
    assert page.count("<!-- table: ") == page.count("<!-- end of table -->") == 4
    assert file_tables.filled(page) == page, "run: python -m jaga_cli.documents"


def test_slow_pages_name_the_command_that_writes_them():
    for name, command in documents.SLOW_PAGES.items():
        assert (documents.FOLDER.parents[2] / command).exists()
        page = documents.FOLDER / name
        assert not page.exists() or command in page.read_text(encoding="utf-8")


def test_every_relative_link_leads_somewhere():
    assert documented.broken_links(ROOT) == []


def test_every_file_function_and_test_named_in_the_documents_exists():
    assert documented.missing_names(ROOT) == []
