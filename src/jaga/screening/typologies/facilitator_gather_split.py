"""One person gathers small credits, passes them on to several people and keeps a cut."""

from jaga.screening.model import Term, Typology
from jaga.words import Text

TYPOLOGY = Typology(
    id="facilitator_gather_split",
    version=2,
    title=Text("Pengumpul yang membagi dan memotong", "Gathers, splits and keeps a cut"),
    question=Text(
        "Untuk siapa orang ini mengumpulkan dan membagi uang?",
        "For whom does this person gather and split money?",
    ),
    role="facilitator",
    terms=(
        Term("gather_split", percent=80, required=True),
        Term("splits_to_several", percent=160),
        Term("received_remarks"),
        Term("pays_young_people", percent=200),
        Term("receiver_night_credits", percent=110),
        Term("fast_cash_out", percent=10),
        Term("equal_credits", percent=10),
        Term("shared_device", percent=10),
        Term("watched_account_receives"),
        Term("paid_by_watched_token"),
        Term("watched_device"),
        Term("tagged_address"),
    ),
    threshold=74,
    outcome="suspicion",
    cross_border_percent=110,
)
