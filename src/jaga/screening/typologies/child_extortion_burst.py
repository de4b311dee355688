"""A young customer pays someone new again and again within days, far beyond the usual."""

from jaga.screening.model import Term, Typology
from jaga.words import Text

TYPOLOGY = Typology(
    id="child_extortion_burst",
    version=2,
    title=Text("Anak mungkin diperas", "A child may be under extortion"),
    question=Text(
        "Apakah orang muda ini sedang ditekan untuk membayar?",
        "Is this young person being pressed to pay?",
    ),
    role="child_at_risk",
    terms=(
        Term("young_payer_burst", percent=10, required=True),
        Term("young_burst_total", percent=90),
        Term("young_payments_rise", percent=200),
        Term("young_spending_jump", percent=60),
        Term("young_vouchers", percent=200),
        Term("pays_a_collector", percent=10),
        Term("payer_unlikely_remarks", percent=10),
        Term("payer_night_payments", percent=10),
        Term("payer_round_amounts", percent=10),
        Term("pays_watched_token"),
    ),
    threshold=32,
    outcome="protection",
    cross_border_percent=110,
)
