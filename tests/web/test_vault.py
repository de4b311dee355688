"""Keys of single cases: what they seal opens for its purpose only, and never after destruction."""

import pytest
from django.core.exceptions import FieldError
from django.db import models

from jaga.errors import NotInstalledRight
from jaga_web import vault

WORDS = "rahasia rekaan"


@pytest.fixture
def key() -> str:
    return vault.new_key()


def test_what_was_sealed_opens_for_the_same_purpose_only(key):
    sealed = vault.seal(WORDS.encode(), key, "cases.x")
    assert vault.unseal(sealed, "cases.x") == WORDS.encode()
    assert WORDS.encode() not in sealed
    with pytest.raises(NotInstalledRight):
        vault.unseal(sealed, "cases.y")


def test_no_two_rows_share_a_key_or_a_ciphertext(key):
    other = vault.new_key()
    assert vault.seal(b"a", key, "x") != vault.seal(b"a", key, "x")
    mixed = b"\x02" + bytes.fromhex(other) + vault.seal(b"a", key, "x")[17:]
    with pytest.raises(NotInstalledRight):
        vault.unseal(mixed, "x")


def test_after_destruction_nothing_opens_and_the_file_is_gone(key, data_dir):
    sealed = vault.seal(b"a", key, "x")
    vault.destroy(key)
    vault.destroy(key)
    assert vault.unseal(sealed, "x") is None
    assert not vault.has_key(key)
    assert not [path for path in data_dir.rglob("*") if key in path.name]


def test_a_stored_key_is_wrapped_and_private(key, data_dir):
    path = data_dir / "case-keys" / key
    assert len(path.read_bytes()) == 12 + 32 + 16
    assert path.stat().st_mode & 0o077 == 0


def test_an_id_names_no_other_file():
    with pytest.raises(ValueError, match="32 hex"):
        vault.has_key("../keys/sealing.key")


class Sealed(models.Model):
    key_id = models.CharField(max_length=32)
    text = vault.KeyedTextField(purpose="test.text", key="key_id")

    class Meta:
        app_label = "tests"


def test_only_saving_a_row_can_seal(key, db):
    from django.db import connection

    field = Sealed._meta.get_field("text")
    sealed = field.pre_save(Sealed(key_id=key, text=WORDS), True)
    assert field.from_db_value(sealed) == WORDS
    with pytest.raises(FieldError):
        field.get_db_prep_value(WORDS, connection)
    vault.destroy(key)
    assert field.from_db_value(sealed) == vault.ERASED
    with pytest.raises(FieldError):
        field.pre_save(Sealed(key_id=key, text=vault.ERASED), False)
    with pytest.raises(FieldError):
        Sealed.objects.filter(text=WORDS)
