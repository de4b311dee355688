"""Several unrelated adults pay the account of a child, often at night, and it empties fast."""

from jaga.screening.model import Term, Typology
from jaga.words import Text

TYPOLOGY = Typology(
    id="child_receiving",
    version=2,
    title=Text("Rekening anak dibayar orang dewasa", "Adults pay a child's account"),
    question=Text(
        "Apakah anak pemilik rekening ini memerlukan perlindungan?",
        "Does the child who holds this account need protection?",
    ),
    role="child_at_risk",
    terms=(
        Term("child_many_senders", percent=10, required=True),
        Term("child_turnover", percent=200),
        Term("fast_cash_out", percent=80),
        Term("received_remarks", percent=60),
        Term("receiver_night_credits", percent=50),
        Term("remitted_credits", percent=140),
        Term("receiver_new_account", percent=10),
        Term("gift_payout_drawn", percent=10),
        Term("paid_by_watched_token"),
    ),
    threshold=44,
    outcome="protection",
    cross_border_percent=110,
)
