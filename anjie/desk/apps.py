from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "anjie.desk"
    label = "desk"
    verbose_name = "案件工作台"
