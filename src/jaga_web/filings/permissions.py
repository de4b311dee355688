"""Who may do what with a filing. Each function is one rule; its message is what people read."""

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from jaga.errors import Refused
from jaga.words import Text
from jaga_web.access import FILINGS_APPROVE, FILINGS_DRAFT, require
from jaga_web.alerts import permissions as alert_permissions
from jaga_web.alerts.models import Alert
from jaga_web.filings.models import Filing
from jaga_web.people.models import User

NOT_YOURS = {
    Filing.LTKM: Text(
        "Hanya penyedia jasa, sebagai pihak pelapor, yang menyusun LTKM. Lembaga Anda dapat "
        "memberi informasi kepada PPATK.",
        "Only a provider, as a reporting party, drafts an LTKM. Your organisation may give "
        "information to PPATK.",
    ),
    Filing.INFORMATION: Text(
        "Formulir informasi hanya untuk lembaga swadaya masyarakat. Penyedia jasa melapor dengan "
        "LTKM.",
        "The information form is for non-governmental organisations. A provider reports with an "
        "LTKM.",
    ),
}


def check_kind(user: User, kind: str) -> None:
    """What an organisation may file follows from what it is."""
    if user.organisation.reports_as != kind:
        raise Refused(NOT_YOURS[kind])


def check_draft(user: User, alert: Alert) -> None:
    """Drafting is for people who may see the alert."""
    require(user, FILINGS_DRAFT)
    alert_permissions.check_same_organisation(user, alert)


def check_edit(user: User, filing: Filing) -> None:
    """Only drafts of one's own organisation change, and only of the right kind."""
    check_draft(user, filing.alert)
    check_kind(user, filing.kind)


def check_approve(user: User, filing: Filing) -> None:
    """The second person is another than whoever drafted it or edited it last."""
    require(user, FILINGS_APPROVE)
    alert_permissions.check_same_organisation(user, filing.alert)
    check_kind(user, filing.kind)
    if user.pk in (filing.drafted_by_id, filing.edited_by_id):
        raise PermissionDenied(_("Anda yang menyusun draf ini; orang lain yang mengesahkannya."))
