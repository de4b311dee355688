"""The mark under which a report is found by its six words: HMAC(pepper, Argon2id(words, salt)).

The database holds the mark alone. Argon2id makes each guess cost memory and time; the pepper, a key
outside the database, makes a stolen database useless for guessing at all.
"""

import hashlib
import hmac

from argon2.low_level import Type, hash_secret_raw
from django.conf import settings

from jaga.casework.receipt import canonical
from jaga_web import keys

# OWASP's smallest recommended setting (19 MiB, two passes, one lane). Six words are 66 bits and
# need no more against guessing; every look-up pays it once, also that of an attacker on our two
# cores, so more would first of all slow down the children.
MEMORY_KIB, PASSES, LANES = 19 * 1024, 2, 1
SALT_BYTES, MARK_BYTES = 16, 32


def mark_of(typed: str) -> str:
    """64 hex digits. One Argon2id computation, whatever was typed."""
    stretched = _argon2(canonical(typed).encode())
    return hmac.new(_key("receipt-pepper"), stretched, hashlib.sha256).hexdigest()


def _argon2(words: bytes) -> bytes:
    return hash_secret_raw(
        words,
        # One salt for the installation: the words themselves are the only thing to look up by.
        _key("receipt-salt")[:SALT_BYTES],
        time_cost=PASSES,
        memory_cost=MEMORY_KIB,
        parallelism=LANES,
        hash_len=MARK_BYTES,
        type=Type.ID,
    )


def _key(name: str) -> bytes:
    return keys.read(settings.JAGA_DATA_DIR, name)
