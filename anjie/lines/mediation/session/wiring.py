"""What mediating registers at start-up."""

from anjie.lines.mediation.session import booked, extension, meetings, standing_still
from anjie.services.callbacks.actions import on


def register() -> None:
    """Hear of bookings, recordings and closings, and let mediators ask for a longer term."""
    booked.register()
    extension.register()
    standing_still.register()
    on("meeting.recording_ready", meetings.recording_ready)
