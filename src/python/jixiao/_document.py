"""Documents and their forms."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Dict, List, Optional, Union

from . import _abi, _html, _model, _tables

if TYPE_CHECKING:
    import pandas


def _count(number: int, thing: str) -> str:
    return f"{number} {thing}{'' if number == 1 else 's'}"


@dataclass(frozen=True, repr=False)
class Form:
    kind: str = ""
    layout: str = ""
    ordinal: Optional[str] = None
    title: Optional[str] = None
    fiscal_year: Optional[int] = None
    project_name: Optional[str] = None
    project_code: Optional[str] = None
    project_nature: Optional[str] = None
    project_category: Optional[str] = None
    supervising_department: Optional[_model.Party] = None
    implementing_unit: Optional[_model.Party] = None
    start_date: Optional[str] = None
    end_date: Optional[str] = None
    amount_unit: Optional[str] = None
    funds: List[_model.Fund] = field(default_factory=list)
    fund_purpose: Optional[str] = None
    spending_schedule: List[_model.ScheduleEntry] = field(default_factory=list)
    goals: _model.Goals = _model.Goals()
    indicators: List[_model.Indicator] = field(default_factory=list)
    total_weight: Optional[Decimal] = None
    total_score: Optional[Decimal] = None
    grade: Optional[str] = None
    contacts: List[_model.Labelled] = field(default_factory=list)
    choices: List[_model.Choice] = field(default_factory=list)
    tasks: List[List[_model.Labelled]] = field(default_factory=list)
    other: List[_model.Labelled] = field(default_factory=list)
    printed: Dict[str, str] = field(default_factory=dict)
    how: Dict[str, _model.How] = field(default_factory=dict)
    at: _model.Place = _model.Place()
    _document: Optional["Document"] = field(default=None, repr=False, compare=False)
    _number: int = field(default=0, repr=False, compare=False)

    def fund(self, address: str) -> Optional[_model.Fund]:
        """An amount by scope, item and measure: `form.fund("year.total.budget")`."""
        parts = tuple(address.split("."))
        return next((fund for fund in self.funds if (fund.scope, fund.item, fund.measure) == parts), None)

    def indicators_of(self, group: str) -> List[_model.Indicator]:
        """Those of a group of either level by its name: "产出指标", "数量指标"."""
        return [indicator for indicator in self.indicators if group in (indicator.level1, indicator.level2)]

    @property
    def findings(self) -> List[_model.Finding]:
        """Those of the document that are about this form."""
        mine = f"/forms/{self._number}"
        findings = self._document.findings if self._document else []
        return [finding for finding in findings if finding.path and (finding.path + "/").startswith(mine + "/")]

    def __repr__(self) -> str:
        name = " ".join(str(part) for part in (self.fiscal_year, self.project_name or self.title) if part)
        held = f"{_count(len(self.indicators), 'indicator')}, {_count(len(self.funds), 'amount')}"
        return f"<Form {name or '-'}: {self.kind}, {held}>"

    def _repr_html_(self) -> str:
        return _html.form(self, self._number, self._document)


class Document:
    """What jixiao gives for an input: its forms, what is to be said of them and where. Can be pickled and shared."""

    def __init__(self, text: str, grid: Optional[str] = None) -> None:
        self._json = text
        self._grid = grid
        self._data: Optional[Dict[str, Any]] = None
        self._forms: Optional[List[Form]] = None
        self._findings: Optional[List[_model.Finding]] = None

    @classmethod
    def from_json(cls, text: str) -> "Document":
        """Reads the canonical JSON of one document; raises Error when it is none."""
        return cls(_abi.read_json(text).json())

    def to_json(self, pretty: bool = True) -> str:
        """The canonical JSON, as `jixiao convert` prints it."""
        return _abi.read_json(self._json).pretty_json() if pretty else self._json

    def to_dict(self) -> Dict[str, Any]:
        """The canonical JSON as dicts and lists. Decimal numbers are Decimals, with their printed digits."""
        data: Dict[str, Any] = json.loads(self._json, parse_float=Decimal)
        return data

    @property
    def _members(self) -> Dict[str, Any]:
        if self._data is None:
            self._data = self.to_dict()
        return self._data

    @property
    def source(self) -> _model.Source:
        return _model.make(_model.Source, self._members["source"])

    @property
    def title(self) -> Optional[str]:
        title: Optional[str] = self._members["title"]
        return title

    @property
    def sections(self) -> List[_model.Section]:
        return [_model.make(_model.Section, one) for one in self._members["sections"]]

    @property
    def coverage(self) -> _model.Coverage:
        return _model.make(_model.Coverage, self._members["coverage"])

    @property
    def forms(self) -> List[Form]:
        if self._forms is None:
            self._forms = [_model.make(Form, one, _document=self, _number=i)
                           for i, one in enumerate(self._members["forms"])]
        return self._forms

    @property
    def findings(self) -> List[_model.Finding]:
        """What was repaired, is doubtful or wrong, in the order of the source."""
        if self._findings is None:
            self._findings = [_model.make(_model.Finding, one) for one in self._members["diagnostics"]]
        return self._findings

    @property
    def fate(self) -> str:
        """converted, with_findings, refused or failed."""
        return _abi.read_json(self._json).fate()

    @property
    def grid(self) -> Optional[List[Dict[str, Any]]]:
        """The tables as they were read, each cell with what claimed it; None when they were not kept."""
        return json.loads(self._grid) if self._grid else None

    def to_pandas(self, table: Optional[str] = None, *,
                  exact: bool = False) -> "Union[pandas.DataFrame, Dict[str, pandas.DataFrame]]":
        """A tidy table as a DataFrame, or all by their names. Decimal numbers are float64; exact: they are Decimals."""
        return _tables.to_pandas([self], table, exact=exact)

    def _rows(self, number: int) -> Dict[str, List[List[Any]]]:
        return _tables.parse(_abi.read_json(self._json).tables(number))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Document) and self._json == other._json

    def __hash__(self) -> int:
        return hash(self._json)

    def __getstate__(self) -> Dict[str, Any]:
        return {"_json": self._json, "_grid": self._grid}

    def __setstate__(self, state: Dict[str, Any]) -> None:
        self.__init__(state["_json"], state["_grid"])  # type: ignore[misc]

    def __repr__(self) -> str:
        counts = [_count(len(self.forms), "form")]
        for severity in ("error", "warning", "note"):
            count = sum(finding.severity == severity for finding in self.findings)
            if count:
                counts.append(_count(count, severity))
        return f"<Document {self.source.name or '-'}: {', '.join(counts)}>"

    def _repr_html_(self) -> str:
        return _html.document(self)


class Review:
    """What the rules make of a document."""

    def __init__(self, document: Document, handle: _abi.Handle, name: str, data: bytes, language: str) -> None:
        self.document = document
        self._handle = handle
        self._name = name
        self._data = data
        self._language = language

    @property
    def findings(self) -> List[_model.Finding]:
        """Those on what the office wrote, not those on how it was read."""
        return [finding for finding in self.document.findings if finding.code.startswith("V")]

    @property
    def passed(self) -> bool:
        """Whether the document could be read and nothing in it is an error."""
        return all(finding.severity != "error" for finding in self.document.findings)

    def report(self, format: str = "text") -> str:
        """The report of `jixiao check`: text, json, jsonl, sarif or junit."""
        return self._handle.check(format, self._language, self._name, self._data)

    def __str__(self) -> str:
        return self.report()

    def __repr__(self) -> str:
        errors = sum(finding.severity == "error" for finding in self.findings)
        others = len(self.findings) - errors
        return f"<Review of {self.document.source.name or '-'}: {_count(errors, 'error')}, {_count(others, 'other finding')}>"
