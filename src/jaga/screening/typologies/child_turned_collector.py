"""A young person who paid under pressure begins to receive from others and pass it on."""

from jaga.screening.model import Term, Typology
from jaga.words import Text

TYPOLOGY = Typology(
    id="child_turned_collector",
    version=1,
    title=Text("Anak korban yang dijadikan penampung", "A child made to collect"),
    question=Text(
        "Apakah orang muda ini dipaksa menerima dan meneruskan uang?",
        "Is this young person made to receive and pass on money?",
    ),
    role="child_at_risk",
    terms=(
        Term("paid_then_collects", percent=120, required=True),
        Term("young_payer_burst", percent=140),
        Term("young_burst_total", percent=60),
        Term("fast_cash_out", percent=10),
        Term("receiver_young_senders", percent=80),
        Term("young_credits_sent_on", percent=10),
        Term("received_remarks", percent=20),
        Term("payer_unlikely_remarks", percent=80),
        Term("assets_to_one_receiver", percent=10),
        Term("pays_watched_token"),
    ),
    threshold=37,
    outcome="protection",
    cross_border_percent=110,
)
