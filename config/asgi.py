"""The web process: Django behind granian."""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

from django.core.asgi import get_asgi_application

from config import logs

logs.configure()
application = get_asgi_application()
