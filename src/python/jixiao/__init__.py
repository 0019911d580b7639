"""Reads Chinese budget performance forms (绩效目标申报表, 绩效自评表, …) out of any file.

    document = jixiao.convert("form.docx")
    document.forms[0].fund("year.total.budget").yuan
    document.to_pandas("indicators")
"""

from ._abi import Error, Grammars, explain, version
from ._convert import check, convert, convert_many
from ._document import Document, Form, Review
from ._model import (Cell, Choice, Coverage, Finding, Fund, Goals, How, Indicator, Labelled, Party, Place,
                     ScheduleEntry, Section, Source, Value, ValueOf)
from ._tables import to_pandas

__version__ = version()
Error.__module__ = __name__  # as tracebacks name it

__all__ = ["Cell", "Choice", "Coverage", "Document", "Error", "Finding", "Form", "Fund", "Goals", "Grammars", "How",
           "Indicator", "Labelled", "Party", "Place", "Review", "ScheduleEntry", "Section", "Source", "Value", "ValueOf",
           "check", "convert", "convert_many", "explain", "to_pandas", "version"]
