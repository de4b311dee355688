"""Wrong, expired and unknown receipts side by side: status, length, and time over many tries.

    .venv/bin/python bench/receipt_oracle.py [TRIES]

Runs in a folder of its own, in one process, in shuffled order. It prints medians, and for each pair
of sorts the Mann-Whitney and the Kolmogorov-Smirnov test: a small p would mean that time tells the
sorts apart. Time is printed and never judged: tests/web/channel/test_receipt_oracle.py holds what
can be held exactly (status, length, one Argon2id each, the same queries).
"""

import os
import random
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from datetime import timedelta
from itertools import combinations
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / "src"), str(ROOT)]
TRIES = 2000
EXPIRED_REPORTS = 50
SORTS = ("wrong", "expired", "unknown")


def set_up(folder: str) -> None:
    """An empty installation with one NGO, and buckets that never run dry."""
    os.environ |= {"JAGA_DATA_DIR": folder, "DJANGO_SETTINGS_MODULE": "jaga_web.settings"}
    os.environ.pop("JAGA_DATABASE_URL", None)
    import django

    django.setup()
    from django.conf import settings
    from django.core.management import call_command

    from jaga_web.channel import limits
    from jaga_web.people.models import Organisation

    settings.ALLOWED_HOSTS = ["testserver"]
    limits.WIDE["code"] = limits.PER_PAGE = limits.Rate(10**9, 1)
    call_command("migrate", verbosity=0)
    Organisation.objects.create(name="Lembaga Contoh", kind="ngo")


def reports(number: int) -> list[str]:
    """The codes of this many invented reports that live."""
    from jaga_web.channel.queries import receiver
    from jaga_web.channel.reporter_actions import arrive
    from jaga_web.channel.told import Told

    told = Told(path="me", safe_now="yes", help_wanted=["listen"], words="rekaan, UJI")
    return [
        " ".join(arrive(told=told, organisation=receiver(), form=f"{number}-{n}")[1])
        for n in range(number)
    ]


def codes(sort: str, living: list[str], expired: list[str]) -> str:
    """A code of this sort: one word of a living one changed; an expired one; none at all."""
    from jaga.casework.receipt import draw

    if sort == "unknown":
        return " ".join(draw())
    if sort == "expired":
        return random.choice(expired)
    words = random.choice(living).split()
    return " ".join([*words[:5], draw()[0]])


def measure(tries: int) -> dict[str, list[tuple[int, int, float]]]:
    """Status, length and milliseconds of each try, sort by sort, in shuffled order."""
    from django.test import Client
    from django.utils import timezone
    from tests.web.channel.visitor import FIELD

    from jaga_web.channel.models import Report

    expired = reports(EXPIRED_REPORTS)
    Report.objects.update(expires_at=timezone.now() - timedelta(hours=1))
    living = reports(EXPIRED_REPORTS + 1)
    client, seen = Client(), defaultdict(list)
    token = FIELD.search(client.get("/lapor/balasan/").content.decode()).group(1)
    order = random.Random(1).choices(SORTS, k=tries)
    for sort in order:
        data = {"form": token, "code": codes(sort, living, expired)}
        start = time.perf_counter()
        answer = client.post("/lapor/balasan/", data)
        took = 1000 * (time.perf_counter() - start)
        seen[sort].append((answer.status_code, len(answer.content), took))
    return seen


def lines(seen: dict[str, list[tuple[int, int, float]]]) -> Iterator[str]:
    """What is printed."""
    from scipy.stats import ks_2samp, mannwhitneyu

    times = {sort: [row[2] for row in rows] for sort, rows in seen.items()}
    for sort in SORTS:
        statuses, lengths = ({row[n] for row in seen[sort]} for n in (0, 1))
        tenths = statistics.quantiles(times[sort], n=10)
        yield (
            f"{sort:8} {len(times[sort]):5} tries  status {sorted(statuses)}  "
            f"bytes {sorted(lengths)}  median {statistics.median(times[sort]):.2f} ms  "
            f"(10–90 %: {tenths[0]:.2f}–{tenths[-1]:.2f})"
        )
    for one, other in combinations(SORTS, 2):
        rank = mannwhitneyu(times[one], times[other]).pvalue
        shape = ks_2samp(times[one], times[other]).pvalue
        yield f"{one} / {other}: Mann-Whitney p {rank:.3f}, Kolmogorov-Smirnov p {shape:.3f}"


def main() -> None:
    """Print the comparison."""
    tries = int(sys.argv[1]) if len(sys.argv) > 1 else TRIES
    with tempfile.TemporaryDirectory() as folder:
        set_up(folder)
        for line in lines(measure(tries)):
            print(line)


if __name__ == "__main__":
    main()
