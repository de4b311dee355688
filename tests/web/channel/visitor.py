"""Somebody at the public door, with a browser that keeps no cookie: helper of the tests here."""

import re
from typing import Any

from django.test import Client

FIELD = re.compile(r'name="form" value="([^"]+)"')
WORD = re.compile(r"<li><span>([a-z]+)</span></li>")
ASKED = re.compile(r'name="(word\d)"')


class Visitor:
    """Walks page by page; `page` is the last answer."""

    def __init__(self, **defaults: Any) -> None:
        self.client = Client(**defaults)
        self.page: Any = None

    def open(self, address: str = "/lapor/", **data: Any) -> "Visitor":
        self.page = self.client.get(address, data)
        return self

    @property
    def text(self) -> str:
        return self.page.content.decode()

    @property
    def token(self) -> str:
        found = FIELD.search(self.text)
        assert found, self.text
        return found.group(1)

    def send(self, to: str, /, **fields: Any) -> "Visitor":
        self.page = self.client.post(f"/lapor/{to}/", {"form": self.token, **fields})
        return self

    def to_writing(self, path: str = "me", age: str = "12-14", safe: str = "yes") -> "Visitor":
        self.open().send("baca", path=path, age=age, safe_now=safe)
        return self.send("tulis")

    def to_receipt(self, words: str = "Aku butuh teman bicara. UJI", **fields: Any) -> list[str]:
        """Write and send; returns the six words."""
        self.to_writing().send("kabar", help_wanted=["listen"], words=words, **fields)
        self.send("kirim", when="sore")
        return self.drawn

    @property
    def drawn(self) -> list[str]:
        return WORD.findall(self.text)

    def confirm(self) -> "Visitor":
        words = self.drawn
        asked = ASKED.findall(self.text)
        return self.send("simpan", **{name: words[int(name[-1])] for name in asked})

    def come_back(self, code: str) -> "Visitor":
        return self.open("/lapor/balasan/").send("balasan", code=code)
