"""numbers.json: the register of numbers for machines, attached to the PDF and written beside it.

    {"report": {"title", "year", "invented", "organisation", "facts_sha256", "made_with"},
     "facts": [{"id", "shown", "reason": {"id", "en"}, …}], "findings": […]}

Of a withheld fact nothing stands there that its verdict withholds: no value, base or place of a
single case, and no finding that speaks of it.
"""

import json
from typing import Any, Final

from jaga import __version__
from jaga.report.setting import Figure, Setting
from jaga.words import Text

# What may be told of a withheld fact; of a single case only the first two.
OF_A_CASE: Final = ("section", "pillar")
OF_WITHHELD: Final = (*OF_A_CASE, "programme", "partner", "measure", "measure_id", "period")
OF_SHOWN: Final = (
    *OF_WITHHELD,
    "value", "unit", "k", "n", "base", "base_id", "place", "place_code", "kind", "qualifier",
    "method", "low", "high", "level", "deff", "weighted", "query", "query_hash", "source",
    "source_url", "retrieved_on",
)  # fmt: skip


def numbers_json(setting: Setting, facts_sha256: str, title: Text) -> str:
    """The register as JSON text, the same in both languages and for the same facts.

    `facts_sha256` is of the shown facts alone (`build.shown_sha256`).
    """
    content = {
        "report": {
            "title": _both(title),
            "year": setting.year,
            "organisation": setting.narrative.organisation,
            "invented": setting.narrative.invented,
            "facts_sha256": facts_sha256,
            "made_with": f"Jaga {__version__}",
        },
        "facts": [_figure(one) for one in setting.figures],
        "findings": [
            {
                "anchor": one.anchor,
                "kind": one.finding.kind,
                "facts": list(one.fact_ids),
                "words": _both(one.finding.words),
                "suggestion": _both(one.finding.suggestion),
            }
            for one in setting.corrections
        ],
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def _figure(figure: Figure) -> dict[str, Any]:
    fact = figure.fact
    names = OF_SHOWN if figure.shown else OF_A_CASE if fact.kind == "case" else OF_WITHHELD
    return {
        "id": fact.id,
        "anchor": figure.anchor,
        "shown": figure.shown,
        "reason": _both(figure.verdict.reason),
        "corrections": list(figure.corrections),
        **{name: value for name in names if (value := getattr(fact, name)) not in ("", None)},
    }


def _both(text: Text) -> dict[str, str]:
    return {"id": text.id, "en": text.en}
