"""The page of a report that its six words opened."""

from django.http import HttpResponse

from jaga_web.channel import queries, words
from jaga_web.channel import reporter_actions as actions
from jaga_web.channel.form_tokens import Stale
from jaga_web.channel.models import Report
from jaga_web.channel.pages import Visit


def found(number: int, mark: str) -> Report:
    """The report a page was opened for. Raises Stale when it ended since."""
    report = queries.living(number, mark)
    if report is None:
        raise Stale
    return report


def of_page(visit: Visit, act: str = "act") -> tuple[Report, str]:
    """The report behind an opened page, and its mark. Raises Forged, Stale or Busy."""
    form = visit.form("opened")
    visit.limited(form, act)
    mark = form.state["mark"]
    return found(form.state["report"], mark), mark


def state_of(report: Report, mark: str) -> tuple[str, dict[str, object]]:
    """What an opened page carries."""
    return "opened", {"report": report.pk, "mark": mark}


def draw_status(
    visit: Visit, report: Report, mark: str, note: str = "", error: str = "", typed: str = ""
) -> HttpResponse:
    """How far it is, what was said, and what one may do."""
    actions.look(report=report)
    content = {
        "report": report,
        "status": words.STATUS[report.status],
        "said": queries.messages_of(report),
        "note": note,
        "error": error,
        "typed": typed,
        "friend": report.path == Report.FRIEND,
    }
    form = state_of(report, mark)
    return visit.draw("status", content, form=form, status=400 if error else 200)
