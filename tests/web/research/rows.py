"""Who may open what in research; see tests/web/matrix.py."""

from tests.web.matrix import Row, roles
from tests.web.research import targets

KEEPERS = roles("researcher")
PUBLISHERS = roles("data_protection_officer", "supervisor")
COLLECTORS = roles("young_researcher")


def keeper(url: str, make: object = None, shows: str = "/research/", **options: object) -> Row:
    """A form of researchers: back to a page of research when it is done."""
    target = targets.number_of(make) if make else None
    return Row(
        url,
        shows,
        KEEPERS,
        **{"method": "POST", "status": 302, "target": target, **options},  # type: ignore[arg-type]
    )


def publisher(url: str, **options: object) -> Row:
    target = targets.number_of(targets.asked)
    return Row(
        url,
        "/research/publishing/",
        PUBLISHERS,
        **{"method": "POST", "status": 302, "target": target, **options},  # type: ignore[arg-type]
    )


EXPORT = targets.number_of(targets.export)
TABLE = targets.number_of(targets.table)
FEW = targets.number_of(targets.few)
UNTIL = {"keep_until": targets.soon().isoformat()}

ROWS = (
    Row("research:list", "Unggah kuesioner", KEEPERS),
    Row("research:planner", "Efek rancangan", KEEPERS),
    Row("research:add", "Unggah dan periksa", KEEPERS),
    keeper("research:add", shows="lembar kerja XLSX", status=400),
    Row(
        "research:page",
        "Temuan pada kuesioner",
        KEEPERS,
        target=targets.number_of(targets.questionnaire),
    ),
    keeper("research:remove", targets.questionnaire),
    keeper("research:ask", targets.questionnaire, data=UNTIL),
    keeper("research:close", targets.opened),
    Row(
        "research:export_add",
        "Ekspor tanpa media",
        KEEPERS,
        target=targets.number_of(targets.questionnaire),
    ),
    keeper("research:export_add", targets.questionnaire, "lembar kerja XLSX", status=400),
    Row("research:export", "Pewawancara dan kembaran", KEEPERS, target=EXPORT),
    keeper("research:export", shows="/research/tables/", target=EXPORT, data=targets.DESIGN),
    keeper("research:export_erase", target=EXPORT),
    Row("research:collection", "Jawaban terkumpul", KEEPERS, target=FEW),
    keeper(
        "research:collection", shows="dua baris", status=400, target=FEW, data={"measure": "tahu"}
    ),
    Row("research:table", "Bagaimana dihitung", KEEPERS, target=TABLE),
    Row("research:table_chart", "graphics-symbol", KEEPERS, target=TABLE),
    keeper("research:download", shows="measure_id,measure", status=200, target=TABLE),
    keeper("research:collection_erase", targets.few),
    Row("research:publishing", "Bacalah seperti responden", PUBLISHERS),
    Row(
        "research:publishing_page",
        "Yang dibaca responden",
        PUBLISHERS,
        target=targets.number_of(targets.asked),
    ),
    publisher("research:publish"),
    publisher("research:send_back", data={"reason": targets.REASON}),
    Row("research:collect", "Satu responden sekali duduk", COLLECTORS),
    Row(
        "research:sit", "Apakah kamu bersedia", COLLECTORS, target=targets.number_of(targets.opened)
    ),
    Row(
        "research:sit",
        "/over/stopped/",
        COLLECTORS,
        method="POST",
        status=302,
        target=targets.number_of(targets.opened),
        data={"go": "stop"},
    ),
    Row(
        "research:over",
        "Tidak ada yang disimpan",
        COLLECTORS,
        target=lambda organisation: {
            "number": targets.opened(organisation).pk,
            "why": "stopped",
        },
    ),
)
