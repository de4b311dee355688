"""Functions that forms may use, from the specification that devices are built to."""

# ODK XForms Specification, "XPath Functions", and docs.getodk.org, "Form Operators and Functions".
KNOWN = frozenset(
    """
    string concat join substr substring-before substring-after translate string-length
    normalize-space contains starts-with ends-with uuid digest pulldata base64-decode
    extract-signed if coalesce once true false boolean boolean-from-string not regex checklist
    weighted-checklist number random int sum max min round pow log log10 abs sin cos tan asin acos
    atan atan2 sqrt exp exp10 pi count count-non-empty position instance current randomize today
    now format-date format-date-time date date-time decimal-date-time decimal-time selected
    selected-at count-selected jr:choice-name jr:itext indexed-repeat area distance geofence
    intersects version
    """.split()  # noqa: SIM905
)
# W3C, XPath 1.0, section 4: in browsers (Enketo), but not in the specification above.
BROWSER_ONLY = frozenset(
    "last id local-name namespace-uri name substring lang floor ceiling".split()  # noqa: SIM905
)
