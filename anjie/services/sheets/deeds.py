"""What may be done with workbooks in general; each kind names its own deed besides."""

from anjie.access.deeds import Deed


class SheetDeed(Deed):
    """Taking workbooks in, and keeping the forms of clients."""

    HANDLE = "sheets.handle", "使用工作簿导入"
    LAYOUTS_MANAGE = "sheets.layouts_manage", "维护委托方版式"
