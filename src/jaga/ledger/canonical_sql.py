"""The statement that turns prepared text into canonical columns.

Takes the table `raw` (text columns trimmed, empty = NULL; coded columns as integers, -1 =
cannot be coded; `scale` = decimals of the currency; `line`, `row`) and the table `rates`.

Result, one row per raw row: payment_key, t (epoch seconds UTC), day (days since 1970-01-01
in WIB), debtor, creditor (text), amount_minor, currency (text), amount_idr, rail,
debtor_country, creditor_country, debtor_agent, creditor_agent (text), purpose, remark, mcc,
device, phone, ip (text), place, status, remark_text, line, row, unknown_rail, and
`bad` = 'column|reason' for a row that is rejected (the first reason that applies).
"""

from jaga.ledger.mapping import Mapping
from jaga.ledger.tables import PAYMENTS, RAILS
from jaga.ledger.words import BAD

WIB_SECONDS = 25_200
LONGEST_TEXT = 256
MOST_DIGITS = 15
TEXTS = (
    "payment_id",
    "debtor_account",
    "creditor_account",
    "debtor_agent",
    "creditor_agent",
    "device",
    "phone",
    "ip",
)
CODES = (
    "rail",
    "status",
    "remark_class",
    "debtor_country",
    "creditor_country",
    "purpose_code",
    "merchant_category",
    "place",
)
_FIRST_DAY, _LAST_DAY = 10_957, 47_846  # 2000-01-01 and 2100-12-31
_REQUIRED = tuple(column.name for column in PAYMENTS if column.required)
_TIME = r"[0-9]{4}-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-9]{2}(?:[.][0-9]+)?"
_OFFSET = r"(?:Z|[+-](?:0[0-9]|1[0-4])(?::?[0-5][0-9])?)"


def build(
    present: frozenset[str],
    mapping: Mapping,
    timezone: str | None,
    keep_remarks: bool,
    odd_texts: bool,
) -> str:
    """The statement for a batch that has the columns `present`.

    `odd_texts`: some text of the batch is long or holds control characters, so look at each.
    """
    columns = ", ".join(
        column.name
        if column.name in present
        else f"CAST(NULL AS {'INTEGER' if column.name in CODES else 'VARCHAR'}) AS {column.name}"
        for column in PAYMENTS
    )
    return f"""
    WITH texts AS (SELECT row, line, {"scale" if "scale" in present else "NULL::INTEGER AS scale"},
            {columns} FROM raw),
    forms AS (SELECT *, {_is_plain(mapping)} AS is_plain FROM texts),
    parts AS (SELECT *, {_clean_time(mapping)} AS when_text, {_clean_amount(mapping)} AS number
        FROM forms),
    offsets AS (SELECT *, {_has_offset(mapping)} AS has_offset,
            split_part(number, '.', 1) AS whole, split_part(number, '.', 2) AS decimals
        FROM parts),
    moments AS (SELECT *, {_epoch(mapping, timezone)} AS t, {_minor()} AS minor FROM offsets),
    days AS (SELECT *, CAST((t + {WIB_SECONDS}) // 86400 AS INTEGER) AS day FROM moments),
    rated AS (SELECT d.*, r.rate FROM days AS d
        LEFT JOIN rates AS r ON r.currency = d.currency AND r.day = d.day),
    valued AS (SELECT *, {_rupiah()} AS idr FROM rated)
    SELECT concat(debtor_agent, '/', payment_id) AS payment_key, t, day,
        debtor_account AS debtor, creditor_account AS creditor,
        minor AS amount_minor, currency, TRY_CAST(idr AS BIGINT) AS amount_idr,
        CASE WHEN rail = {BAD} THEN {RAILS.index("other")} ELSE rail END AS rail,
        debtor_country, creditor_country, debtor_agent, creditor_agent, purpose_code AS purpose,
        {"coalesce(remark_class, 0)" if "remark_class" in present else "remark_class"} AS remark,
        merchant_category AS mcc, device, phone, ip, place, coalesce(status, 0) AS status,
        {"remark" if keep_remarks else "CAST(NULL AS VARCHAR)"} AS remark_text,
        CAST(rail = {BAD} AS INTEGER) AS unknown_rail, line, row, {_bad(mapping, odd_texts)} AS bad
    FROM valued
    """


def _is_plain(mapping: Mapping) -> str:
    """Whether a time is written in full with its offset, as most are."""
    if mapping.timestamp_format:
        return "false"
    return f"coalesce(regexp_full_match(booked_at, '{_TIME}{_OFFSET}'), false)"


def _clean_time(mapping: Mapping) -> str:
    if mapping.timestamp_format:
        return "booked_at"
    # A space before the offset, a small z, or missing seconds are written out in full.
    return r"""CASE WHEN is_plain THEN booked_at
        ELSE regexp_replace(regexp_replace(upper(booked_at), '\s+([+-].*|Z)$', '\1'),
            '^([0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2})($|Z|[+-])', '\1:00\2') END"""


def _has_offset(mapping: Mapping) -> str:
    if mapping.timestamp_format:
        return "true" if "%z" in mapping.timestamp_format else "false"
    return f"is_plain OR coalesce(regexp_full_match(when_text, '{_TIME}{_OFFSET}'), false)"


def _epoch(mapping: Mapping, timezone: str | None) -> str:
    """Seconds since 1970 in UTC, or NULL when the text is no moment."""
    aware = "TRY_CAST(when_text AS TIMESTAMPTZ)"
    if mapping.timestamp_format and "%z" in mapping.timestamp_format:
        aware = f"CAST({_parsed(mapping)} AS TIMESTAMPTZ)"
    naive = "NULL"
    if timezone:
        naive = f"timezone({quoted(timezone)}, {_naive(mapping)})"
    return f"epoch_ms(CASE WHEN has_offset THEN {aware} ELSE {naive} END) // 1000"


def _naive(mapping: Mapping) -> str:
    if mapping.timestamp_format:
        return _parsed(mapping)
    return (
        f"CASE WHEN regexp_full_match(when_text, '{_TIME}') "
        "THEN TRY_CAST(when_text AS TIMESTAMP) END"
    )


def _parsed(mapping: Mapping) -> str:
    return f"try_strptime(when_text, {quoted(str(mapping.timestamp_format))})"


def _clean_amount(mapping: Mapping) -> str:
    """Digits with an optional point, or NULL when the text does not follow the marks set."""
    whole, text = "[0-9]+", "amount"
    if mapping.thousands:
        whole = f"(?:[0-9]{{1,3}}(?:[{mapping.thousands}][0-9]{{3}})+|[0-9]+)"
        text = f"replace(amount, {quoted(mapping.thousands)}, '')"
    if mapping.decimal != ".":
        text = f"replace({text}, {quoted(mapping.decimal)}, '.')"
    pattern = quoted(f"[+]?{whole}(?:[{mapping.decimal}][0-9]+)?")
    return f"CASE WHEN regexp_full_match(amount, {pattern}) THEN ltrim({text}, '+') END"


def _minor() -> str:
    digits = "strlen(ltrim(whole, '0'))"
    return f"""CASE WHEN strlen(whole) <= {MOST_DIGITS} AND scale = 2 AND strlen(decimals) = 2
            THEN CAST(concat(whole, decimals) AS BIGINT)
        WHEN {digits} <= {MOST_DIGITS} AND {digits} + scale <= 18 AND scale >= 0
            THEN TRY_CAST(concat(whole, rpad(left(decimals, scale), scale, '0')) AS BIGINT) END"""


def _rupiah() -> str:
    """Whole rupiah, half up, in integers throughout; a rate is in 10^-8 rupiah per unit."""
    powers = " ".join(f"WHEN {n} THEN {10 ** (n + 8)}::HUGEINT" for n in range(19))
    divisor = f"(CASE scale {powers} END)"
    return f"""CASE WHEN currency = 'IDR' THEN CAST((minor + 50) // 100 AS HUGEINT)
        ELSE (CAST(minor AS HUGEINT) * rate + {divisor} // 2) // {divisor} END"""


def _bad(mapping: Mapping, odd_texts: bool) -> str:
    """CASE giving the first 'column|reason' that applies to a row, or NULL."""
    checks = [f"{name} IS NULL THEN '{name}|missing_value'" for name in _REQUIRED]
    if odd_texts:
        for name in TEXTS:
            checks.append(f"length({name}) > {LONGEST_TEXT} THEN '{name}|text_too_long'")
            checks.append(f"regexp_matches({name}, '[[:cntrl:]]') THEN '{name}|control_character'")
    checks += [
        f"t IS NULL AND NOT has_offset AND {_naive(mapping)} IS NOT NULL "
        "THEN 'booked_at|no_offset'",
        "t IS NULL THEN 'booked_at|bad_timestamp'",
        f"day NOT BETWEEN {_FIRST_DAY} AND {_LAST_DAY} THEN 'booked_at|year_out_of_range'",
        f"scale = {BAD} THEN 'currency|bad_currency'",
        "number IS NULL AND regexp_full_match(amount, '-[0-9][0-9., ]*') "
        "THEN 'amount|amount_not_positive'",
        "number IS NULL AND regexp_full_match(amount, '[+]?[0-9][0-9.,'' _]*') "
        "THEN 'amount|amount_marks'",
        "number IS NULL THEN 'amount|bad_amount'",
        # 150.000 could be a hundred and fifty thousand: three decimals are never guessed away.
        "strlen(decimals) = 3 AND scale < 3 THEN 'amount|amount_marks'",
        "strlen(decimals) > scale AND rtrim(substr(decimals, scale + 1), '0') <> '' "
        "THEN 'amount|too_many_decimals'",
        "minor IS NULL THEN 'amount|amount_too_large'",
        "minor <= 0 THEN 'amount|amount_not_positive'",
        "currency <> 'IDR' AND rate IS NULL THEN 'currency|no_rate'",
        "idr > 9000000000000000000 THEN 'amount|amount_too_large'",
    ]
    for name in CODES:
        if name != "rail":
            reason = name.removeprefix("debtor_").removeprefix("creditor_")
            checks.append(f"{name} = {BAD} THEN '{name}|bad_{reason}'")
    return "CASE " + "\n".join(f"WHEN {check}" for check in checks) + " END"


def quoted(text: str) -> str:
    """A text as an SQL literal."""
    return "'" + text.replace("'", "''") + "'"
