"""Money of third parties turns into lodging, rides, beauty and adverts."""

from jaga.screening.model import Term, Typology
from jaga.words import Text

TYPOLOGY = Typology(
    id="organiser_spend",
    version=1,
    title=Text("Kredit menjadi penginapan dan iklan", "Credits become lodging and adverts"),
    question=Text(
        "Untuk siapa penginapan, angkutan dan iklan ini dibayar?",
        "For whom are this lodging, these rides and adverts paid?",
    ),
    role="facilitator",
    terms=(
        Term("spends_after_credits", percent=10, required=True),
        Term("service_kinds", percent=200),
        Term("repeated_adverts", percent=20),
        Term("received_remarks", percent=60),
        Term("receiver_night_credits", percent=130),
        Term("fast_cash_out", percent=10),
        Term("cash_drawn_at_once", percent=10),
        Term("shared_device", percent=60),
        Term("watched_account_receives"),
        Term("paid_by_watched_token"),
        Term("watched_device"),
        Term("tagged_address"),
    ),
    threshold=103,
    outcome="suspicion",
    cross_border_percent=110,
)
