"""What may be done with rooms."""

from anjie.access.deeds import Deed


class BookingDeed(Deed):
    """Rooms and who uses them when."""

    SEE = "bookings.see", "查看调解室"
    BOOK = "bookings.book", "预约调解室"
    ROOMS_MANAGE = "bookings.rooms_manage", "维护调解室"
