"""Settings of the web. The environment is read here and nowhere else; importing writes nothing."""

import os
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from jaga.errors import NotInstalledRight
from jaga.words import Text
from jaga_web import keys

HERE = Path(__file__).resolve().parent


def switch(name: str) -> bool:
    """The environment's `name` as yes or no: only "1", "0" or nothing."""
    value = os.environ.get(name, "")
    if value not in ("", "0", "1"):
        raise NotInstalledRight(
            Text(
                id=f"{name} hanya boleh 1 atau 0. Ubah nilainya lalu jalankan lagi.",
                en=f"{name} may only be 1 or 0. Change it and start again.",
            )
        )
    return value == "1"


def whole(name: str, default: int, *, least: int, most: int) -> int:
    """The environment's `name` as a whole number between `least` and `most`."""
    text = os.environ.get(name, "") or str(default)
    if not (text.isascii() and text.isdigit() and least <= int(text) <= most):
        raise NotInstalledRight(
            Text(
                id=f"{name} harus bilangan bulat {least} sampai {most}. Ubah lalu jalankan lagi.",
                en=f"{name} must be a whole number from {least} to {most}. Change it and start "
                "again.",
            )
        )
    return int(text)


def sqlite(path: Path) -> dict[str, Any]:
    """One file: readers never wait for the writer, and writers queue instead of failing.

    What is deleted is written over with zeros, so that its bytes do not stay in free pages.
    """
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(path),
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 5,
            "init_command": (
                "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA busy_timeout=5000;"
                "PRAGMA secure_delete=ON;"
            ),
        },
    }


def database(url: str) -> dict[str, Any]:
    """A postgresql:// address as Django's settings; the password may be percent-encoded."""
    parts = urlsplit(url)
    if parts.scheme not in ("postgresql", "postgres") or not parts.path.strip("/"):
        raise NotInstalledRight(
            Text(
                id="JAGA_DATABASE_URL harus berbentuk postgresql://nama@server/basisdata.",
                en="JAGA_DATABASE_URL must look like postgresql://name@server/database.",
            )
        )
    # A socket folder cannot stand before the slash, so it comes as ?host=/folder.
    query = dict(pair.split("=", 1) for pair in parts.query.split("&") if "=" in pair)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.strip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(query.pop("host", "") or parts.hostname or ""),
        "PORT": str(parts.port or query.pop("port", "") or ""),
        "OPTIONS": {name: unquote(value) for name, value in query.items()},
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
    }


JAGA_DATA_DIR = Path(os.environ.get("JAGA_DATA_DIR") or "jaga-data").resolve()
JAGA_DEMO = switch("JAGA_DEMO")
# The goAML schema of the financial intelligence unit; without it no LTKM can be approved.
JAGA_GOAML_XSD = Path(os.environ["JAGA_GOAML_XSD"]) if os.environ.get("JAGA_GOAML_XSD") else None
# The key under which screening turns numbers into tokens; a watchlist needs the very same.
JAGA_TOKEN_KEY = Path(os.environ["JAGA_TOKEN_KEY"]) if os.environ.get("JAGA_TOKEN_KEY") else None
JAGA_HTTPS = switch("JAGA_HTTPS")
# The children's page: who receives (empty: the first NGO), when somebody reads, after how many
# days without a visit a report is erased, and how many bits of work a browser shows when busy.
JAGA_CHANNEL_ORGANISATION = os.environ.get("JAGA_CHANNEL_ORGANISATION", "")
JAGA_CHANNEL_HOURS = os.environ.get("JAGA_CHANNEL_HOURS") or "1-5 08:00-16:00 WIB"
JAGA_REPORT_DAYS = whole("JAGA_REPORT_DAYS", 90, least=1, most=3650)
JAGA_PROOF_OF_WORK = whole("JAGA_PROOF_OF_WORK", 0, least=0, most=24)

DEBUG = False
SECRET_KEY = os.environ.get("JAGA_SECRET_KEY") or keys.peek(JAGA_DATA_DIR, "web").hex()
ALLOWED_HOSTS = [
    host.strip() for host in os.environ.get("JAGA_ALLOWED_HOSTS", "").split(",") if host.strip()
] or ["127.0.0.1", "localhost", "[::1]"]

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "jaga_web.audit",
    "jaga_web.people",
    "jaga_web.alerts",
    "jaga_web.clocks",
    "jaga_web.wellbeing",
    "jaga_web.channel",
    "jaga_web.cases",
    "jaga_web.legal",
    "jaga_web.referrals",
    "jaga_web.keeping",
    "jaga_web.intake",
    "jaga_web.guide",
    "jaga_web.research",
    "jaga_web.programmes",
    "jaga_web.registers",
    "jaga_web.national",
    "jaga_web.filings",
    "jaga_web.releases",
    "jaga_web.yearly",
    "jaga_web.reports",
]

MIDDLEWARE = [
    "jaga_web.channel.door.apart",
    "jaga_web.middleware.headers",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "jaga_web.middleware.idle",
    "jaga_web.middleware.language",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "jaga_web.middleware.readable",
    "jaga_web.wellbeing.holding.Middleware",
]

ROOT_URLCONF = "jaga_web.urls"
WSGI_APPLICATION = "jaga_web.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [HERE / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "jaga_web.navigation.context",
            ],
        },
    }
]

if os.environ.get("JAGA_DATABASE_URL"):
    DATABASES = {"default": database(os.environ["JAGA_DATABASE_URL"])}
else:
    DATABASES = {"default": sqlite(JAGA_DATA_DIR / "jaga.sqlite3")}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "people.User"
AUTHENTICATION_BACKENDS = ["django.contrib.auth.backends.ModelBackend"]
LOGIN_URL = "people:sign_in"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
_VALIDATION = "django.contrib.auth.password_validation."
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": _VALIDATION + "MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {
        "NAME": _VALIDATION + "UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("username", "display_name")},
    },
    {"NAME": _VALIDATION + "CommonPasswordValidator"},
]

# A session ends after half an hour without a request (middleware.idle renews it), and in any
# case when the browser closes.
SESSION_COOKIE_AGE = 30 * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = JAGA_HTTPS
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = LANGUAGE_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = LANGUAGE_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "jaga_session", "jaga_csrf"
LANGUAGE_COOKIE_NAME = "jaga_language"
CSRF_FAILURE_VIEW = "jaga_web.refusals.csrf"
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS] if JAGA_HTTPS else []
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

SECURE_SSL_REDIRECT = JAGA_HTTPS
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if JAGA_HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = JAGA_HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if JAGA_HTTPS else None
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
X_FRAME_OPTIONS = "DENY"

LANGUAGE_CODE = "id"
LANGUAGES = [("id", "Bahasa Indonesia"), ("en", "English")]
LOCALE_PATHS = [HERE / "locale"]
USE_I18N = USE_TZ = True
TIME_ZONE = "Asia/Jakarta"

STATIC_URL = "/static/"
STATICFILES_DIRS = [HERE / "static"]
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False
WHITENOISE_MAX_AGE = 60

FILE_UPLOAD_HANDLERS = ["jaga_web.uploads.RefuseFiles"]
DATA_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"quiet": {"()": "jaga_web.logs.Quiet"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "quiet"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {
        # Django's own handlers would print the address and the exception's words.
        "django": {"handlers": [], "level": "WARNING", "propagate": True},
        "django.request": {"handlers": [], "level": "ERROR", "propagate": True},
        "django.security": {"handlers": [], "level": "ERROR", "propagate": True},
        # Warns at every HEAD request, which Django answers with a body for the server to drop.
        "gunicorn.http": {"handlers": [], "level": "ERROR", "propagate": True},
    },
}
