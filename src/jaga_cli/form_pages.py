"""The reference page of the form lint: its rules, and planted faults beside pyxform alone."""

from collections.abc import Iterable

from jaga.surveys import lint
from jaga.surveys.forms import Form
from jaga.surveys.lint import planted
from jaga.surveys.lint.model import Rule
from jaga.surveys.lint.pyxform_refuses import refusal, warnings


def form_lint() -> str:
    """Each rule with its source, then a table of planted faults, by running both on each."""
    return (
        "# Form lint\n\n"
        "What `jaga survey lint` asks of a questionnaire. *Guards* means that a finding keeps a "
        "form from young\nresearchers, also when it only warns; errors always do.\n\n"
        + _table(
            ("rule", "severity", "guards", "what", "why", "source"), map(_rule, lint.RULES.values())
        )
        + "\n## Planted faults\n\n"
        + _planted()
    )


def _rule(rule: Rule) -> tuple[str, ...]:
    sources = "; ".join(f"{s.publisher}, *{s.title}*: {s.locator}" for s in rule.sources)
    guards = "yes" if rule.guards else "no"
    title = f"{rule.title.en}. *{rule.title.id}.*"
    return (f"`{rule.id}`", rule.severity, guards, title, rule.why.en, sources)


def _planted() -> str:
    rows = [_row(fault) for fault in planted.PLANTED]
    alone = sum(row[2] == "refused" for row in rows)
    warned = sum(row[2].startswith("warned") for row in rows)
    ours = sum(row[3].startswith("found") for row in rows)
    sound = planted.sound()
    silent = refusal(sound) is None and not lint.findings(sound)
    return (
        f"One sound form, and the same with one fault at a time: {len(rows)} faults. pyxform alone "
        f"(without ODK Validate,\nwhich needs Java) refuses {alone} and warns of {warned} more; "
        f"Jaga finds {ours}, each by the rule meant for it.\nOf the sound form "
        f"{'both say nothing' if silent else 'something is said'}.\n\n"
        + _table(("planted fault", "", "pyxform alone", "Jaga", "where"), rows)
    )


def _row(fault: planted.Planted) -> tuple[str, ...]:
    form = planted.form(fault)
    alone = "missed"
    if refusal(form) is not None:
        alone = "refused"
    elif warned := set(warnings(form)) - set(warnings(planted.sound())):
        alone = f"warned: “{min(warned).partition('.')[0]}”"
    ours, where = _found(form, fault.rule)
    return (fault.words.en, f"*{fault.words.id}*", alone, ours, where)


def _found(form: Form, rule: str) -> tuple[str, str]:
    found = [one for one in lint.findings(form) if one.rule == rule]
    if not found:
        return "missed", ""
    first = found[0]
    column = f" `{first.column}`" if first.column else ""
    return f"found: `{rule}`", f"{first.sheet} {first.row}{column}"


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [head, tuple("---" for _ in head), *rows]
    return "".join("| " + " | ".join(line) + " |\n" for line in lines)
