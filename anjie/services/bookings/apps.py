from django.apps import AppConfig


class BookingsConfig(AppConfig):
    name = "anjie.services.bookings"
    label = "bookings"

    def ready(self) -> None:
        from anjie.services.bookings import deeds, sentences  # noqa: F401  declared so that roles and timelines can name them
