"""What may be done with papers."""

from anjie.access.deeds import Deed


class PaperDeed(Deed):
    """Templates and the papers made from them."""

    TEMPLATES_SEE = "papers.templates_see", "查看文书模板"
    TEMPLATES_MANAGE = "papers.templates_manage", "维护文书模板"
    SEE = "papers.see", "查看案件文书"
    PRODUCE = "papers.produce", "制作案件文书"
