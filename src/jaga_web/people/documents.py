"""The reference page of roles, from the roles themselves."""

from django.utils import translation

from jaga_web.access import PERMISSIONS
from jaga_web.people.roles import ROLES


def roles_page() -> str:
    """Markdown in English with the Indonesian titles, one section for each role."""
    with translation.override("id"):
        titles = {name: str(role.title) for name, role in ROLES.items()}
    with translation.override("en"):
        sections = [
            f"## {role.title} ({titles[name]}, `{name}`)\n\n{role.sentence}\n\n"
            + "".join(f"- {PERMISSIONS[given]} (`{given}`)\n" for given in role.permissions)
            for name, role in ROLES.items()
        ]
    return (
        "# Roles\n\nA person may hold several roles. What a role opens is limited to the person's"
        " own organisation and regions. The administrator's role cannot be combined with one that"
        " reads alerts or cases, nor the analyst's or the supervisor's with one that serves people"
        " directly (a report to PPATK must not become known there), and nobody confirms their own"
        " decision.\n\n" + "\n".join(sections)
    )
