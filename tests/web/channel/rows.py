"""Who may open what in channel; see tests/web/matrix.py.

The public door is for everybody, and nobody is signed in there. A form without the sealed token of
its page is refused with a 403 whoever sends it; what the forms do with one is told by the tests
beside this file.
"""

from tests.web.matrix import Row

FORMS = (
    "begin", "write", "contact", "send", "confirm", "no_code",
    "answer", "say", "rules", "identity", "agree", "delete",
)  # fmt: skip
REFUSED = "Formulir ini bukan dari halaman kami"

ROWS: tuple[Row, ...] = (
    Row("channel:first", shows='name="safe_now"', visitor_sees='name="safe_now"'),
    Row("channel:answer", shows='name="code"', visitor_sees='name="code"'),
    Row("channel:promises", shows="Janji kami", visitor_sees="Janji kami"),
    *(
        Row(
            f"channel:{name}",
            shows=REFUSED,
            status=403,
            method="POST",
            data={"code": "x", "step": "do"},
            visitor_sees=REFUSED,
        )
        for name in FORMS
    ),
)
