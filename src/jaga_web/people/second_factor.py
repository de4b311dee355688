"""One-time codes (RFC 6238: six digits, SHA-1, 30 seconds), as every authenticator app makes."""

import base64
import hmac
import secrets
import time
from urllib.parse import quote, urlencode

import qrcode
from django_otp.oath import hotp

STEP_SECONDS = 30
# A phone's clock may be this many steps off, either way.
TOLERANCE_STEPS = 1
SECRET_BYTES = 20
DIGITS = 6


def new_secret() -> str:
    """A fresh secret in base32, as authenticator apps take it."""
    return base64.b32encode(secrets.token_bytes(SECRET_BYTES)).decode()


def step_now() -> int:
    """The number of the time step we are in."""
    return int(time.time()) // STEP_SECONDS


def code_at(secret: str, step: int) -> str:
    """The six digits of that step."""
    return f"{hotp(base64.b32decode(secret), step, DIGITS):0{DIGITS}d}"


def matching_step(secret: str, code: str) -> int | None:
    """The step, within tolerance of now, whose code this is; None when there is none."""
    now, found = step_now(), None
    for step in range(now - TOLERANCE_STEPS, now + TOLERANCE_STEPS + 1):
        if hmac.compare_digest(code_at(secret, step).encode(), code.encode()):
            found = step
    return found


def address(secret: str, username: str) -> str:
    """The otpauth address an authenticator app reads from the picture."""
    query = urlencode({"secret": secret, "issuer": "Jaga"})
    return f"otpauth://totp/{quote(f'Jaga:{username}')}?{query}"


def picture(text: str) -> tuple[int, str]:
    """A QR code as the width of a square and an SVG path; drawn here, asked of nobody."""
    code = qrcode.QRCode(border=4, error_correction=qrcode.constants.ERROR_CORRECT_M)
    code.add_data(text)
    rows = code.get_matrix()
    dots = (f"M{x} {y}h1v1h-1z" for y, row in enumerate(rows) for x, dark in enumerate(row) if dark)
    return len(rows), "".join(dots)
