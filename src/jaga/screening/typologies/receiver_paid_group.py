"""Many people pay one account the same sum again and again, like members of a closed group."""

from jaga.screening.model import Term, Typology
from jaga.words import Text

TYPOLOGY = Typology(
    id="receiver_paid_group",
    version=1,
    title=Text("Kelompok berbayar", "A paid group"),
    question=Text(
        "Untuk apa para pembayar ini berlangganan?",
        "What do these payers subscribe to?",
    ),
    role="receiver",
    terms=(
        Term("returning_equal_payers", percent=150, required=True),
        Term("equal_credits", percent=10),
        Term("received_remarks", percent=70),
        Term("receiver_night_credits", percent=160),
        Term("receiver_many_senders", percent=10),
        Term("fast_cash_out", percent=30),
        Term("remitted_credits", percent=110),
        Term("receiver_new_account", percent=70),
        Term("watched_account_receives"),
        Term("paid_by_watched_token"),
        Term("watched_device"),
        Term("tagged_address"),
    ),
    threshold=68,
    outcome="suspicion",
    cross_border_percent=110,
)
