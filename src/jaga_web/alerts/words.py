"""The codes an alert carries, with the words shown for them.

Codes are stored; words are looked up when a page is drawn, so the language is the reader's.
"""

from collections.abc import Sequence

from django.utils.translation import gettext_lazy as _

NEW = "new"
IN_REVIEW = "in_review"
DECIDED_PENDING = "decided_pending"
CONFIRMED = "confirmed"
REFUTED = "refuted"
INCONCLUSIVE = "inconclusive"
SNOOZED = "snoozed"
HANDED_OVER = "handed_over"

STATES = [
    (NEW, _("Baru")),
    (IN_REVIEW, _("Sedang ditinjau")),
    (DECIDED_PENDING, _("Menunggu orang kedua")),
    (CONFIRMED, _("Terkonfirmasi")),
    (REFUTED, _("Terbantah")),
    (INCONCLUSIVE, _("Belum dapat disimpulkan")),
    (SNOOZED, _("Ditunda")),
    (HANDED_OVER, _("Diserahkan ke kasus")),
]
OPEN_STATES = (NEW, IN_REVIEW, DECIDED_PENDING)
# A person has spoken; new evidence may be noted but never changes what they said.
DECIDED_STATES = (CONFIRMED, REFUTED, INCONCLUSIVE, HANDED_OVER)

DECISION_OUTCOMES = [
    (CONFIRMED, _("Terkonfirmasi")),
    (REFUTED, _("Terbantah")),
    (INCONCLUSIVE, _("Belum dapat disimpulkan")),
]

SUSPICION = "suspicion"
PROTECTION = "protection"
OUTCOMES = [(SUSPICION, _("Kecurigaan")), (PROTECTION, _("Perlindungan"))]

ROLES = [
    ("payer", _("Pembayar")),
    ("receiver", _("Penerima")),
    ("facilitator", _("Perantara")),
    ("child_at_risk", _("Anak yang mungkin berisiko")),
]

FAMILIES = [
    ("amount", _("Nilai")),
    ("timing", _("Waktu")),
    ("counterparties", _("Lawan transaksi")),
    ("flow", _("Aliran dana")),
    ("profile", _("Profil")),
    ("channel", _("Saluran")),
    ("list", _("Daftar pantau")),
]

RAILS = [
    ("bank_transfer", _("Transfer bank")),
    ("instant_transfer", _("Transfer instan")),
    ("e_wallet", _("Dompet elektronik")),
    ("qris", _("QRIS")),
    ("remittance", _("Remitansi")),
    ("card", _("Kartu")),
    ("virtual_asset", _("Aset kripto")),
    ("airtime", _("Pulsa")),
    ("game_topup", _("Isi ulang gim")),
    ("gift_payout", _("Pencairan hadiah")),
    ("cash_in", _("Setor tunai")),
    ("cash_out", _("Tarik tunai")),
    ("prepaid", _("Prabayar")),
    ("other", _("Lainnya")),
]

REMARK_CLASSES = [
    ("none", _("Kosong")),
    ("plain", _("Biasa")),
    ("implausible", _("Tidak wajar")),
    ("handle", _("Nama akun")),
    ("other", _("Lainnya")),
]

LOOK_ALIKE_VERDICTS = [
    ("applies", _("Cocok")),
    ("ruled_out", _("Tidak cocok")),
    ("unclear", _("Tidak dapat dipastikan")),
]


def words_for(choices: Sequence[tuple[str, object]], code: str) -> str:
    """The words of `code`; the code itself when a newer run uses one not yet listed here."""
    return str(dict(choices).get(code, code))
