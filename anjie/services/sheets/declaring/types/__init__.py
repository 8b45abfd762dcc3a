"""The types a column can have; each makes, for one column of one file, the reader of its cells.

A reader takes what the workbook holds and gives a plain value: text, or for ``money`` whole cents, for
``integer`` an int, for ``percent`` a text fraction with five places, for ``date`` an ISO text, or None.
What it cannot take it says (``Said``); it never guesses.
"""

from anjie.services.sheets.declaring.types.dates import date, moment
from anjie.services.sheets.declaring.types.digits import card, digits, id_no, phone
from anjie.services.sheets.declaring.types.figures import integer, money, percent
from anjie.services.sheets.declaring.types.texts import choice, email, name, text

__all__ = [
    "card",
    "choice",
    "date",
    "digits",
    "email",
    "id_no",
    "integer",
    "moment",
    "money",
    "name",
    "percent",
    "phone",
    "text",
]
