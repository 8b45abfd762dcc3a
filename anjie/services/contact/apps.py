from django.apps import AppConfig


class ContactConfig(AppConfig):
    name = "anjie.services.contact"
    label = "contact"
