"""Who paid whom: the sums and the drawing."""

from dataclasses import dataclass

from jaga_web.alerts.network import NetworkWords, Tie, neighbours, network_svg

SAY = NetworkWords(
    senders="masuk", receivers="keluar", subject="ini", others="+ {count}",
    billion="M", million="jt", thousand="rb", decimal=",",
)  # fmt: skip


@dataclass
class Paid:
    debtor: str
    creditor: str
    amount_idr: int


def test_sums_by_the_other_side_largest_first():
    paid = [Paid("a", "s", 10), Paid("b", "s", 30), Paid("a", "s", 15), Paid("s", "a", 7)]
    around = neighbours("s", [*paid, Paid("x", "y", 1)])
    assert around.senders == (Tie("b", 30, 1), Tie("a", 25, 2))
    assert around.receivers == (Tie("a", 7, 1),)
    assert around.elsewhere == 1


def test_more_than_ten_are_counted_and_not_drawn():
    around = neighbours("s", [Paid(f"p{n}", "s", n + 1) for n in range(13)])
    drawn = network_svg("s", around, SAY, narrow=False, label="")
    assert drawn.count('class="tie-in"') == 10
    assert "+ 3" in drawn


def test_what_it_draws_is_escaped():
    around = neighbours("s", [Paid('<b>"&', "s", 1)])
    drawn = network_svg("s", around, SAY, narrow=True, label='"><script>')
    assert "<b>" not in drawn
    assert "<script>" not in drawn


def test_money_in_short_words():
    amounts = (0, 999, 1_000, 1_250_000, 99_960, 12_000_000, 3_400_000_000)
    assert [SAY.money(amount) for amount in amounts] == [
        "Rp 0", "Rp 999", "Rp 1 rb", "Rp 1,3 jt", "Rp 100 rb", "Rp 12 jt", "Rp 3,4 M",
    ]  # fmt: skip
