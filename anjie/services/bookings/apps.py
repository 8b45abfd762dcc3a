from django.apps import AppConfig


class BookingsConfig(AppConfig):
    name = "anjie.services.bookings"
    label = "bookings"

    def ready(self) -> None:
        from anjie.access.organisations import block_deletion
        from anjie.services.bookings import deeds, rooms, sentences  # noqa: F401  declared so that roles and timelines can name them

        block_deletion(rooms.hanging)
