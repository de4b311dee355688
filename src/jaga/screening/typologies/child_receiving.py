"""Several unrelated adults pay the account of a child, often at night, and it empties fast."""

from jaga.screening.model import Term, Typology
from jaga.words import Text

TYPOLOGY = Typology(
    id="child_receiving",
    version=1,
    title=Text("Rekening anak dibayar orang dewasa", "Adults pay a child's account"),
    question=Text(
        "Apakah anak pemilik rekening ini memerlukan perlindungan?",
        "Does the child who holds this account need protection?",
    ),
    role="child_at_risk",
    terms=(
        Term("child_many_senders", required=True),
        Term("fast_cash_out", percent=200),
        Term("receiver_night_credits"),
        Term("received_remarks"),
        Term("receiver_new_account"),
        Term("paid_by_watched_token"),
    ),
    threshold=60,
    outcome="protection",
    cross_border_percent=120,
)
