"""Imports every module of the core: fails when one needs more than the core's dependencies."""

import importlib
import pkgutil
import sys

import jaga


def main() -> int:
    """Import all; returns 1 when the web or the terminal came along."""
    # pyspark is an extra: its engine imports it when it is used, not before.
    names = [module.name for module in pkgutil.walk_packages(jaga.__path__, "jaga.")]
    for name in names:
        importlib.import_module(name)
    strangers = sorted({"django", "typer", "rich", "pyspark"} & set(sys.modules))
    sys.stdout.write(f"{len(names)} modules imported; not of the core: {strangers or 'none'}\n")
    return 1 if strangers else 0


if __name__ == "__main__":
    sys.exit(main())
