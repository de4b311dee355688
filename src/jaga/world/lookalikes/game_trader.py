"""A trader of game credits and items: small payments in and out at night."""

from jaga.world.innocent import buy_stock, collect, pay_out
from jaga.world.people import People
from jaga.world.randomness import Array
from jaga.world.scene import LookAlike, Parameter, Parameters, Scene

P = Parameters((
    Parameter("monthly", (15, 70), "payments", "buyers from all over the country"),
    Parameter("median", (15_000, 150_000), "rupiah", "credits, skins, accounts"),
    Parameter("moved", 0.75, "share", "to suppliers and the own bank account within hours"),
    Parameter("stock", (6, 20), "payments a month", "credits bought from game firms"),
))  # fmt: skip


def eligible(people: People) -> Array:
    """Young people, some of them minors."""
    return people.between(16, 32).astype(float)


def draw(scene: Scene, subjects: Array) -> None:
    """Young buyers, night hours, quick turnover."""
    people = scene.people
    buyers = people.wallet_of(people.where(people.between(12, 30)))
    rows = collect(scene, subjects, P, "night", pool=buyers, round_share=0.7)
    pay_out(scene, rows, P.of("moved").high, hours=5, cash=0.1)
    buy_stock(scene, subjects, "game", P, median=180_000)


PATTERN = LookAlike(
    name="game_trader",
    parameters=P,
    eligible=eligible,
    draw=draw,
)
