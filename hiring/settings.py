"""Django's settings. The environment is read at the top; README.md lists every variable."""

from pathlib import Path
from typing import Any

from csp.constants import NONE, SELF
from whitenoise.compress import Compressor

from hiring import environment, logs

BASE_DIR = Path(__file__).resolve().parent.parent

DATA_DIR = environment.folder("HIRING_DATA_DIR", BASE_DIR / "var")
PUBLIC_URL = environment.address("HIRING_URL")
BEHIND_PROXY = environment.flag("HIRING_BEHIND_PROXY")
NOTIFY_ALLOW = environment.networks("HIRING_NOTIFY_ALLOW")
LANGUAGE_MODEL = environment.language_model()
ALLOWED_HOSTS = environment.hosts("HIRING_HOSTS", "localhost 127.0.0.1 [::1]")
DATABASES = {"default": environment.database("DATABASE_URL", DATA_DIR)}
# Lazy, so that `generate` and `extract` need no data folder.
SECRET_KEY = environment.LazySecret(lambda: environment.secret_key(DATA_DIR))

DEBUG = False
_SECURE = PUBLIC_URL is not None and PUBLIC_URL.scheme == "https"
if PUBLIC_URL is not None:
    ALLOWED_HOSTS = [*ALLOWED_HOSTS, str(PUBLIC_URL.hostname)]
    CSRF_TRUSTED_ORIGINS = [f"{PUBLIC_URL.scheme}://{PUBLIC_URL.netloc}"]

INSTALLED_APPS = [
    "interviews",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "allauth",
    "allauth.account",
    "csp",
    "django_htmx",
    "django_q",
    "ninja",
    "template_partials.apps.SimpleAppConfig",
]

MIDDLEWARE = [
    # Before whatever looks at the host: a load balancer asks by a bare address.
    "interviews.pages.health.answer_probes",
    "interviews.pages.subject.one_subject",
    "interviews.api.errors.flat_errors",
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]

ROOT_URLCONF = "hiring.urls"
WSGI_APPLICATION = "hiring.wsgi.application"
APPEND_SLASH = False

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
            "builtins": ["template_partials.templatetags.partials"],
            "loaders": [
                (
                    "template_partials.loader.Loader",
                    [
                        (
                            "django.template.loaders.cached.Loader",
                            [
                                "django.template.loaders.filesystem.Loader",
                                "django.template.loaders.app_directories.Loader",
                            ],
                        )
                    ],
                )
            ],
        },
    }
]

DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "cache"}}

AUTH_USER_MODEL = "interviews.User"
AUTHENTICATION_BACKENDS = [
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "interviews"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_ADAPTER = "interviews.access.AccountAdapter"
ACCOUNT_SESSION_REMEMBER = True

LANGUAGE_CODE = "en"
# What the pages are written in; without this the parts of Django would follow the browser alone.
LANGUAGES = [("en", "English")]
TIME_ZONE = "UTC"
USE_I18N = True
USE_TZ = True

STATIC_URL = "static/"
STATIC_ROOT = DATA_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

# Source maps are for people with a debugger open; compressing them would take half of the start.
WHITENOISE_SKIP_COMPRESS_EXTENSIONS = (*Compressor.SKIP_COMPRESS_EXTENSIONS, "map")
WHITENOISE_KEEP_ONLY_HASHED_FILES = True

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}
X_FRAME_OPTIONS = "DENY"
CSRF_FAILURE_VIEW = "interviews.pages.token.too_old"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = _SECURE
SECURE_HSTS_SECONDS = 31_536_000 if _SECURE else 0
SECURE_REFERRER_POLICY = "same-origin"
# Left to whoever owns the domain: the one application on it does not speak for all its subdomains.
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]
if BEHIND_PROXY:
    SECURE_SSL_REDIRECT = _SECURE
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    USE_X_FORWARDED_HOST = True
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_500_000

# What a worker may allocate, in MiB; 0 is no limit.
WORKER_MEGABYTES = environment.number("HIRING_WORKER_MEMORY", 1024, low=0, high=1_000_000)

# A backstop: a job ends by its own limit before.
_TASK_SECONDS = max(1800, int(LANGUAGE_MODEL.job_seconds) + 300)

Q_CLUSTER: dict[str, Any] = {
    "name": "hiring",
    "orm": "default",
    "broker_class": "interviews.models.broker.Broker",
    "workers": environment.number("HIRING_WORKERS", 4, low=1, high=64),
    "queue_limit": 1,
    "bulk": 1,
    "poll": 0.2,
    "timeout": _TASK_SECONDS,
    "retry": _TASK_SECONDS + 300,
    "ack_failures": True,
    "max_attempts": 1,
    "recycle": 100,
    "max_rss": 400_000,
    "save_limit": -1,
    "catch_up": False,
    "scheduler": False,
}

LOG_FORMAT = environment.choice("HIRING_LOG_FORMAT", "text", logs.FORMATS)
LOGGING = logs.configuration(environment.choice("HIRING_LOG_LEVEL", "INFO", logs.LEVELS))
