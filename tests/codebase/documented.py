"""What must be documented is, and what the documents point at is there."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.codebase.tree import files

LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
NAMED_FILE = re.compile(r"`((?:src|tests|docs|bench|scripts|requirements)/[\w./*-]+)`")
NAMED_CODE = re.compile(r"`(jaga(?:_web|_cli)?(?:\.[A-Za-z_]\w*)+)`")
NAMED_TEST = re.compile(r"`((?:tests)/[\w/]+\.py)::(\w+)`")


def undocumented(root: Path) -> list[str]:
    """Public functions and classes of the core without a docstring."""
    found = []
    for path in files(root / "src" / "jaga", ".py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for node in _public(tree):
            if ast.get_docstring(node) is None:
                found.append(f"{path.relative_to(root)}:{node.lineno} {node.name}")
    return found


def _public(tree: ast.Module) -> Iterator[ast.FunctionDef | ast.ClassDef]:
    """Top-level names without a leading underscore, and the public methods of such classes."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            yield node
            if isinstance(node, ast.ClassDef):
                yield from (
                    method
                    for method in node.body
                    if isinstance(method, ast.FunctionDef) and not method.name.startswith("_")
                )


def broken_links(root: Path) -> list[str]:
    """Relative links of Markdown files that lead nowhere."""
    found = []
    for path in files(root, ".md"):
        text = _without_code(path.read_text(encoding="utf-8"))
        for target in LINK.findall(text):
            if "://" in target or target.startswith("mailto:"):
                continue
            name, _, anchor = target.partition("#")
            place = (path.parent / name).resolve() if name else path
            if not place.exists() or (anchor and anchor not in _anchors(place)):
                found.append(f"{path.relative_to(root)}: {target}")
    return found


def _without_code(text: str) -> str:
    return re.sub(r"```.*?```", "", text, flags=re.DOTALL)


def _anchors(path: Path) -> set[str]:
    """Anchors as the usual renderers make them: lower case, punctuation out, spaces to hyphens."""
    headings = HEADING.findall(path.read_text(encoding="utf-8"))
    plain = (re.sub(r"[^\w\- ]", "", heading.lower()) for heading in headings)
    return {heading.strip().replace(" ", "-") for heading in plain}


def missing_names(root: Path) -> list[str]:
    """Files, modules, functions and tests that the documents name and the tree does not hold."""
    found = []
    for path in files(root, ".md"):
        text = path.read_text(encoding="utf-8")
        wrong = [name for name in NAMED_FILE.findall(text) if not any(root.glob(name))]
        wrong += [name for name in NAMED_CODE.findall(text) if not _code_exists(root, name)]
        wrong += [
            f"{file}::{test}"
            for file, test in NAMED_TEST.findall(text)
            if not (root / file).exists() or f"def {test}(" not in (root / file).read_text()
        ]
        found += [f"{path.relative_to(root)}: {name}" for name in wrong]
    return found


def _code_exists(root: Path, dotted: str) -> bool:
    """True when `dotted` names a module, or a name defined at the top of one."""
    place, parts = root / "src", dotted.split(".")
    for number, part in enumerate(parts):
        place = place / part
        if place.is_dir():
            continue
        module = place.with_suffix(".py")
        if module.exists():
            return _defines(module, parts[number + 1 :])
        return _defines(place.parent / "__init__.py", parts[number:])
    return True


def _defines(module: Path, names: list[str]) -> bool:
    if not names:
        return True
    if not module.exists():
        return False
    return re.search(rf"^(async )?(def |class )?{names[0]}\b", module.read_text(), re.M) is not None
