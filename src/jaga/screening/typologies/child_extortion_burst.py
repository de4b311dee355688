"""A young customer pays someone new again and again within days, far beyond the usual."""

from jaga.screening.model import Term, Typology
from jaga.words import Text

TYPOLOGY = Typology(
    id="child_extortion_burst",
    version=1,
    title=Text("Anak mungkin diperas", "A child may be under extortion"),
    question=Text(
        "Apakah orang muda ini sedang ditekan untuk membayar?",
        "Is this young person being pressed to pay?",
    ),
    role="child_at_risk",
    terms=(
        Term("young_payer_burst", required=True),
        Term("young_spending_jump"),
        Term("pays_a_collector"),
        Term("payer_unlikely_remarks", percent=60),
        Term("young_vouchers"),
        Term("payer_night_payments"),
        Term("payer_round_amounts"),
        Term("pays_watched_token"),
    ),
    threshold=50,
    outcome="protection",
    cross_border_percent=120,
)
