"""The checks of accounts and watchlist rows, as SQL over text columns."""

from jaga.ledger.canonical_sql import LONGEST_TEXT
from jaga.ledger.tables import (
    HOLDER_KINDS,
    KYC_TIERS,
    TOKEN_KINDS,
    WATCHLIST_SOURCES,
    Column,
)
from jaga.ledger.watchlist import FROM_CASES, longest_sql

ACCOUNT_KEY = "account"
_DATE = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
_WATCHED = tuple(kind for kind in TOKEN_KINDS if kind != "agent")


def _listed(words: tuple[str, ...]) -> str:
    return ", ".join(f"'{word}'" for word in words)


def _position(column: str, words: tuple[str, ...]) -> str:
    return f"list_position([{_listed(words)}], lower({column})) - 1"


def _day(column: str) -> str:
    return (
        f"CASE WHEN regexp_full_match({column}, '{_DATE}') THEN "
        f"CAST(TRY_CAST({column} AS DATE) - DATE '1970-01-01' AS INTEGER) END"
    )


def _bad_word(column: str, words: tuple[str, ...]) -> str:
    return f"WHEN lower({column}) NOT IN ({_listed(words)}) THEN '{column}|bad_word'"


def _bad_date(column: str, stored: str) -> str:
    return (
        f"WHEN {column} IS NOT NULL AND ({stored} IS NULL OR "
        f"{stored} NOT BETWEEN -25567 AND 47846) THEN '{column}|bad_date'"
    )


ACCOUNTS_SELECT = f"""
    SELECT line, row, account, {_position("holder_kind", HOLDER_KINDS)} AS holder_kind, holder,
        TRY_CAST(birth_year AS INTEGER) AS birth_year, {_day("opened_on")} AS opened_day,
        {_position("kyc", KYC_TIERS)} AS kyc, lower(kind) AS kind, agent,
        (ascii(upper(country)) - 64) * 32 + ascii(upper(substr(country, 2, 1))) - 64 AS country,
        TRY_CAST(left(replace(place, '.', ''), 6) AS INTEGER) AS place, guardian,
        CASE {{texts}}
            {_bad_word("holder_kind", HOLDER_KINDS)}
            WHEN birth_year IS NOT NULL AND (NOT regexp_full_match(birth_year, '[0-9]{{{{4}}}}')
                OR TRY_CAST(birth_year AS INTEGER) NOT BETWEEN 1900 AND 2100)
                THEN 'birth_year|bad_year'
            {_bad_date("opened_on", _day("opened_on"))}
            {_bad_word("kyc", KYC_TIERS)}
            WHEN NOT regexp_full_match(country, '[A-Za-z]{{{{2}}}}') THEN 'country|bad_country'
            WHEN NOT regexp_full_match(replace(place, '.', ''),
                '[1-9][0-9](|[0-9]{{{{2}}}}|[0-9]{{{{4}}}}|[0-9]{{{{8}}}})') THEN 'place|bad_place'
        END AS bad
    FROM texts
"""

WATCHLIST_SELECT = f"""
    SELECT line, row, token, lower(token_kind) AS token_kind,
        {_position("source", WATCHLIST_SOURCES)} AS source, lower(reason_code) AS reason_code,
        {_day("added_on")} AS added_day, {_day("expires_on")} AS expires_day, consent_ref,
        CASE {{texts}}
            {_bad_word("token_kind", _WATCHED)}
            {_bad_word("source", WATCHLIST_SOURCES)}
            {_bad_date("added_on", _day("added_on"))}
            {_bad_date("expires_on", _day("expires_on"))}
            WHEN lower(source) = 'case' AND consent_ref IS NULL THEN 'consent_ref|no_consent'
            WHEN lower(source) = 'case' AND lower(token_kind) NOT IN ({_listed(FROM_CASES)})
                THEN 'token_kind|not_from_a_case'
            WHEN {_day("expires_on")} < {_day("added_on")} THEN 'expires_on|ends_before_added'
            WHEN {_day("expires_on")} - {_day("added_on")} > {longest_sql("source")}
                THEN 'expires_on|watched_too_long'
        END AS bad
    FROM texts
"""


def checked(select: str, columns: tuple[Column, ...], present: frozenset[str]) -> str:
    """The statement for a batch with the columns `present`, text checks first."""
    texts = ", ".join(
        f"nullif(trim({column.name}, ' \t\u00a0'), '') AS {column.name}"
        if column.name in present
        else f"CAST(NULL AS VARCHAR) AS {column.name}"
        for column in columns
    )
    checks = []
    for column in columns:
        if column.required:
            checks.append(f"WHEN {column.name} IS NULL THEN '{column.name}|missing_value'")
        if column.kind in ("text", "token"):
            checks.append(
                f"WHEN length({column.name}) > {LONGEST_TEXT} THEN '{column.name}|text_too_long'"
            )
            checks.append(
                f"WHEN regexp_matches({column.name}, '[[:cntrl:]]') "
                f"THEN '{column.name}|control_character'"
            )
    body = select.replace("{texts}", " ".join(checks)).replace("{{", "{").replace("}}", "}")
    return f"WITH texts AS (SELECT row, line, {texts} FROM raw) {body}"
