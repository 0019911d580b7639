"""How documents and forms look in a notebook: the form as its grid, with what was repaired or is wrong in colour."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any, Dict, Iterable, List, Optional, Tuple

if TYPE_CHECKING:
    from ._document import Document, Form
    from ._model import Finding

COLOURS = {"error": "#f8c9c4", "warning": "#fbe3b0", "note": "#cfe3fa"}  # of cells with a finding of this severity
LABEL, REPAIRED, UNCLAIMED = "#eeeeee", COLOURS["note"], "#e3d4f5"
CELL = "border:1px solid #999;padding:2px 6px;text-align:left;vertical-align:top"


def _worst(findings: List["Finding"]) -> Optional[str]:
    return next((severity for severity in COLOURS if any(one.severity == severity for one in findings)), None)


def _td(text: str, colour: Optional[str], title: str = "") -> str:
    style = CELL + (f";background:{colour}" if colour else "")
    hint = f' title="{escape(title)}"' if title else ""
    return f'<td style="{style}"{hint}>{escape(text)}</td>'


class _Marks:
    """What is to be said of the nodes of a form."""

    def __init__(self, form: "Form", number: int) -> None:
        self._findings: Dict[str, List["Finding"]] = {}
        for finding in form.findings:
            self._findings.setdefault(finding.path or "", []).append(finding)
        base = f"/forms/{number}"
        self._repaired = {f"{base}/{name.replace('.', '/')}": how.by for name, how in form.how.items()}
        for i, indicator in enumerate(form.indicators):
            self._repaired.update({f"{base}/indicators/{i}/{name}": "repaired" for name in indicator.repaired})
            self._repaired.update({f"{base}/indicators/{i}/{name}": how.by for name, how in indicator.how.items()})

    def of(self, claim: str) -> Tuple[Optional[str], str]:
        """Colour and hint of a cell that a node claimed."""
        findings = [one for path, ones in self._findings.items() for one in ones
                    if path == claim or claim.startswith(path + "/") and path.count("/") > 3 or path.startswith(claim + "/")]
        worst = _worst(findings)
        hint = "\n".join([claim, *(f"{one.code}: {one.message}" for one in findings)])
        if worst:
            return COLOURS[worst], hint
        return (REPAIRED if claim in self._repaired else None), hint

    def of_row(self, row: List[Dict[str, str]]) -> List[Tuple[Optional[str], str]]:
        """Colours and hints of a row's cells. What is said of a node that no cell of the row was taken for (the group of
        an indicator that its labels told) stands on the labels, or else on the first cell of the indicator."""
        claims = [cell["claim"] for cell in row]
        marks = [self._of_cell(cell) for cell in row]
        for node in sorted({claim.rsplit("/", 1)[0] for claim in claims if "/indicators/" in claim}):
            left = sorted(path for path in {*self._findings, *self._repaired}
                          if path.startswith(node + "/") and not any((claim + "/").startswith(path + "/") for claim in claims))
            if not left:
                continue
            places = [i for i, cell in enumerate(row) if cell["claim"] == "label" and cell["text"].strip()]
            places = places or [i for i, claim in enumerate(claims) if claim.startswith(node + "/")][:1]
            for path in left:
                colour, hint = self.of(path)
                for i in places:
                    marks[i] = (colour or marks[i][0], f"{marks[i][1]}\n{hint}")
        return marks

    def _of_cell(self, cell: Dict[str, str]) -> Tuple[Optional[str], str]:
        claim = cell["claim"]
        if claim.startswith("/"):
            return self.of(claim)
        if not cell["text"].strip():
            return None, ""
        return (LABEL, "label") if claim else (UNCLAIMED, "nothing claimed this")


def _rows_of_form(grid: List[Dict[str, Any]], number: int) -> Iterable[List[Dict[str, str]]]:
    """From the first row that the form claimed something of to the last."""
    rows = [row for block in grid for row in block["rows"]]
    start = f"/forms/{number}/"
    mine = [i for i, row in enumerate(rows) if any((cell["claim"] + "/").startswith(start) for cell in row)]
    return rows[mine[0]:mine[-1] + 1] if mine else []


def _grid(form: "Form", number: int, grid: List[Dict[str, Any]]) -> str:
    marks = _Marks(form, number)
    rows = list(_rows_of_form(grid, number))
    width = max((len(row) for row in rows), default=0)
    lines = []
    for row in rows:
        cells = [_td(cell["text"], *mark) for cell, mark in zip(row, marks.of_row(row))]
        lines.append("<tr>" + "".join(cells + [_td("", None)] * (width - len(row))) + "</tr>")
    return "".join(lines)


def _fields(form: "Form", number: int) -> str:
    """A form whose grid was not kept: its fields, amounts and indicators."""
    marks = _Marks(form, number)
    base = f"/forms/{number}"
    lines = []

    def line(cells: List[Tuple[str, str]], label: str = "") -> None:
        head = [_td(label, LABEL)] if label else []
        lines.append("<tr>" + "".join(head + [_td(text, *marks.of(path)) for text, path in cells]) + "</tr>")

    for name in ("project_name", "project_code", "start_date", "end_date"):
        if getattr(form, name) is not None:
            line([(str(getattr(form, name)), f"{base}/{name}")], name)
    for i, fund in enumerate(form.funds):
        line([(str(fund.number if fund.number is not None else ""), f"{base}/funds/{i}")],
             f"{fund.scope}.{fund.item}.{fund.measure}")
    for i, indicator in enumerate(form.indicators):
        path = f"{base}/indicators/{i}"
        line([(str(getattr(indicator, name) or ""), f"{path}/{name}")
              for name in ("level1", "level2", "level3", "target", "actual")])
    return "".join(lines)


def form(of: "Form", number: int, document: "Optional[Document]") -> str:
    grid = document.grid if document else None
    body = _grid(of, number, grid) if grid else ""
    title = escape(" ".join(str(part) for part in (of.fiscal_year, of.title, of.project_name) if part))
    findings = "".join(f"<li>{escape(one.code)}: {escape(one.message)}</li>" for one in of.findings
                       if one.severity != "note")
    return (f'<div><b>{title}</b><table style="border-collapse:collapse">{body or _fields(of, number)}</table>'
            + (f"<ul>{findings}</ul>" if findings else "") + "</div>")


def document(of: "Document") -> str:
    head = "".join(f'<th style="{CELL}">{name}</th>' for name in ("form", "project", "indicators", "findings"))
    lines = []
    for i, one in enumerate(of.forms):
        findings = one.findings
        worst = _worst(findings)
        lines.append("<tr>" + _td(f"{i + 1} {one.kind}", None) + _td(one.project_name or one.title or "", None)
                     + _td(str(len(one.indicators)), None)
                     + _td(str(len(findings)), COLOURS[worst] if worst else None,
                           "\n".join(finding.message for finding in findings)) + "</tr>")
    return (f'<div><b>{escape(of.source.name)}</b><table style="border-collapse:collapse"><tr>{head}</tr>'
            + "".join(lines) + "</table></div>")
