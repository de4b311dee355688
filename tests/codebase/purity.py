"""What the core may not do: read the environment, speak to a network, print, start programs."""

import ast
from pathlib import Path

from tests.codebase.tree import files

FORBIDDEN_MODULES = {
    "socket", "ssl", "http", "urllib", "requests", "httpx", "aiohttp", "ftplib", "smtplib",
    "subprocess", "webbrowser",
}  # fmt: skip
FORBIDDEN_NAMES = {"environ", "getenv", "putenv", "system", "popen"}
FORBIDDEN_CALLS = {"print", "input", "eval", "exec", "breakpoint"}


def impure(root: Path) -> list[str]:
    """Lines of the core that reach outside it."""
    found = []
    for path in files(root / "src" / "jaga", ".py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            what = _reaches_out(node)
            if what:
                found.append(f"{path.relative_to(root)}:{node.lineno} {what}")
    return found


def _reaches_out(node: ast.AST) -> str | None:
    if isinstance(node, ast.Import | ast.ImportFrom):
        names = [node.module or ""] if isinstance(node, ast.ImportFrom) else _names(node)
        return next((name for name in names if name.split(".")[0] in FORBIDDEN_MODULES), None)
    if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
        named = node.value.id == "os" and node.attr in FORBIDDEN_NAMES
        return f"os.{node.attr}" if named else None
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        return node.func.id if node.func.id in FORBIDDEN_CALLS else None
    return None


def _names(node: ast.Import) -> list[str]:
    return [alias.name for alias in node.names]


# What would let the site speak to somebody: mail, requests, sockets. It serves and stays silent.
SENDERS = (
    *sorted(FORBIDDEN_MODULES - {"urllib", "subprocess"}),
    "urllib.request",
    "django.core.mail",
)


def senders(root: Path) -> list[str]:
    """Imports in the web that could send or fetch anything."""
    return [
        f"{path.relative_to(root)}:{node.lineno} {name}"
        for path in files(root / "src" / "jaga_web", ".py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in _imported(node)
        if any(name == one or name.startswith(f"{one}.") for one in SENDERS)
    ]


def _imported(node: ast.Import | ast.ImportFrom) -> list[str]:
    if isinstance(node, ast.Import):
        return _names(node)
    return [node.module or "", *(f"{node.module}.{alias.name}" for alias in node.names)]
