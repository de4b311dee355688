"""`jaga survey plan`: how many people to ask."""

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

from jaga.errors import WrongUsage
from jaga.words import Text
from jaga_cli import given
from jaga_cli.helping import option
from jaga_cli.terminal import language, out, say

if TYPE_CHECKING:
    from jaga.surveys.planner import Size


def plan(
    margin: Annotated[
        float | None,
        option("batas galat yang diinginkan, poin persen", "margin wanted, in percentage points"),
    ] = None,
    clusters: Annotated[
        int | None,
        option("sebaliknya: jumlah klaster yang dapat didatangi",
               "the other way: how many clusters can be visited"),
    ] = None,
    per_cluster: Annotated[
        float, option("wawancara selesai per klaster", "completed interviews in a cluster")
    ] = 1.0,
    icc: Annotated[
        float,
        option("seberapa mirip jawaban sesama klaster, 0–1",
               "how alike people of one cluster answer, 0–1"),
    ] = 0.0,
    proportion: Annotated[
        float, option("proporsi yang diduga, persen", "proportion expected, in per cent")
    ] = 50.0,
    population: Annotated[
        int | None, option("jumlah orang dalam populasi", "people in the population")
    ] = None,
    response: Annotated[
        float, option("bagian yang akan menjawab, persen", "share who will answer, in per cent")
    ] = 100.0,
    level: Annotated[
        float, option("tingkat keyakinan, persen", "confidence level, in per cent")
    ] = 95.0,
    as_json: given.AsJson = False,
) -> None:  # fmt: skip
    """How many people to ask for a margin; or the margin of the clusters there are."""
    from jaga.surveys import planner

    if (margin is None) == (clusters is None):
        raise WrongUsage(
            Text("Beri --margin atau --clusters, salah satu.", "Give --margin or --clusters, one.")
        )
    wish = planner.Wish(
        proportion=proportion / 100, level=level / 100, icc=icc, per_cluster=per_cluster,
        population=population, response=response / 100,
    )  # fmt: skip
    if clusters is None:
        size = planner.for_margin(wish, (margin or 0.0) / 100)
    else:
        size = planner.for_clusters(wish, clusters)
    if as_json:
        out.print(json.dumps(asdict(size)), markup=False)
    else:
        _tell(size)


def _tell(size: "Size") -> None:
    say(f"Efek rancangan: {_decimal(size.deff)}", f"Design effect: {_decimal(size.deff)}")
    if size.clusters is not None:
        say(f"Klaster: {size.clusters}", f"Clusters: {size.clusters}")
    say(f"Wawancara: {size.interviews}", f"Interviews: {size.interviews}")
    say(f"Orang yang ditanya: {size.asked}", f"People to ask: {size.asked}")
    effective = round(size.effective)
    say(
        f"Setara dengan sampel acak sederhana sebesar {effective}",
        f"Tells as much as a simple random sample of {effective}",
    )
    reached = _decimal(size.margin * 100)
    say(f"Batas galat: ±{reached} poin persen", f"Margin: ±{reached} percentage points")


def _decimal(number: float) -> str:
    text = f"{number:.2f}"
    return text.replace(".", ",") if language() == "id" else text
