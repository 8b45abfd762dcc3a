"""Settings of one Anjie installation; secrets come from its home, never from here."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

from anjie.adapters.libreoffice import LibreOffice
from config import bindings, keys
from config import home as place

BASE = Path(__file__).resolve().parent.parent
HOME = place.home()
SECRETS = place.secrets()

SECRET_KEY = SECRETS.django_key
PORTS = bindings.PORTS
SEALER = keys.current  # asked each time: a key added while we serve is known at once

DEMO = os.environ.get("ANJIE_DEMO", "") == "1"
DEBUG = False
ALLOWED_HOSTS = os.environ.get("ANJIE_HOSTS", "127.0.0.1,localhost,testserver").split(",")
CSRF_TRUSTED_ORIGINS = [origin for origin in os.environ.get("ANJIE_ORIGINS", "").split(",") if origin]
TRUSTED_PROXIES = [
    one.strip() for one in os.environ.get("ANJIE_TRUSTED_PROXIES", "").split(",") if one.strip()
]
SECURE = os.environ.get("ANJIE_SECURE", "") == "1"  # served behind TLS

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.postgres",
    "axes",
    "pgtrigger",
    "procrastinate.contrib.django",
    "anjie.access",
    "anjie.desk",
    "anjie.services.files",
    "anjie.services.terms",
    "anjie.services.notices",
    "anjie.services.callbacks",
    "anjie.services.contact",
    "anjie.services.sheets",
    "anjie.services.approvals",
    "anjie.services.bookings",
    "anjie.services.people",
    "anjie.services.papers",
    "anjie.services.signing",
    "anjie.lines.recovery",
    "anjie.insight",
    "anjie.lines.mediation",
    "anjie.linkage",
    "anjie.office",
]

MIDDLEWARE = [
    "config.streaming.StreamingMiddleware",
    "config.middleware.AddressMiddleware",
    "config.middleware.RequestIdMiddleware",
    "config.middleware.MethodMiddleware",
    "config.clean.CleanPathMiddleware",
    "config.refuse.KeysMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "config.faces.FacesMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "config.middleware.SecurityHeadersMiddleware",
]

ROOT_URLCONF = "config.urls"
ASGI_APPLICATION = "config.asgi.application"
AUTH_USER_MODEL = "access.Account"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
TEMPLATES = [{"BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True}]


def database(url: str) -> dict[str, object]:
    """Django's setting for a ``postgresql://`` URL; a ``host`` in the query is a socket folder."""
    parts = urlsplit(url)
    query = {key: values[0] for key, values in parse_qs(parts.query).items()}
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")) or "anjie",
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": query.pop("host", "") or parts.hostname or "",
        "PORT": query.pop("port", "") or str(parts.port or ""),
        # After the server was restarted, a pooled connection is asked before it is used.
        "CONN_HEALTH_CHECKS": True,
        # Rows and indexes lie in memory or on an SSD: without this the planner reads the whole table for a total.
        "OPTIONS": {
            "pool": {"min_size": 2, "max_size": 16, "timeout": 20},
            "options": "-c random_page_cost=1.1",
            **query,
        },
    }


DATABASES = {"default": database(os.environ.get("DATABASE_URL", "postgresql:///anjie"))}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

LANGUAGE_CODE = "zh-hans"
TIME_ZONE = "Asia/Shanghai"
USE_TZ = True
USE_I18N = True

STATIC_URL = "/static/"
MEDIA_ROOT = HOME / "files"
STORAGES = {
    "default": {
        "BACKEND": os.environ.get("ANJIE_STORAGE", "django.core.files.storage.FileSystemStorage"),
        "OPTIONS": {"location": str(MEDIA_ROOT)} if "ANJIE_STORAGE" not in os.environ else {},
    },
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}

SESSION_COOKIE_NAME = "anjie_session"
SESSION_COOKIE_AGE = 12 * 3600
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = SECURE
CSRF_COOKIE_SECURE = SECURE
CSRF_COOKIE_SAMESITE = "Lax"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

AXES_FAILURE_LIMIT = int(os.environ.get("ANJIE_SIGN_IN_TRIES", "5"))
AXES_COOLOFF_TIME = 0.25  # hours
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_VERBOSE = False
AXES_ENABLE_ADMIN = False
AXES_DISABLE_ACCESS_LOG = True
AXES_IPWARE_META_PRECEDENCE_ORDER = ["REMOTE_ADDR"]

# The demo lists its sign-ins on the sign-in page: they must not run out there.
PASSWORD_DAYS = int(os.environ.get("ANJIE_PASSWORD_DAYS", "3650" if DEMO else "30"))
PASSWORD_HISTORY = 5
IDLE_MINUTES = int(os.environ.get("ANJIE_IDLE_MINUTES", "30"))
# Parties sign in on their own phones.
PARTY_SESSION_DAYS = int(os.environ.get("ANJIE_PARTY_SESSION_DAYS", "30"))
PARTY_SESSIONS = 5
PUBLIC_ORIGIN = os.environ.get("ANJIE_PUBLIC_ORIGIN", "").rstrip("/")  # https://…, as phones reach us

BACKUP_DIR = os.environ.get("ANJIE_BACKUP_DIR", str(HOME / "backups"))
BACKUP_AT = os.environ.get("ANJIE_BACKUP_AT", "02:30")  # Shanghai; empty for none
BACKUP_KEEP = max(1, int(os.environ.get("ANJIE_BACKUP_KEEP", "14")))

PDF_CONVERTER = LibreOffice(os.environ.get("ANJIE_SOFFICE") or None)
UPLOAD_LIMIT_BYTES = 200 * 1024 * 1024
FILE_LIMIT_BYTES = int(os.environ.get("ANJIE_FILE_LIMIT_MB", "1024")) * 1024 * 1024
EXPORT_APPROVAL_ROWS = int(os.environ.get("ANJIE_EXPORT_APPROVAL_ROWS", "50000"))  # more need a second person
REVEALS_PER_HOUR = int(os.environ.get("ANJIE_REVEALS_PER_HOUR", "60"))
DATA_UPLOAD_MAX_MEMORY_SIZE = 10 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024
FILE_UPLOAD_TEMP_DIR = None
FILE_UPLOAD_PERMISSIONS = 0o600
FILE_UPLOAD_DIRECTORY_PERMISSIONS = 0o700

LOGGING_CONFIG = None  # config.logs configures structlog
PROCRASTINATE_AUTODISCOVER_MODULE_NAME = "jobs"
PROCRASTINATE_ON_APP_READY = "config.jobs.on_app_ready"
PROCRASTINATE_WORKER_DEFAULTS = {
    "update_heartbeat_interval": 5.0,
    "stalled_worker_timeout": 20.0,
    "delete_jobs": "successful",  # what a job did stands on the rows it worked, not on its own
}
SILENCED_SYSTEM_CHECKS = ["auth.W004", "axes.W002"]  # axes answers through our own refusal, not its page
