"""One person pays very small sums at short, regular intervals, for months."""

from jaga.screening.model import Term, Typology
from jaga.words import Text

TYPOLOGY = Typology(
    id="prolific_small_payer",
    version=2,
    title=Text("Pembayar kecil yang sering", "Prolific small payer"),
    question=Text(
        "Untuk apa pembayaran kecil yang teratur ini?",
        "What are these small, regular payments for?",
    ),
    role="payer",
    terms=(
        Term("payer_prolific_small", percent=20, required=True),
        Term("payer_unlikely_remarks", percent=90),
        Term("payer_night_payments"),
        Term("pays_young_people", percent=40),
        Term("payer_rail_switch", percent=130),
        Term("payer_refused_then_switched", percent=90),
        Term("companion_purchases"),
        Term("vouchers_to_people", percent=80),
        Term("payer_round_amounts", percent=10),
        Term("payer_escalation", percent=10),
        Term("pays_watched_token"),
        Term("watched_account_pays"),
        Term("payer_under_ruling"),
        Term("watched_device"),
        Term("tagged_address"),
    ),
    threshold=57,
    outcome="suspicion",
    cross_border_percent=110,
)
