"""An invented run that tells of standings: one alert, another one, and some that came near.

Its pack sets the threshold and the shares of the terms, so rules may change theirs.
"""

import json
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from tests.web.alerts import fabricate

from jaga.screening import compose
from jaga.screening.export import STANDING_COLUMNS, _parquet, standing_row
from jaga.screening.measure import Firing
from jaga.screening.model import Typology
from jaga.screening.pack import DEFAULT, from_content
from jaga.screening.standing import Standing, scaled, standings, summary

NAME = "payer_many_receivers"
WHOLE = {term.indicator: {"percent": 100} for term in DEFAULT.typologies[NAME].terms}
# Every term counts in full, so that points can be dealt out to the point.
PACK = from_content({"name": "utuh", "typologies": {NAME: {"threshold": 70, "terms": WHOLE}}})
TYPOLOGY = PACK.typologies[NAME]
THRESHOLD = TYPOLOGY.threshold
START = datetime(2026, 10, 1, tzinfo=fabricate.WIB)
MONTH = 2026 * 12 + 9


def needed(typology: Typology = TYPOLOGY) -> str:
    """The indicator that the typology cannot do without."""
    return next(term.indicator for term in typology.terms if term.required)


def other(typology: Typology = TYPOLOGY) -> str:
    """The first of another family that can be left out."""
    family = PACK.indicators[needed()].family
    return next(
        term.indicator
        for term in typology.terms
        if not term.required and PACK.indicators[term.indicator].family != family
    )


def answer(day: int, indicator: str, points: int, account: int) -> Firing:
    """An answer that brings so many points."""
    at = int((START + timedelta(days=day)).timestamp())
    return Firing(indicator, account, MONTH, points, at, ())


def people() -> list[list[Firing]]:
    """Account 0 alerts on day 12 with 5 points to spare; 1 alerts high; 2 and 3 come near."""
    return [
        [
            answer(5, needed(), THRESHOLD - 20, 0),
            answer(9, other(), 10, 0),
            answer(12, other(), 25, 0),
        ],
        [answer(3, needed(), THRESHOLD + 20, 1), answer(4, other(), 10, 1)],
        [answer(3, needed(), THRESHOLD - 18, 2), answer(4, other(), 10, 2)],
        [answer(3, needed(), THRESHOLD - 15, 3), answer(4, other(), 10, 3)],
    ]


def found() -> tuple[Standing, ...]:
    """Standings of the four, down to half of the threshold."""
    low = replace(TYPOLOGY, threshold=scaled(THRESHOLD, 50))
    drawn = [compose.candidate(low, answers, PACK.indicators) for answers in people()]
    names = {n: fabricate.token(f"akun {n}") for n in range(len(drawn))}
    return standings([one for one in drawn if one], names, PACK)


def write(folder: Path, **changes) -> Path:
    """The run in `folder`; `changes` replaces parts of its manifest."""
    told = found()
    rows = [
        fabricate.alert(
            NAME,
            one.subject,
            keyed=False,
            alert_id=one.alert_id,
            version=one.version,
            score=one.points,
            first_fired_at=datetime.fromtimestamp(
                one.first_at(THRESHOLD) or 0, fabricate.WIB
            ).isoformat(),
        )
        for one in sorted(told, key=lambda s: s.points)
        if one.points >= THRESHOLD
    ]
    fabricate.write(folder, rows)
    content = _parquet(STANDING_COLUMNS, [standing_row(one) for one in told])
    (folder / "standings.parquet").write_bytes(content)
    file = folder / "manifest.json"
    manifest = json.loads(file.read_text())
    manifest |= {
        "since": "2026-10-01",
        "until": "2026-10-31",
        "parameters": PACK.told(),
        "config_sha256": PACK.sha256(),
        "standings": {"near_percent": 50, "typologies": summary(told, PACK)},
        **changes,
    }
    file.write_text(json.dumps(manifest))
    return folder
