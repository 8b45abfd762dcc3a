"""What may be done with electronic signing."""

from anjie.access.deeds import Deed


class SigningDeed(Deed):
    """Papers signed on the phone."""

    SEE = "signing.see", "查看在线签署"
    OFFER = "signing.offer", "发起与撤回在线签署"
