"""Someone pays several people in a place and travels there."""

from jaga.screening.model import Term, Typology
from jaga.words import Text

TYPOLOGY = Typology(
    id="travelling_payer",
    version=1,
    title=Text("Pembayar yang bepergian", "Payer who travels"),
    question=Text(
        "Mengapa orang ini membayar lalu mengunjungi tempat para penerima?",
        "Why does this person pay people in a place and then go there?",
    ),
    role="payer",
    terms=(
        Term("travel_to_receivers", percent=10, required=True),
        Term("payer_several_receivers", percent=10),
        Term("payer_unlikely_remarks", percent=110),
        Term("payer_night_payments", percent=30),
        Term("pays_young_people", percent=10),
        Term("companion_purchases"),
        Term("payer_escalation", percent=10),
        Term("payer_refused_then_switched", percent=150),
        Term("pays_watched_token"),
        Term("watched_account_pays"),
        Term("payer_under_ruling"),
        Term("watched_device"),
        Term("tagged_address"),
    ),
    threshold=18,
    outcome="suspicion",
    cross_border_percent=110,
)
