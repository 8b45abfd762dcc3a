from tests.lines.mediation.conftest import centre as centre
from tests.lines.mediation.conftest import noon as noon
