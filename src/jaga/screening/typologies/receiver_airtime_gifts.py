"""Many people pay top-ups, vouchers or gifts to one person, who turns them into cash."""

from jaga.screening.model import Term, Typology
from jaga.words import Text

TYPOLOGY = Typology(
    id="receiver_airtime_gifts",
    version=1,
    title=Text("Dibayar dengan isi ulang dan hadiah", "Paid in top-ups and gifts"),
    question=Text(
        "Mengapa banyak orang membayar isi ulang untuk rekening ini?",
        "Why do many people pay top-ups for this account?",
    ),
    role="receiver",
    terms=(
        Term("top_up_payers", percent=90, required=True),
        Term("top_ups_received", percent=80),
        Term("gift_payout_drawn", percent=200),
        Term("cash_drawn_at_once", percent=10),
        Term("received_remarks", percent=10),
        Term("receiver_night_credits", percent=10),
        Term("receiver_young_senders", percent=10),
        Term("shared_device"),
        Term("watched_account_receives"),
        Term("paid_by_watched_token"),
        Term("watched_device"),
        Term("tagged_address"),
    ),
    threshold=45,
    outcome="suspicion",
    cross_border_percent=110,
)
