"""One person pays very small sums at short, regular intervals, for months."""

from jaga.screening.model import Term, Typology
from jaga.words import Text

TYPOLOGY = Typology(
    id="prolific_small_payer",
    version=1,
    title=Text("Pembayar kecil yang sering", "Prolific small payer"),
    question=Text(
        "Untuk apa pembayaran kecil yang teratur ini?",
        "What are these small, regular payments for?",
    ),
    role="payer",
    terms=(
        Term("payer_prolific_small", required=True),
        Term("pays_young_people"),
        Term("payer_unlikely_remarks"),
        Term("payer_night_payments"),
        Term("payer_round_amounts"),
        Term("payer_escalation"),
        Term("payer_rail_switch"),
        Term("pays_watched_token"),
        Term("watched_account_pays"),
        Term("payer_under_ruling"),
        Term("watched_device"),
        Term("tagged_address"),
    ),
    threshold=75,
    outcome="suspicion",
    cross_border_percent=120,
)
