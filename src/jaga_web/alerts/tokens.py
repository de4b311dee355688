"""Account tokens as the web may hold them: keyed, never a plain number.

A run screened without a token key carries plain values; they are keyed on the way in with the
installation's own key, so that the database alone names no account.
"""

from jaga.ledger.tokens import TOKEN, token


def is_keyed(value: str) -> bool:
    """Whether `value` already has the keyed form."""
    return TOKEN.fullmatch(value) is not None


def keyed(value: str, key: bytes) -> str:
    """`value` if it is keyed, else its keyed form under `key`; ValueError for an empty one."""
    made = token(key, "account", value)
    if made is None:
        raise ValueError("an account without letters or digits has no token")
    return made


def short(value: str) -> str:
    """A token a person can compare at a glance, such as `v1:abcd…wxyz`."""
    if len(value) <= 14:
        return value
    return f"{value[:7]}…{value[-4:]}"
