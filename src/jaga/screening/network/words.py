"""Every word in the picture, in both languages."""

from jaga.screening.network.layout import short
from jaga.screening.network.model import PASSED_ON_PERCENT, Network, Party
from jaga.screening.wording import grouped, rupiah
from jaga.words import Language, Text

SUBJECT = Text("akun ini", "this account")
PERSON = Text("akun", "account")
END_POINT = Text("titik akhir: usaha, agen, lembaga", "end point: business, agent, institution")
PASSES_ON = Text(
    f"meneruskan ≥ {PASSED_ON_PERCENT} % yang masuk",
    f"passes on ≥ {PASSED_ON_PERCENT} % of what came",
)
PROTECTED = Text("dilindungi: mungkin milik anak", "protected: may be a child's")
HUB = Text("simpul ramai: sebagian ikatan tidak diikuti", "hub: some of its ties not followed")
ALERTED = Text("ada peringatan", "has an alert")
TITLE = Text("Jejak uang di sekitar satu akun", "Money paths around one account")


def column(hop: int, language: Language, *, narrow: bool = False) -> str:
    """The heading of a column; `narrow` leaves out the word for hops."""
    if hop == 0:
        return SUBJECT.say(language)
    way = Text("sebelum", "before") if hop < 0 else Text("sesudah", "after")
    count, said = abs(hop), way.say(language)
    if narrow:
        return f"{count} {said}"
    return Text(f"{count} langkah {said}", _hops(count, said)).say(language)


def _hops(count: int, way: str) -> str:
    return f"{count} hop{'' if count == 1 else 's'} {way}"


def sentence(network: Network) -> Text:
    """What the picture shows, for whoever does not see it."""
    before = sum(party.before is not None for party in network.parties[1:])
    after = sum(party.after is not None for party in network.parties[1:])
    passing = sum(party.passes_on for party in network.parties)
    came = sum(tie.amount_idr for tie in network.ties if tie.creditor == 1)
    went = sum(tie.amount_idr for tie in network.ties if tie.debtor == 1)
    told = Text(
        f"Dalam {network.limits.hops} langkah, uang dari {before} akun sampai ke akun ini "
        f"dan uangnya sampai ke {after} akun. Langsung masuk {rupiah(came, 'id')}, langsung "
        f"keluar {rupiah(went, 'id')}. {passing} akun meneruskan sedikitnya "
        f"{PASSED_ON_PERCENT} % uang yang masuk.",
        f"Within {_hops(network.limits.hops, '').strip()}, money of {before} accounts reached "
        f"this account and its money reached {after} accounts. Directly, {rupiah(came, 'en')} "
        f"came in and {rupiah(went, 'en')} went out. Accounts that passed on at least "
        f"{PASSED_ON_PERCENT} % of what came: {passing}.",
    )
    return Text(told.id + _left_out(network).id, told.en + _left_out(network).en)


def _left_out(network: Network) -> Text:
    """A sentence on what the limits cut; a space alone where they cut nothing."""
    if not network.left_out:
        return Text(" Tidak ada yang dipotong.", " Nothing was cut.")
    count = network.left_out
    return Text(
        f" {grouped(count, 'id')} ikatan lain tidak digambar karena batas jumlah "
        f"({network.limits.max_nodes} akun, {network.limits.hub_ties} ikatan per akun).",
        f" {grouped(count, 'en')} further ties are not drawn because of the limits "
        f"({network.limits.max_nodes} accounts, {network.limits.hub_ties} ties an account).",
    )


def role(party: Party) -> Text:
    """What the party is, in the order the picture decides its shape."""
    if party.subject:
        return (
            Text(f"{SUBJECT.id}, dilindungi", f"{SUBJECT.en}, protected")
            if (party.protected)
            else SUBJECT
        )
    if party.protected:
        return PROTECTED
    if party.end_point:
        return END_POINT
    return PASSES_ON if party.passes_on else PERSON


def tooltip(party: Party, language: Language) -> str:
    """What a pointer resting on a node is told. A child's account is told without amounts."""
    told = f"{party.number}: {short(party.token)}, {role(party).say(language)}"
    if party.protected:
        return told
    came, went = rupiah(party.received_idr, language), rupiah(party.sent_idr, language)
    return told + Text(f"; masuk {came}, keluar {went}", f"; in {came}, out {went}").say(language)
