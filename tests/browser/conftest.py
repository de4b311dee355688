"""A real Chromium against a live server, with the people of the web tests."""

import os
from pathlib import Path

import pytest
from tests.web.conftest import (  # noqa: F401
    _flush_past_the_guard,
    _own_settings,
    data_dir,
    organisation,
    other_organisation,
    person,
)

from jaga_cli.testing import chromium

# Nothing but the page: no drawing on a graphics card, no calls home.
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture
def browser(monkeypatch):
    """Chromium of the machine; the test is left out where there is none."""
    path = chromium()
    if path is None:
        pytest.skip("no Chromium on this machine")
    # Playwright's synchronous calls run inside an event loop of their own.
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=path, args=QUIET, timeout=120_000)
        yield opened
        opened.close()


@pytest.fixture
def screenshots(tmp_path) -> Path:
    """Where pictures go: JAGA_SCREENSHOTS keeps them."""
    folder = Path(os.environ.get("JAGA_SCREENSHOTS") or tmp_path / "screenshots")
    folder.mkdir(parents=True, exist_ok=True)
    return folder
