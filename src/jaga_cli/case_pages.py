"""Generated pages about case work: the steps with their diagram, the forms with their reasons."""

from jaga.casework import forms, services, steps
from jaga.casework.steps import Row

WHO = {
    "holder": "who holds the case, or leads those who do",
    "another": "a second person: neither the holder nor who asked",
    "approver": "anybody who approves",
}


def case_steps() -> str:
    """The six steps, what leads from one to the next, and the services a plan may name."""
    parts = [
        "# Steps of a case\n\nWhat is not in this table is not allowed. It is held by "
        "`jaga.casework.steps.refusals` and tried by `tests/unit/casework/test_steps.py`.\n",
        "```mermaid\n" + _diagram() + "```\n",
        "Thick arrows are the ordinary way; thin ones lead back, to an early end or open again.\n",
        "## The steps\n\n" + _lines(("step", "for"), [
            (f"{one.title.en}. *{one.title.id}*", one.purpose.en) for one in steps.STEPS.values()
        ]),
        "## The transitions\n\n" + "\n".join(map(_row, steps.ROWS)),
        "## The evidence\n\n" + _lines(("evidence", "said while it lacks"), [
            (f"`{one.id}`", f"{one.lacking.en} *{one.lacking.id}*")
            for one in steps.EVIDENCE.values()
        ]),
        "## The services\n\n" + _lines(("code", "service", "meaning", "source", "evidence"), [
            (f"`{one.code}`", f"{one.title.en}. *{one.title.id}*", one.meaning.en, one.source,
             one.evidence)
            for one in services.SERVICES.values()
        ]),
    ]  # fmt: skip
    return "\n".join(parts)


def case_forms() -> str:
    """Every question of every section, with why it is asked."""
    parts = [
        f"## {of.title.en}. *{of.title.id}*\n\n{of.note.en}\n\n"
        + _lines(("question", "answer", "needed", "kept as", "why it is asked"), [
            (f"{one.label.en}. *{one.label.id}*", one.choices or one.type,
             "yes" if one.needed else "no", "sealed" if one.klass == "identity" else "code",
             one.why.en)
            for one in forms.questions(of.id)
        ])
        for of in forms.SECTIONS.values()
    ]  # fmt: skip
    return "# Forms of a case\n\nNo question asks what happened.\n\n" + "\n".join(parts)


def _diagram() -> str:
    lines = ["flowchart TD"]
    lines += [
        f'  {one.id}["{number}. {one.title.en}"]'
        for number, one in enumerate(steps.STEPS.values(), 1)
    ]
    lines += [f'  {steps.CLOSED}(["Closed"])']
    lines += [
        f"  {row.before} {'==>' if row.forward else '-->'}|{row.title.en}| {row.after}"
        for row in steps.ROWS
    ]
    return "\n".join(lines) + "\n"


def _row(row: Row) -> str:
    evidence = ", ".join(f"`{name}`" for name in row.evidence)
    return (
        f"### {row.title.en}: {row.before} to {row.after}\n\n{row.sentence.en} "
        f"*{row.sentence.id}*\n\n- by: {WHO[row.who]} (`{row.permission}`)\n"
        f"- needs: {evidence}\n- source: {row.source}\n"
    )


def _lines(head: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    found = [head, tuple("---" for _ in head), *rows]
    return "".join("| " + " | ".join(cells) + " |\n" for cells in found)
