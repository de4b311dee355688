"""What a form of the other doors says, as the channel understands it."""

from django.http import QueryDict

from jaga.casework import safe_contact
from jaga_web.channel.told import IDENTITY, Told


def told_from(given: QueryDict) -> Told:
    """The report as it was told; the channel checks its codes and lengths."""
    return Told(
        path=given.get("path", ""),
        safe_now=given.get("safe_now", ""),
        language=given.get("language", "id"),
        age_band=given.get("age_band", "") or "unknown",
        help_wanted=given.getlist("help_wanted"),
        words=given.get("words", ""),
        address=given.get("address", ""),
        safe_contact={rule.name: given.get(f"rule_{rule.name}", "") for rule in safe_contact.RULES},
        identity={name: given.get(f"identity_{name}", "") for name in IDENTITY},
    )
