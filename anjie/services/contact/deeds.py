"""What may be done at the contact gate."""

from anjie.access.deeds import Deed


class ContactDeed(Deed):
    """Contacting somebody, and the rules it is judged by."""

    MAKE = "contact.make", "联系当事人"
    ATTEMPTS_SEE = "contact.attempts_see", "查看联系判定记录"
    RULES_MANAGE = "contact.rules_manage", "维护联系规则"
