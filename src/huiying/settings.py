"""Every setting of the product in one list, read from the environment, and what Django needs made from it."""

from __future__ import annotations

import os
import secrets
from pathlib import Path
from typing import NamedTuple

from django.core.exceptions import ImproperlyConfigured

from huiying.core.identity import Provider, read_provider


class Setting(NamedTuple):
    """One environment variable: its name, what holds when it is absent, and what it means."""

    name: str
    default: str
    meaning: str


SETTINGS = (
    Setting("HUIYING_HOME", "var", "Folder of the database, its backups and the environment file."),
    Setting("HUIYING_SECRET_KEY", "", "Signs sessions and forms; `huiying init` writes one into the environment file."),
    Setting(
        "HUIYING_SEAL_KEY",
        "",
        "Encrypts sealed notes and the keys of authenticator apps; `huiying init` writes one. Several by comma: the first seals, all open.",
    ),
    Setting("HUIYING_HOST", "127.0.0.1", "Address that the web server binds."),
    Setting("HUIYING_PORT", "8600", "Port of the web server."),
    Setting(
        "HUIYING_WEB_PROCESSES",
        "0",
        "How many processes `huiying up` serves pages with, each of about 150 MB; 0: as many as there are processors, at most 4.",
    ),
    Setting("HUIYING_SHARED", "", "Memory that several web processes share; written by `huiying up`."),
    Setting("HUIYING_ALLOWED_HOSTS", "127.0.0.1,localhost,[::1]", "Host names under which the site may be reached, by comma."),
    Setting("HUIYING_PUBLIC_URL", "", "Public address of the site, used in feeds; empty: the address of the request."),
    Setting("HUIYING_HTTPS", "0", "1 when the site is reached over HTTPS only: cookies are then sent over HTTPS alone."),
    Setting("HUIYING_CONTACT", "", "Address that the collector names to the sites it reads, such as a web page of the body."),
    Setting("HUIYING_FETCHES", "20", "How many sources are read at the same time, never two of one host."),
    Setting("HUIYING_HOST_PAUSE", "1.0", "Least seconds between two requests to one host; more where its robots.txt asks for more."),
    Setting("HUIYING_FETCH_DEADLINE", "20", "Seconds in which one fetch must be complete, redirects and robots.txt included."),
    Setting("HUIYING_FETCH_BYTES", "8388608", "Bytes that a body may have when it is unpacked."),
    Setting("HUIYING_LONGEST_ADVICE", "60", "Minutes by which a feed's ttl, Cache-Control or Expires may put off the next reading."),
    Setting(
        "HUIYING_NOTIFY_MAIL",
        "",
        "Mail server for notifications to staff, as an Apprise address; secret. Chat groups: HUIYING_NOTIFY_ and a word.",
    ),
    Setting("HUIYING_OIDC_ISSUER", "", "Issuer of the body's identity provider (OpenID Connect), with https; empty: sign-in by it is off."),
    Setting("HUIYING_OIDC_CLIENT_ID", "", "Name under which the identity provider knows the desk; empty: off."),
    Setting("HUIYING_OIDC_CLIENT_SECRET", "", "What the desk proves itself to the identity provider with; secret; empty: off."),
    Setting(
        "HUIYING_OIDC_CLAIM", "sub", "Claim of the ID token that says who somebody is: sub, email (verified), preferred_username or upn."
    ),
    Setting(
        "HUIYING_OIDC_NAME",
        "",
        "What the button calls the identity provider, as in “Sign in with …”, may be 中文 / English; empty: its host name.",
    ),
    Setting(
        "HUIYING_OIDC_ACR",
        "",
        "Values of the claim acr, by space, that mean two factors; asked for at sign-in. The claim amr is looked at anyway.",
    ),
    Setting("HUIYING_SESSION_HOURS", "12", "Hours after which a session ends."),
    Setting("HUIYING_DEMO", "0", "1 in the demonstration only: sign-in buttons for every role and a clock in time-lapse."),
    Setting("HUIYING_DEMO_CLOCK", "", "Start of the demonstration's clock; written by `huiying demo`."),
    Setting("HUIYING_LOG_LEVEL", "INFO", "How much the servers write: DEBUG, INFO, WARNING or ERROR."),
)

_DEFAULTS = {setting.name: setting.default for setting in SETTINGS}


def value(name: str) -> str:
    """The value of one setting; a name outside the list is a mistake of ours."""
    return os.environ.get(name, _DEFAULTS[name])


def number(name: str, least: float = 0, most: float = 1e12) -> float:
    """A setting that is a number; says which one is not."""
    text = value(name)
    try:
        found = float(text)
    except ValueError:
        found = float("nan")
    if not least <= found <= most:
        raise ImproperlyConfigured(f'{name} is "{text}". It must be a number from {least:g} to {most:g}.')
    return found


def log_level() -> str:
    """How much is written; says what can be."""
    text, levels = value("HUIYING_LOG_LEVEL").upper(), ("DEBUG", "INFO", "WARNING", "ERROR")
    if text not in levels:
        raise ImproperlyConfigured(f'HUIYING_LOG_LEVEL is "{text}". It must be one of {", ".join(levels)}.')
    return text


def load_environment_file(home: Path) -> None:
    """Put the lines of home/huiying.env into the environment; what is already set wins."""
    path = home / "huiying.env"
    if not path.exists():
        return
    for line in path.read_text(encoding="utf-8").splitlines():
        name, found, text = line.strip().partition("=")
        if found and not name.startswith("#"):
            os.environ.setdefault(name.strip(), text.strip())


HOME = Path(value("HUIYING_HOME")).resolve()
load_environment_file(HOME)
DEMO = value("HUIYING_DEMO") == "1"

# Without a key of its own an instance may run commands, but sessions would end with the process: `huiying up` refuses.
SECRET_KEY = value("HUIYING_SECRET_KEY") or secrets.token_urlsafe(50)
SEAL_KEY = value("HUIYING_SEAL_KEY")


def identity_provider() -> Provider | None:
    """The body's identity provider; says which setting is wrong."""
    names = {"issuer": "ISSUER", "client": "CLIENT_ID", "secret": "CLIENT_SECRET", "claim": "CLAIM", "name": "NAME", "acr": "ACR"}
    try:
        return read_provider(**{name: value(f"HUIYING_OIDC_{word}").strip() for name, word in names.items()})
    except ValueError as wrong:
        raise ImproperlyConfigured(str(wrong)) from None


OIDC = identity_provider()
DEBUG = False
ALLOWED_HOSTS = [host.strip() for host in value("HUIYING_ALLOWED_HOSTS").split(",") if host.strip()]
ROOT_URLCONF = "huiying.web.urls"
ASGI_APPLICATION = "huiying.asgi.application"
INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "huiying.store",
    "huiying.web",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "huiying.web.headers.ContentSecurityPolicy",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "huiying.web.guard.PermissionGuard",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.messages.context_processors.messages",
                "huiying.web.context.desk",
            ],
        },
    }
]

DATABASE_FILE = HOME / "huiying.sqlite3"
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": DATABASE_FILE,
        "CONN_MAX_AGE": None,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL;PRAGMA synchronous=NORMAL;PRAGMA secure_delete=ON;"
            "PRAGMA mmap_size=0;PRAGMA cache_size=-20000;",
        },
    }
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "store.Member"
LOGIN_URL = "/sign-in/"
LOGIN_REDIRECT_URL = "/desk/"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
CSRF_FAILURE_VIEW = "huiying.web.views.session.expired"
SESSION_COOKIE_AGE = int(number("HUIYING_SESSION_HOURS", 0.1, 720) * 3600)
number("HUIYING_PORT", 1, 65535)
number("HUIYING_WEB_PROCESSES", 0, 64)
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = value("HUIYING_HTTPS") == "1"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000
# What people bring may hold what must not be stored: bodies stay in memory, and asgi.py takes none that is larger.
FILE_UPLOAD_MAX_MEMORY_SIZE = 21 * 1024 * 1024

USE_TZ = True
TIME_ZONE = "UTC"
USE_I18N = True
LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", "简体中文"), ("en", "English")]
LOCALE_PATHS = [Path(__file__).parent / "locale"]

STATIC_URL = "/static/"
STATICFILES_DIRS: list[str] = []
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": log_level()},
}


def require_secret_key() -> None:
    """Refuse to serve with a key that nobody keeps."""
    if not value("HUIYING_SECRET_KEY"):
        raise ImproperlyConfigured(f"HUIYING_SECRET_KEY is not set. Run `huiying init` first; it writes {HOME}/huiying.env.")
