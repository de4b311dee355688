"""The reference page of reports to PPATK: the pack's conventions and codes, and every file."""

from jaga.fiu import parties, reporter
from jaga.fiu.decision import FORMAT
from jaga.fiu.pack import Pack, read_pack


def fiu_page() -> str:
    """Markdown: each convention with its source and how surely we know it, then the codes."""
    pack = read_pack("ppatk")
    return (
        "# Reports to PPATK\n\n"
        "How to write one: [report to PPATK](../../how-to/report-to-ppatk.md). The pack is "
        f"`{pack.name}` as of its file; a pack of your own begins with `extends = "
        f'"{pack.name}"`.\n\n## Conventions\n\n'
        + _table(
            ("convention", "what PPATK expects", "what Jaga does", "source", "how sure"),
            [
                (one.name, one.says, one.followed, one.source, one.confidence)
                for one in pack.conventions
            ],
        )
        + "\n*secondary*: read in a third party's code or document. *public xsd*: read in the "
        "public schema. *own*: our own choice; ask PPATK before filing.\n\n## Codes\n\n"
        "PPATK's own code first, then what stands in for it where a schema does not know it.\n\n"
        + _table(("list", "meaning", "codes"), _codes(pack))
        + "\n## Files\n\n"
        f"**Parties** (`--parties`, CSV or TOML with one `[[party]]` each): {_names(parties)}.\n\n"
        f"**Reporter** (`--reporter`, TOML): {_names(reporter)}.\n\n"
        f"**Decision** (`--decision`, JSON, format `{FORMAT}`): `alert_id`, `outcome`, "
        "`proposed_by_role`, `approved_by_role`, `approved_at`, `age_checked`, "
        "`evidence_sha256`. The site exports it.\n"
    )


def _codes(pack: Pack) -> list[tuple[str, ...]]:
    return [
        (listed, meaning, ", ".join(f"`{code}`" for code in pack.candidates(listed, meaning)))
        for listed in pack.codes
        for meaning in pack.meanings(listed)
    ]


def _names(module: object) -> str:
    return ", ".join(f"`{name}`" for name in vars(module)["COLUMNS"])


def _table(head: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    lines = [head, tuple("---" for _ in head), *rows]
    return "".join("| " + " | ".join(line) + " |\n" for line in lines)
