"""Many unrelated people pay one account small sums, and the money leaves at once."""

from jaga.screening.model import Term, Typology
from jaga.words import Text

TYPOLOGY = Typology(
    id="receiver_fan_in_cash_out",
    version=1,
    title=Text("Banyak pengirim, cepat ditarik", "Many senders, fast cash-out"),
    question=Text(
        "Mengapa banyak orang membayar rekening ini, dan ke mana uangnya pergi?",
        "Why do many people pay this account, and where does the money go?",
    ),
    role="receiver",
    terms=(
        Term("receiver_many_senders", required=True),
        Term("fast_cash_out"),
        Term("receiver_night_credits"),
        Term("receiver_young_senders"),
        Term("received_remarks"),
        Term("receiver_new_account"),
        Term("equal_credits"),
        Term("shared_device", percent=50),
        Term("watched_account_receives"),
        Term("paid_by_watched_token"),
        Term("watched_device"),
        Term("tagged_address"),
    ),
    threshold=75,
    outcome="suspicion",
    cross_border_percent=120,
)
