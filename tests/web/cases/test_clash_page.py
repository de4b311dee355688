"""The page of two answers: both are shown, and the second editor decides."""

import pytest

from jaga_web.cases import answers

ADDRESS = "/cases/{}/section/safe_contact/"


@pytest.fixture
def send(signed_in, child):
    def make(role, **typed):
        return signed_in(role).post(ADDRESS.format(child.pk), typed)

    return make


@pytest.fixture
def clash(send):
    send("caseworker", **{"v-contact_when": 0, "contact_when": "Pagi, kata Sri"})
    return send("supervisor", **{"v-contact_when": 0, "contact_when": "Sore, kata Bagus"})


def test_both_values_are_shown_with_who_and_when(clash):
    page = clash.content.decode()
    assert clash.status_code == 409
    for words in ("Pagi, kata Sri", "Sore, kata Bagus", "Orang caseworker", "WIB"):
        assert words in page


@pytest.mark.parametrize(
    ("keep", "stays"),
    [("theirs", "Pagi, kata Sri"), ("mine", "Sore, kata Bagus"), ("third", "Keduanya")],
)
def test_the_second_editor_decides(clash, send, child, keep, stays):
    decided = send(
        "supervisor",
        **{
            "deciding": "1",
            "v-contact_when": 1,
            "keep-contact_when": keep,
            "mine-contact_when": "Sore, kata Bagus",
            "contact_when": "Keduanya",
        },
    )
    assert decided.status_code == 302
    assert answers.current(child, "safe_contact")["contact_when"].value == stays


def test_a_third_change_meanwhile_is_a_clash_again(clash, send):
    send("caseworker", **{"v-contact_when": 1, "contact_when": "Malam"})
    again = send(
        "supervisor",
        **{
            "deciding": "1",
            "v-contact_when": 1,
            "keep-contact_when": "mine",
            "mine-contact_when": "Sore, kata Bagus",
        },
    )
    assert again.status_code == 409
    assert "Malam" in again.content.decode()


def test_nothing_typed_becomes_markup(send):
    send("caseworker", **{"v-contact_when": 0, "contact_when": "<b>pagi</b>"})
    page = send("supervisor", **{"v-contact_when": 0, "contact_when": "<i>sore</i>"})
    assert "<b>pagi" not in page.content.decode()
    assert "<i>sore" not in page.content.decode()
