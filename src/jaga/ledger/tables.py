"""The vocabulary of the ledger: columns, code lists, and who may see what.

Names follow ISO 20022. The position of a word in a code list is the integer stored; new
words are appended, never inserted, because stores keep the integers.
"""

from dataclasses import dataclass
from typing import Literal

from jaga.words import Text

Kind = Literal["text", "timestamp", "date", "decimal", "integer", "word", "token", "country"]
Classification = Literal["identity", "case content", "operational", "public"]


@dataclass(frozen=True)
class Column:
    """One column of a file people hand in.

    `classification` says how the value must be treated: *identity* points at a person,
    *case content* tells what happened, *operational* runs the software, *public* is no secret.
    """

    name: str
    kind: Kind
    classification: Classification
    required: bool
    meaning: Text


def _column(
    name: str,
    kind: Kind,
    classification: Classification,
    words: tuple[str, str],
    *,
    required: bool = False,
) -> Column:
    return Column(name, kind, classification, required, Text(*words))


RAILS = (
    "bank_transfer",
    "instant_transfer",
    "e_wallet",
    "qris",
    "remittance",
    "card",
    "virtual_asset",
    "airtime",
    "game_topup",
    "gift_payout",
    "cash_in",
    "cash_out",
    "prepaid",
    "other",
)
REMARK_CLASSES = ("none", "plain", "implausible", "handle", "other")
STATUSES = ("settled", "rejected", "returned")
HOLDER_KINDS = ("person", "business", "agent", "charity", "school", "unknown")
KYC_TIERS = ("unregistered", "limited", "full")
TOKEN_KINDS = ("account", "agent", "device", "phone", "ip", "holder")
WATCHLIST_SOURCES = ("case", "ruling", "partner")

# fmt: off
PAYMENTS = (
    _column("payment_id", "text", "operational", (
        "nomor pembayaran, unik pada lembaga pengirim",
        "payment number, unique within the debtor's institution"), required=True),
    _column("booked_at", "timestamp", "case content", (
        "waktu pembukuan dengan selisih zona, misalnya 2025-01-31T08:15:00+07:00",
        "booking time with its offset, for example 2025-01-31T08:15:00+07:00"), required=True),
    _column("amount", "decimal", "case content", (
        "jumlah uang, lebih dari nol", "amount of money, above zero"), required=True),
    _column("currency", "word", "public", (
        "kode mata uang ISO 4217 atau kode aset virtual dari berkas kurs",
        "ISO 4217 currency code, or a virtual-asset code of the rates file"), required=True),
    _column("rail", "word", "public", (
        "jalur pembayaran; kata yang tidak dikenal menjadi other",
        "payment rail; a word that is not known becomes other"), required=True),
    _column("debtor_account", "token", "identity", (
        "rekening pengirim", "the payer's account"), required=True),
    _column("creditor_account", "token", "identity", (
        "rekening penerima", "the receiver's account"), required=True),
    _column("debtor_country", "country", "case content", (
        "negara pengirim, dua huruf ISO 3166-1; kosong berarti tidak diketahui",
        "the payer's country, two letters of ISO 3166-1; empty means unknown")),
    _column("creditor_country", "country", "case content", (
        "negara penerima, dua huruf ISO 3166-1; kosong berarti tidak diketahui",
        "the receiver's country, two letters of ISO 3166-1; empty means unknown")),
    _column("debtor_agent", "text", "operational", (
        "lembaga pengirim", "the payer's institution")),
    _column("creditor_agent", "text", "operational", (
        "lembaga penerima", "the receiver's institution")),
    _column("purpose_code", "word", "case content", (
        "kode tujuan ISO 20022, satu sampai empat huruf atau angka",
        "ISO 20022 purpose code, one to four letters or digits")),
    _column("remark", "text", "case content", (
        "berita transfer; digolongkan saat dibaca lalu dibuang",
        "free text; sorted into a class while reading, then dropped")),
    _column("remark_class", "word", "case content", (
        "golongan berita: none, plain, implausible, handle, other",
        "class of the remark: none, plain, implausible, handle, other")),
    _column("merchant_category", "word", "public", (
        "kode usaha pedagang (MCC), empat angka", "merchant category code, four digits")),
    _column("device", "token", "identity", ("perangkat pengirim", "the payer's device")),
    _column("phone", "token", "identity", ("nomor telepon pengirim", "the payer's phone number")),
    _column("ip", "token", "identity", ("alamat IP pengirim", "the payer's IP address")),
    _column("place", "word", "case content", (
        "kode wilayah Kemendagri: 2, 4, 6 atau 10 angka",
        "Kemendagri place code: 2, 4, 6 or 10 digits")),
    _column("status", "word", "operational", (
        "settled, rejected atau returned; kosong berarti settled",
        "settled, rejected or returned; empty means settled")),
)

ACCOUNTS = (
    _column("account", "token", "identity", ("rekening", "the account"), required=True),
    _column("holder_kind", "word", "case content", (
        "jenis pemilik: person, business, agent, charity, school, unknown",
        "kind of holder: person, business, agent, charity, school, unknown")),
    _column("holder", "token", "identity", (
        "token orang pemilik", "token of the person who holds it")),
    _column("birth_year", "integer", "identity", (
        "tahun lahir pemilik", "the holder's year of birth")),
    _column("opened_on", "date", "case content", ("tanggal dibuka", "day it was opened")),
    _column("kyc", "word", "case content", (
        "tingkat pengenalan nasabah: unregistered, limited, full",
        "how well the customer is known: unregistered, limited, full")),
    _column("kind", "word", "operational", (
        "jenis rekening menurut lembaga", "kind of account in the institution's own words")),
    _column("agent", "text", "operational", ("lembaga", "the institution")),
    _column("country", "country", "case content", (
        "negara, dua huruf ISO 3166-1", "country, two letters of ISO 3166-1")),
    _column("place", "word", "case content", (
        "kode wilayah Kemendagri", "Kemendagri place code")),
    _column("guardian", "token", "identity", (
        "rekening wali yang tertaut", "linked account of a guardian")),
)

WATCHLIST = (
    _column("token", "token", "identity", ("nilai yang diawasi", "the watched value"),
            required=True),
    _column("token_kind", "word", "operational", (
        "jenis nilai: account, device, phone, ip, holder",
        "kind of value: account, device, phone, ip, holder"), required=True),
    _column("source", "word", "case content", (
        "asal: case, ruling, partner", "where from: case, ruling, partner"), required=True),
    _column("reason_code", "word", "case content", (
        "kode alasan; withdrawn menarik kembali isian sebelumnya. Tidak pernah dibaca penyaringan",
        "reason code; withdrawn takes earlier entries back. Screening never reads it")),
    _column("added_on", "date", "operational", (
        "tanggal ditambahkan", "day it was added"), required=True),
    _column("expires_on", "date", "operational", (
        "hari terakhir berlaku", "last day on which it holds"), required=True),
    _column("consent_ref", "text", "case content", (
        "rujukan persetujuan; wajib bila asalnya case",
        "reference to the consent given; needed when the source is case")),
)

LABELS = (
    _column("account", "token", "identity", ("rekening", "the account"), required=True),
    _column("payment_key", "text", "operational", ("kunci pembayaran", "payment key")),
    _column("typology", "word", "case content", ("tipologi", "typology"), required=True),
    _column("role", "word", "case content", ("peran rekening", "the account's role")),
    _column("first_payment_key", "text", "operational", (
        "kunci pembayaran pertama", "key of the first payment")),
)

ALERTS = (
    _column("alert_id", "text", "operational", ("nomor peringatan", "alert number"),
            required=True),
    _column("typology", "word", "case content", ("tipologi", "typology"), required=True),
    _column("version", "integer", "public", ("versi tipologi", "typology version"),
            required=True),
    _column("subject", "token", "identity", ("rekening yang disorot", "account it is about"),
            required=True),
    _column("role", "word", "case content", ("peran", "role"), required=True),
    _column("outcome", "word", "case content", (
        "suspicion atau protection", "suspicion or protection"), required=True),
    _column("window_start", "timestamp", "case content", ("awal jendela", "start of the window"),
            required=True),
    _column("window_end", "timestamp", "case content", ("akhir jendela", "end of the window"),
            required=True),
    _column("first_fired_at", "timestamp", "case content", (
        "waktu pertama menyala", "when it first fired"), required=True),
    _column("score", "integer", "case content", ("skor", "score"), required=True),
    _column("rank", "integer", "case content", ("urutan", "rank"), required=True),
    _column("reasons", "text", "case content", ("alasan (JSON)", "reasons (JSON)"),
            required=True),
    _column("payments", "text", "case content", (
        "kunci pembayaran bukti (JSON)", "keys of the evidence payments (JSON)"), required=True),
)
# fmt: on


def _code(words: tuple[str, ...], word: str) -> int:
    try:
        return words.index(word)
    except ValueError:
        raise ValueError(f"not one of {', '.join(words)}") from None


def rail_code(word: str) -> int:
    """The stored integer of a rail word; ValueError when it is none of RAILS."""
    return _code(RAILS, word)


def remark_code(word: str) -> int:
    """The stored integer of a remark class."""
    return _code(REMARK_CLASSES, word)


def status_code(word: str) -> int:
    """The stored integer of a status."""
    return _code(STATUSES, word)


def holder_kind_code(word: str) -> int:
    """The stored integer of a kind of holder."""
    return _code(HOLDER_KINDS, word)


def kyc_code(word: str) -> int:
    """The stored integer of a customer-knowledge tier."""
    return _code(KYC_TIERS, word)


def country_code(letters: str) -> int:
    """Two capital letters as an integer: five bits each, A = 1."""
    if not _capitals(letters, 2):
        raise ValueError("a country is two capital letters")
    return (ord(letters[0]) - 64) * 32 + ord(letters[1]) - 64


def country_letters(code: int) -> str:
    """The inverse of `country_code`."""
    return chr(code // 32 + 64) + chr(code % 32 + 64)


def currency_code(letters: str) -> int:
    """Three capital letters as an integer: five bits each, A = 1."""
    if not _capitals(letters, 3):
        raise ValueError("a currency is three capital letters")
    first, second, third = (ord(letter) - 64 for letter in letters)
    return first * 1024 + second * 32 + third


def currency_letters(code: int) -> str:
    """The inverse of `currency_code`."""
    return "".join(chr(part + 64) for part in (code // 1024, code // 32 % 32, code % 32))


_PURPOSE = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def purpose_code(text: str) -> int:
    """One to four capitals or digits as an integer in base 37, each character counted from 1."""
    code = 0
    for character in text:
        code = code * 37 + _PURPOSE.index(character) + 1
    return code


def purpose_text(code: int) -> str:
    """The inverse of `purpose_code`."""
    text = ""
    while code:
        code, character = divmod(code, 37)
        text = _PURPOSE[character - 1] + text
    return text


def _capitals(text: str, length: int) -> bool:
    return len(text) == length and all("A" <= letter <= "Z" for letter in text)
