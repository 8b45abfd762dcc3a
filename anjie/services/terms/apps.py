from django.apps import AppConfig


class TermsConfig(AppConfig):
    name = "anjie.services.terms"
    label = "terms"
