"""Whether young researchers may take a form to their peers: only one that is safe for children."""

from dataclasses import dataclass

from jaga.surveys.forms import Form
from jaga.surveys.lint import Finding, findings
from jaga.words import Text


@dataclass(frozen=True)
class Verdict:
    """`passes`, why in words, and the findings that stand in the way (none when it passes)."""

    passes: bool
    words: Text
    blocking: tuple[Finding, ...]


def verdict(form: Form) -> Verdict:
    """A form passes without any error and without any finding of a rule that guards children.

    Warnings of other rules do not stand in the way.
    """
    blocking = tuple(one for one in findings(form) if one.severity == "error" or one.guards)
    if not blocking:
        return Verdict(
            True,
            Text("Formulir ini boleh diterbitkan.", "This form may be published."),
            (),
        )
    return Verdict(
        False,
        Text(
            "Formulir ini belum boleh diterbitkan: {n} hal perlu diperbaiki dulu.",
            "This form may not be published yet: {n} things need mending first.",
        ).filled(n=len(blocking)),
        blocking,
    )
