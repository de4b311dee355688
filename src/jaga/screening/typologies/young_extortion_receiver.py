"""Several young people pay one account, and the money leaves at once for far away."""

from jaga.screening.model import Term, Typology
from jaga.words import Text

TYPOLOGY = Typology(
    id="young_extortion_receiver",
    version=1,
    title=Text("Penerima uang dari orang muda", "Receiver of young people's money"),
    question=Text(
        "Mengapa orang-orang muda membayar rekening ini, dan ke mana uangnya pergi?",
        "Why do young people pay this account, and where does the money go?",
    ),
    role="receiver",
    terms=(
        Term("receiver_young_senders", required=True),
        Term("young_credits_sent_on", percent=200),
        Term("asset_bought_and_sent", percent=10),
        Term("assets_to_one_receiver", percent=10),
        Term("fast_cash_out", percent=70),
        Term("receiver_new_account", percent=90),
        Term("received_remarks", percent=10),
        Term("receiver_night_credits", percent=40),
        Term("several_wallets", percent=130),
        Term("shared_device", percent=140),
        Term("watched_account_receives"),
        Term("paid_by_watched_token"),
        Term("watched_device"),
        Term("tagged_address"),
    ),
    threshold=88,
    outcome="suspicion",
    cross_border_percent=110,
)
