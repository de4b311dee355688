"""Invented people counted into tables, drafts and ledgers, for the tests of releases."""

import base64
from collections import Counter
from datetime import date
from itertools import product

from jaga.evidence.categories import category
from jaga.evidence.cubes import CountCube, Dimension
from jaga.evidence.linked import protect_together
from jaga.evidence.releases import About, Draft
from jaga.words import Text

INVENTED = Text("Rekaan", "Invented")


class PlainVault:
    """A vault for tests: unreadable at a glance, and bound to its purpose."""

    def seal(self, plain, purpose):
        return base64.b64encode(f"{purpose}\n{plain}".encode()).decode()

    def unseal(self, sealed, purpose):
        bound, _, plain = base64.b64decode(sealed).decode().partition("\n")
        if bound != purpose:
            raise ValueError("sealed for another place")
        return plain


def dimension(name, categories):
    return Dimension(name, INVENTED, tuple(category(one) for one in categories))


def cube(name, categories, counts):
    """A table from {dimension: categories} and its counts in order."""
    dimensions = tuple(dimension(one, names) for one, names in categories.items())
    return CountCube(name, INVENTED, dimensions, tuple(counts))


def counted(name, categories, people, classes):
    """A table of `people` (dicts); `classes[dimension](person)` is a person's category."""
    found = Counter(tuple(classes[one](person) for one in categories) for person in people)
    return cube(name, categories, [found[key] for key in product(*categories.values())])


def about(**more):
    told = {
        "measure": "children served", "population": "unit rekaan", "unit": "children",
        "definition": INVENTED, "first": date(2026, 1, 1), "last": date(2026, 6, 30),
        "as_of": date(2026, 7, 1), "source": INVENTED,
    }  # fmt: skip
    return About(**(told | more))


def draft(*cubes, **more):
    return Draft(
        INVENTED, about(**more), protect_together(cubes), tuple(one.counts for one in cubes)
    )
