"""Someone buys virtual assets in small amounts and sends them to the same few at once."""

from jaga.screening.model import Term, Typology
from jaga.words import Text

TYPOLOGY = Typology(
    id="payer_virtual_asset",
    version=1,
    title=Text("Pembayar lewat aset virtual", "Payer by virtual asset"),
    question=Text(
        "Kepada siapa aset virtual bernilai kecil ini dikirim berulang kali?",
        "To whom do these small virtual assets go, again and again?",
    ),
    role="payer",
    terms=(
        Term("assets_to_one_receiver", percent=110, required=True),
        Term("asset_bought_and_sent", percent=70),
        Term("prepaid_funds_asset", percent=160),
        Term("payer_night_payments", percent=10),
        Term("payer_unlikely_remarks", percent=10),
        Term("pays_young_people", percent=10),
        Term("payer_refused_then_switched", percent=10),
        Term("companion_purchases"),
        Term("pays_watched_token"),
        Term("watched_account_pays"),
        Term("payer_under_ruling"),
        Term("watched_device"),
        Term("tagged_address"),
    ),
    threshold=35,
    outcome="suspicion",
    cross_border_percent=110,
)
