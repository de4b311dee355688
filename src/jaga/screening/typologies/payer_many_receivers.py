"""One person pays several unrelated, often much younger people small, round sums at odd hours."""

from jaga.screening.model import Term, Typology
from jaga.words import Text

TYPOLOGY = Typology(
    id="payer_many_receivers",
    version=2,
    title=Text("Pembayar ke banyak penerima", "Payer to many receivers"),
    question=Text(
        "Mengapa orang ini membayar beberapa orang yang tidak terkait dengannya?",
        "Why does this person pay several people who are not related to them?",
    ),
    role="payer",
    terms=(
        Term("payer_several_receivers", percent=60, required=True),
        Term("payer_unlikely_remarks", percent=90),
        Term("payer_night_payments", percent=80),
        Term("pays_young_people", percent=70),
        Term("payer_rail_switch"),
        Term("payer_refused_then_switched", percent=150),
        Term("companion_purchases", percent=10),
        Term("vouchers_to_people", percent=80),
        Term("payer_round_amounts", percent=200),
        Term("payer_escalation", percent=10),
        Term("travel_to_receivers", percent=10),
        Term("pays_watched_token"),
        Term("watched_account_pays"),
        Term("payer_under_ruling"),
        Term("watched_device"),
        Term("tagged_address"),
    ),
    threshold=61,
    outcome="suspicion",
    cross_border_percent=110,
)
