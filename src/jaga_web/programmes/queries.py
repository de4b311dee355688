"""Reads of activities, each within the person's organisation."""

from django.db.models import Exists, OuterRef, QuerySet

from jaga.programmes import places
from jaga.programmes.activities import Activity as Facts
from jaga.programmes.activities import Count
from jaga_web.access import PROGRAMMES_VIEW
from jaga_web.people.models import Organisation, User
from jaga_web.people.scope import within
from jaga_web.programmes.models import Activity, Version


def newest(organisation: Organisation) -> QuerySet[Version]:
    """The version that holds of each activity, cancelled ones too, the latest activity first."""
    later = Version.objects.filter(activity=OuterRef("activity"), number__gt=OuterRef("number"))
    rows = Version.objects.filter(~Exists(later), activity__organisation=organisation)
    return rows.select_related("activity")


def current(user: User) -> QuerySet[Version]:
    """The activities this person may see, as they stand."""
    rows = newest(user.organisation)
    return rows if user.may(PROGRAMMES_VIEW) else rows.none()


def activities(user: User) -> QuerySet[Activity]:
    """The same activities, to be found by number."""
    rows = within(user, Activity.objects.all())
    return rows if user.may(PROGRAMMES_VIEW) else rows.none()


def history(activity: Activity) -> list[Version]:
    """Every version, the newest first."""
    return list(activity.versions.select_related("by").order_by("-number"))


def years(user: User) -> list[int]:
    """The years in which activities began, newest first."""
    days = current(user).order_by("-starts_on").values_list("starts_on", flat=True)
    return list(dict.fromkeys(day.year for day in days))


def known_names(user: User) -> tuple[list[str], list[str]]:
    """The programmes and the partners that were named before, to be offered again."""
    rows = current(user).order_by().values_list("programme", "partners")
    programmes = {programme for programme, _partners in rows}
    partners = {name for _programme, named in rows for name in named}
    return sorted(programmes), sorted(partners)


def facts_of(version: Version) -> Facts:
    """A version as the core reads it."""
    return Facts(
        code=version.activity.code,
        title=version.title,
        programme=version.programme,
        pillar=version.pillar,
        starts_on=version.starts_on,
        ends_on=version.ends_on,
        partners=tuple(version.partners),
        places=tuple(places.of_text(text) for text in version.places),
        counts=tuple(Count(*cells) for cells in version.counts),
    )


def for_figures(organisation: Organisation) -> list[Facts]:
    """Every activity that was held, for the figures of the year alone: they have a door of their
    own for small counts."""
    rows = newest(organisation).filter(is_cancelled=False).order_by("activity__code")
    return [facts_of(version) for version in rows]
