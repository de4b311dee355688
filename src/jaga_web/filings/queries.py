"""Reads of filings. Every one starts from what this person may know of."""

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from jaga_web.access import FILINGS_VIEW
from jaga_web.filings.models import Filing
from jaga_web.people.models import User
from jaga_web.people.scope import within

READ_FILING = "filings.read"


def visible(user: User) -> QuerySet[Filing]:
    """The filings of this person's organisation and regions; none without the permission."""
    rows = within(user, Filing.objects.all(), region="alert__region")
    rows = rows if user.may(FILINGS_VIEW) else rows.none()
    return rows.select_related("alert", "organisation", "drafted_by", "edited_by", "approved_by")


def listed(user: User, state: str) -> QuerySet[Filing]:
    """The visible filings in `state`; all of them when it is empty."""
    rows = visible(user)
    return rows.filter(state=state) if state else rows


def empty_words(state: str) -> str:
    """What an empty list says."""
    if state:
        return _("Tidak ada laporan dalam keadaan ini.")
    return _("Belum ada laporan. Mulailah dari halaman peringatan yang terkonfirmasi.")
