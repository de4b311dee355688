"""One person pays several unrelated, often much younger people small, round sums at odd hours."""

from jaga.screening.model import Term, Typology
from jaga.words import Text

TYPOLOGY = Typology(
    id="payer_many_receivers",
    version=1,
    title=Text("Pembayar ke banyak penerima", "Payer to many receivers"),
    question=Text(
        "Mengapa orang ini membayar beberapa orang yang tidak terkait dengannya?",
        "Why does this person pay several people who are not related to them?",
    ),
    role="payer",
    terms=(
        Term("payer_several_receivers", required=True),
        Term("pays_young_people"),
        Term("payer_unlikely_remarks"),
        Term("payer_night_payments"),
        Term("payer_round_amounts"),
        Term("payer_rail_switch"),
        Term("payer_escalation"),
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
