"""What mediating registers at start-up."""

from anjie.lines.mediation.session import booked, extension, meetings
from anjie.services.callbacks.actions import on


def register() -> None:
    """Hear of bookings and recordings, and let mediators ask for a longer term."""
    booked.register()
    extension.register()
    on("meeting.recording_ready", meetings.recording_ready)
