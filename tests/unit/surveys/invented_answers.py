"""Invented answers to invented forms, written as each platform would export them."""

import csv
import io
import zipfile

from jaga.surveys.forms import Form

PEOPLE = "uuid:00000000-0000-4000-8000-{:012d}"


def text(rows, separator=","):
    """Rows as CSV."""
    buffer = io.StringIO()
    csv.writer(buffer, delimiter=separator, lineterminator="\r\n").writerows(rows)
    return buffer.getvalue().encode()


def odk(form: Form, people, *, split=True, whole=True, groups=True, **meta) -> bytes:
    """As ODK Central: groups joined by `-`, split choices 0 unless chosen, asked or not."""
    nodes = [node for node in form.questions if not form.repeat_of(node)]
    head, cells = [], [[] for _ in people]
    for node in nodes:
        name = "-".join([*node.parents, node.name] if groups else [node.name])
        several = node.kind == "select_multiple"
        if not several or whole:
            head.append(name)
            for line, person in zip(cells, people, strict=True):
                line.append(person.get(node.name, ""))
        for choice in form.choices_of(node) if several and split else ():
            head.append(f"{name}/{choice.name}")
            for line, person in zip(cells, people, strict=True):
                line.append("1" if choice.name in person.get(node.name, "").split() else "0")
    extra = {"KEY": [PEOPLE.format(n) for n in range(len(people))]}
    extra |= {name: list(values) for name, values in meta.items()}
    extra.setdefault("FormVersion", [form.version] * len(people))
    rows = [["SubmissionDate", *head, *extra]]
    for number, line in enumerate(cells):
        rows.append(["2026-11-02T08:00:00Z", *line, *(values[number] for values in extra.values())])
    return text(rows)


def kobo(form: Form, people, *, shape="both", labels="", version="vA1") -> bytes:
    """As KoboToolbox: groups joined by `/`, `;` between cells, nothing where nothing was said."""
    nodes = [node for node in form.questions if not form.repeat_of(node)]

    def shown(row, name):
        return (
            next((w for lang, w in row.labels.items() if lang == labels), name) if labels else name
        )

    head, cells = [], [[] for _ in people]
    for node in nodes:
        name = shown(node, "/".join([*node.parents, node.name]))
        names = {choice.name: shown(choice, choice.name) for choice in form.choices_of(node)}
        several = node.kind == "select_multiple"
        if not several or shape in ("both", "summary"):
            head.append(name)
            for line, person in zip(cells, people, strict=True):
                words = (
                    person.get(node.name, "").split(" ") if names else [person.get(node.name, "")]
                )
                line.append(" ".join(names.get(word, word) for word in words))
        for choice in names if several and shape in ("both", "details") else ():
            head.append(f"{name}/{names[choice]}")
            for line, person in zip(cells, people, strict=True):
                given = person.get(node.name, "").split()
                line.append(str(int(choice in given)) if given else "")
    rows = [
        [*head, "_id", "_uuid", "_submission_time", "_validation_status", "__version__", "_index"]
    ]
    for number, line in enumerate(cells, start=1):
        rows.append(
            [*line, number, f"{version}-{number}", "2026-11-02T08:00:00", "", version, number]
        )
    return text(rows, ";")


def archive(parts) -> bytes:
    """A ZIP of files."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as new:
        for name, data in parts.items():
            new.writestr(name, data)
    return buffer.getvalue()
