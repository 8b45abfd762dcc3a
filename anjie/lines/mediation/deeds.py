"""What may be done in mediation."""

from anjie.access.deeds import Deed


class ApplicationDeed(Deed, line="mediation"):
    """Applications as staff see and enter them, and the forms they are filled in."""

    ENTER = "application.enter", "代为登记申请"
    WITHDRAW = "application.withdraw", "撤回申请"
    IMPORT = "application.import", "批量导入调解申请"
    FORMS_MANAGE = "application.forms_manage", "维护申请表单"


class ReviewDeed(Deed, line="mediation"):
    """The review of applications and the question whether both sides will mediate."""

    DECIDE = "review.decide", "审核申请"
    CONSENT = "consent.record", "登记调解意愿"
    CONSENT_SETTINGS = "consent.settings", "设置意愿征询"


class FilingDeed(Deed, line="mediation"):
    """Whether a case is filed, and who mediates it."""

    DECIDE = "filing.decide", "决定立案"
    ASSIGN = "mediator.assign", "分配调解员"
    MEDIATORS_SEE = "mediator.see", "查看调解员"
    MEDIATORS_MANAGE = "mediator.manage", "维护调解员"


class SessionDeed(Deed, line="mediation"):
    """Mediating: records, rooms, sessions, extensions."""

    MEDIATE = "session.mediate", "调解案件"
    RECORDS_SEE = "session.records_see", "查看调解记录"
    EXTEND_DECIDE = "session.extend_decide", "审批延期"


class ClosingDeed(Deed, line="mediation"):
    """Closing with an outcome, papers and signatures."""

    REQUEST = "closing.request", "申请结案"
    DECIDE = "closing.decide", "审批结案"


class RatingDeed(Deed, line="mediation"):
    """What parties thought of their mediators, and who did best."""

    SEE = "rating.see", "查看当事人评价"
    RANKING_SEE = "ranking.see", "查看调解员评优"
    WEIGHTS_MANAGE = "ranking.weights_manage", "设置评优权重"


class ArchiveDeed(Deed, line="mediation"):
    """The file, from the mediator's hands to the archive."""

    SUBMIT = "archive.submit", "提交归档"
    FIRST = "archive.first_review", "归档初审"
    FINAL = "archive.final_review", "归档终审"
    SEE = "archive.see", "查阅归档案卷"


class LibraryDeed(Deed, line="mediation"):
    """Typical cases."""

    SEE = "library.see", "查阅典型案例"
    MANAGE = "library.manage", "维护典型案例"


class FiguresDeed(Deed, line="mediation"):
    """The figures of mediation as a whole."""

    SEE = "mediation_figures.see", "查看调解统计"
