"""Many unrelated people pay one account small sums, and the money leaves at once."""

from jaga.screening.model import Term, Typology
from jaga.words import Text

TYPOLOGY = Typology(
    id="receiver_fan_in_cash_out",
    version=2,
    title=Text("Banyak pengirim, cepat ditarik", "Many senders, fast cash-out"),
    question=Text(
        "Mengapa banyak orang membayar rekening ini, dan ke mana uangnya pergi?",
        "Why do many people pay this account, and where does the money go?",
    ),
    role="receiver",
    terms=(
        Term("receiver_many_senders", percent=10, required=True),
        Term("fast_cash_out", percent=50),
        Term("received_remarks", percent=80),
        Term("receiver_night_credits", percent=90),
        Term("receiver_new_account", percent=160),
        Term("remitted_credits", percent=150),
        Term("receiver_young_senders", percent=10),
        Term("equal_credits", percent=10),
        Term("cash_drawn_at_once", percent=200),
        Term("several_wallets", percent=10),
        Term("shared_device", percent=30),
        Term("watched_account_receives"),
        Term("paid_by_watched_token"),
        Term("watched_device"),
        Term("tagged_address"),
    ),
    threshold=68,
    outcome="suspicion",
    cross_border_percent=110,
)
