"""The statement that turns raw text into canonical columns.

Result, one row per raw row: payment_key, t (epoch seconds UTC), day (days since 1970-01-01
in WIB), debtor, creditor (text), amount_minor, currency (text), amount_idr, rail,
debtor_country, creditor_country, debtor_agent, creditor_agent (text), purpose, remark, mcc,
device, phone, ip (text), place, status, remark_text, line, row, unknown_rail, and
`bad` = 'column|reason' for a row that is rejected (the first reason that applies).
"""

from jaga.ledger.mapping import Mapping
from jaga.ledger.tables import PAYMENTS, REMARK_CLASSES

WIB_SECONDS = 25_200
LONGEST_TEXT = 256
MOST_DIGITS = 15
_FIRST_DAY, _LAST_DAY = 10_957, 47_846  # 2000-01-01 and 2100-12-31
_REQUIRED = tuple(column.name for column in PAYMENTS if column.required)
_TEXTS = ("payment_id", "debtor_account", "creditor_account", "debtor_agent", "creditor_agent",
          "device", "phone", "ip")
_TIME = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}[T ]([01][0-9]|2[0-3]):[0-5][0-9]:[0-9]{2}([.][0-9]+)?"
_OFFSET = r"(Z|[+-](0[0-9]|1[0-4])(:?[0-5][0-9])?)$"
_PURPOSE = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def build(
    present: frozenset[str], mapping: Mapping, timezone: str | None, keep_remarks: bool
) -> str:
    """The statement for a batch that has the columns `present`."""
    texts = ",\n".join(
        f"{_source(column.name, present, mapping)} AS {column.name}" for column in PAYMENTS
    )
    naive = f"timezone({_quoted(timezone)}, {_naive(mapping)})" if timezone else "NULL"
    return f"""
    WITH texts AS (SELECT row, line, {texts} FROM raw),
    parts AS (
        SELECT *, {_clean_time(mapping)} AS when_text,
            {_clean_amount(mapping)} AS number, upper(currency) AS money
        FROM texts),
    times AS (
        SELECT *, {_has_offset(mapping)} AS has_offset,
            split_part(number, '.', 1) AS whole, split_part(number, '.', 2) AS decimals
        FROM parts),
    moments AS (
        SELECT *, epoch_ms(CASE WHEN has_offset THEN {_aware(mapping)} ELSE {naive} END) // 1000
            AS t
        FROM times),
    days AS (SELECT *, CAST((t + {WIB_SECONDS}) // 86400 AS INTEGER) AS day FROM moments),
    scaled AS (
        SELECT d.*, s.scale, r.rate, rw.code AS rail_known, sw.code AS status_known,
            {_minor()} AS minor
        FROM days AS d
        LEFT JOIN scales AS s ON s.currency = d.money
        LEFT JOIN rates AS r ON r.currency = d.money AND r.day = d.day
        LEFT JOIN rail_words AS rw ON rw.word = lower(d.rail)
        LEFT JOIN status_words AS sw ON sw.word = lower(d.status)),
    valued AS (SELECT *, {_rupiah()} AS idr FROM scaled)
    SELECT concat(debtor_agent, '/', payment_id) AS payment_key, t, day,
        debtor_account AS debtor, creditor_account AS creditor,
        minor AS amount_minor, money AS currency, TRY_CAST(idr AS BIGINT) AS amount_idr,
        coalesce(rail_known, 13) AS rail,
        {_country("debtor_country")} AS debtor_country,
        {_country("creditor_country")} AS creditor_country,
        debtor_agent, creditor_agent, {_purpose()} AS purpose,
        {_remark(present, mapping)} AS remark,
        TRY_CAST(merchant_category AS INTEGER) AS mcc, device, phone, ip,
        TRY_CAST(left(replace(place, '.', ''), 6) AS INTEGER) AS place,
        coalesce(status_known, 0) AS status,
        {"remark" if keep_remarks else "CAST(NULL AS VARCHAR)"} AS remark_text,
        CAST(rail_known IS NULL AS INTEGER) AS unknown_rail, line, row,
        {_bad(mapping)} AS bad
    FROM valued
    """


def _source(name: str, present: frozenset[str], mapping: Mapping) -> str:
    if name in mapping.constants:
        return _quoted(mapping.constants[name])
    if name not in present:
        return "CAST(NULL AS VARCHAR)"
    return f"nullif(trim({name}, ' \t\u00a0'), '')"


def _clean_time(mapping: Mapping) -> str:
    if mapping.timestamp_format:
        return "booked_at"
    # A space before the offset, a small z, or missing seconds are written out in full.
    return rf"""CASE WHEN regexp_matches(booked_at, '{_TIME}') AND NOT contains(booked_at, 'z')
            AND NOT regexp_matches(booked_at, ' [+Z-]') THEN booked_at
        ELSE regexp_replace(regexp_replace(upper(booked_at), '\s+([+-].*|Z)$', '\1'),
            '^([0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}[T ][0-9]{{2}}:[0-9]{{2}})($|Z|[+-])', '\1:00\2')
        END"""


def _has_offset(mapping: Mapping) -> str:
    if mapping.timestamp_format:
        return "true" if "%z" in mapping.timestamp_format else "false"
    return f"regexp_matches(when_text, '{_OFFSET}')"


def _aware(mapping: Mapping) -> str:
    form = mapping.timestamp_format
    if form and "%z" in form:
        return f"CAST(try_strptime(when_text, {_quoted(form)}) AS TIMESTAMPTZ)"
    if form:
        return "CAST(NULL AS TIMESTAMPTZ)"
    return (f"CASE WHEN regexp_matches(when_text, '{_TIME}{_OFFSET}') "
            "THEN TRY_CAST(when_text AS TIMESTAMPTZ) END")


def _naive(mapping: Mapping) -> str:
    form = mapping.timestamp_format
    if form and "%z" not in form:
        return f"try_strptime(when_text, {_quoted(form)})"
    return f"CASE WHEN regexp_matches(when_text, '{_TIME}$') THEN TRY_CAST(when_text AS TIMESTAMP) END"


def _clean_amount(mapping: Mapping) -> str:
    """Digits with an optional point, or NULL when the text does not follow the marks set."""
    decimal, thousands = _escaped(mapping.decimal), _escaped(mapping.thousands)
    whole = "[0-9]+"
    text = "amount"
    if mapping.thousands:
        whole = f"([0-9]{{1,3}}({thousands}[0-9]{{3}})+|[0-9]+)"
        text = f"replace(amount, {_quoted(mapping.thousands)}, '')"
    if mapping.decimal != ".":
        text = f"replace({text}, {_quoted(mapping.decimal)}, '.')"
    pattern = _quoted(f"^[+]?{whole}({decimal}[0-9]+)?$")
    return f"CASE WHEN regexp_matches(amount, {pattern}) THEN ltrim({text}, '+') END"


def _minor() -> str:
    digits = "length(ltrim(whole, '0'))"
    return f"""CASE WHEN {digits} <= {MOST_DIGITS} AND {digits} + scale <= 18
        THEN TRY_CAST(whole || rpad(left(decimals, scale), scale, '0') AS BIGINT) END"""


def _rupiah() -> str:
    """Whole rupiah, half up, in integers throughout; a rate is in 10^-8 rupiah per unit."""
    power = "CAST(10 AS HUGEINT)"
    powers = " ".join(f"WHEN {n} THEN {power} * {10 ** (n + 7)}" for n in range(9))
    more = " ".join(f"WHEN {n} THEN {power} * {10 ** (n + 7)}::HUGEINT" for n in range(9, 19))
    divisor = f"(CASE scale {powers} {more} END)"
    return f"""CASE WHEN money = 'IDR' THEN CAST((minor + 50) // 100 AS HUGEINT)
        ELSE (CAST(minor AS HUGEINT) * rate + {divisor} // 2) // {divisor} END"""


def _country(name: str) -> str:
    return (f"(ascii(upper({name})) - 64) * 32 + ascii(upper(substr({name}, 2, 1))) - 64")


def _purpose() -> str:
    code = "0"
    for place in range(1, 5):
        letter = f"strpos('{_PURPOSE}', upper(substr(purpose_code, {place}, 1)))"
        code = f"CASE WHEN length(purpose_code) >= {place} THEN ({code}) * 37 + {letter} " \
               f"ELSE {code} END"
    return f"CASE WHEN purpose_code IS NOT NULL THEN CAST({code} AS INTEGER) END"


def _remark(present: frozenset[str], mapping: Mapping) -> str:
    if not {"remark", "remark_class"} & (present | set(mapping.constants)):
        return "CAST(NULL AS INTEGER)"
    cases = " ".join(f"WHEN '{word}' THEN {code}" for code, word in enumerate(REMARK_CLASSES))
    return f"CASE coalesce(lower(remark_class), 'none') {cases} END"


def _bad(mapping: Mapping) -> str:
    """CASE giving the first 'column|reason' that applies to a row, or NULL."""
    checks = [f"{name} IS NULL THEN '{name}|missing_value'" for name in _REQUIRED]
    for name in _TEXTS:
        checks.append(f"length({name}) > {LONGEST_TEXT} THEN '{name}|text_too_long'")
        checks.append(f"regexp_matches({name}, '[[:cntrl:]]') THEN '{name}|control_character'")
    if "%z" not in (mapping.timestamp_format or "%z"):
        naive = f"try_strptime(when_text, {_quoted(str(mapping.timestamp_format))}) IS NOT NULL"
    else:
        naive = f"regexp_matches(when_text, '{_TIME}$')"
    checks += [
        f"t IS NULL AND NOT has_offset AND {naive} THEN 'booked_at|no_offset'",
        "t IS NULL THEN 'booked_at|bad_timestamp'",
        f"day NOT BETWEEN {_FIRST_DAY} AND {_LAST_DAY} THEN 'booked_at|year_out_of_range'",
        "scale IS NULL THEN 'currency|bad_currency'",
        "starts_with(amount, '-') AND regexp_matches(amount, '^-[0-9][0-9., ]*$') "
        "THEN 'amount|amount_not_positive'",
        "number IS NULL AND regexp_matches(amount, '^[+]?[0-9][0-9.,'' _]*$') "
        "THEN 'amount|amount_marks'",
        "number IS NULL THEN 'amount|bad_amount'",
        # 150.000 could be a hundred and fifty thousand: three decimals are never guessed away.
        "length(decimals) = 3 AND scale < 3 THEN 'amount|amount_marks'",
        "length(decimals) > scale AND rtrim(substr(decimals, scale + 1), '0') <> '' "
        "THEN 'amount|too_many_decimals'",
        "minor IS NULL THEN 'amount|amount_too_large'",
        "minor <= 0 THEN 'amount|amount_not_positive'",
        "money <> 'IDR' AND rate IS NULL THEN 'currency|no_rate'",
        "idr > 9000000000000000000 THEN 'amount|amount_too_large'",
    ]
    for name in ("debtor_country", "creditor_country"):
        checks.append(f"NOT regexp_full_match({name}, '[A-Za-z]{{2}}') THEN '{name}|bad_country'")
    words = ", ".join(f"'{word}'" for word in REMARK_CLASSES)
    checks += [
        "NOT regexp_full_match(purpose_code, '[A-Za-z0-9]{1,4}') "
        "THEN 'purpose_code|bad_purpose_code'",
        f"lower(remark_class) NOT IN ({words}) THEN 'remark_class|bad_remark_class'",
        "NOT regexp_full_match(merchant_category, '[0-9]{4}') "
        "THEN 'merchant_category|bad_merchant_category'",
        "NOT regexp_full_match(replace(place, '.', ''), '[1-9][0-9](|[0-9]{2}|[0-9]{4}|[0-9]{8})') "
        "THEN 'place|bad_place'",
        "status IS NOT NULL AND status_known IS NULL THEN 'status|bad_status'",
    ]
    return "CASE " + "\n".join(f"WHEN {check}" for check in checks) + " END"


def _escaped(mark: str) -> str:
    return f"[{mark}]" if mark else ""


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
