"""What the texts of the repository may not say: outdated words, machine paths, addresses."""

import re
import tomllib
from fnmatch import fnmatch
from pathlib import Path

from tests.codebase.tree import ROOT, texts

LIST = ROOT / "tests" / "codebase" / "words.toml"

# Written in pieces, so that this file does not break its own rule.
MACHINE_PATHS = re.compile(
    r"(?<![\w.$}\"'*/-])/(?:"
    + "|".join(("wor" + "k", "roo" + "t", "hom" + "e", "User" + "s"))
    + r")/\w"
)
PACKAGE_HOSTS = re.compile(
    "|".join((r"pypi\." + "org", "python" + "hosted", r"index" + "-url=?\\s*http"))
)
FILE_FIELDS = re.compile(
    "|".join(
        (
            "type=[\"']fil" + "e",
            "accept=[\"'](ima" + "ge|vid" + "eo)",
            r"\b(Image|File)" + r"Field\(",
            r"request\.FIL" + "ES",
            r"\bupload_" + "handlers",
            r"(Memory|Temporary)FileUpload" + "Handler",
            r"^\s*(import|from) (PIL|cv2|imageio|moviepy)\b",
        )
    ),
    re.MULTILINE,
)
# The doors for documents and tables (docs/adr/0012): what stands there, once, and nowhere else.
ONE_DOOR = {
    "jaga_web/uploads.py": "request.FIL" + "ES",
    "jaga_web/keeping/templates/keeping/attach.html": 'type="fil' + "e",
    "jaga_web/research/templates/research/_file.html": 'type="fil' + "e",
    # Looks at a file's first bytes to say kindly why it is refused, and keeps none of it.
    "jaga_web/channel/arriving.py": "upload_" + "handlers",
}
MEDIA_PACKAGES = re.compile(r"^(pillow|opencv\S*|imageio|moviepy|av|ffmpeg\S*)==", re.MULTILINE)


def old_words(root: Path) -> list[str]:
    """Places that use a word of the list, with what to say instead."""
    rules = tomllib.loads(LIST.read_text(encoding="utf-8"))
    found = []
    for name, text in texts(root):
        # Hashes in locks and codes in catalogues spell anything by chance.
        if name.endswith((".lock", ".csv")):
            continue
        for number, line in enumerate(text.lower().splitlines(), start=1):
            found += [
                f"{name}:{number}: say instead: {term['instead']}"
                for term in rules["term"]
                if _applies(term, name) and re.search(term["pattern"], line)
                if not _excepted(rules["exception"], name, line)
            ]
    return found


def _applies(term: dict, name: str) -> bool:
    return any(fnmatch(name, pattern) for pattern in term.get("only", ["*"]))


def _excepted(exceptions: list[dict], name: str, line: str) -> bool:
    return any(fnmatch(name, e["path"]) and re.search(e["pattern"], line) for e in exceptions)


def machine_traces(root: Path) -> list[str]:
    """Places that name a folder of somebody's machine or a package host."""
    return [
        f"{name}:{number}: {line.strip()[:80]}"
        for name, text in texts(root)
        for number, line in enumerate(text.splitlines(), start=1)
        if MACHINE_PATHS.search(line) or PACKAGE_HOSTS.search(line)
    ]


def addresses_in_locks(root: Path) -> list[str]:
    """Lines of locks that hold an address; names, versions and hashes are all a lock needs."""
    return [
        f"{path.name}:{number}"
        for path in sorted((root / "requirements").iterdir())
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if "://" in line or "@ " in line
    ]


def unhashed_pins(root: Path) -> list[str]:
    """Pinned packages of a lock without a hash behind them."""
    found = []
    for path in sorted((root / "requirements").glob("*.lock")):
        lines = path.read_text(encoding="utf-8").splitlines()
        for line, after in zip(lines, [*lines[1:], ""], strict=True):
            if re.match(r"[a-z0-9]", line) and "--hash=sha256:" not in after:
                found.append(f"{path.name}: {line}")
    return found


def media_handling(root: Path) -> list[str]:
    """Places in the product that would take in a file over the web, or open pictures or film."""
    code = []
    for name, text in texts(root / "src"):
        found = [match.group() for match in FILE_FIELDS.finditer(text)]
        if found and found != [ONE_DOOR.get(name)]:
            code.append(name)
    locks = [
        path.name
        for path in sorted((root / "requirements").glob("*.lock"))
        if MEDIA_PACKAGES.search(path.read_text(encoding="utf-8"))
    ]
    return code + locks
