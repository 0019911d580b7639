"""The canonical document as objects. Fields that a form does not print are None or empty, never guessed."""

from __future__ import annotations

import dataclasses
import functools
import typing
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Dict, List, Optional, Type, TypeVar

T = TypeVar("T")


@dataclass(frozen=True)
class Place:
    """Where something stands in the source; what does not apply is None."""

    line: Optional[int] = None
    column: Optional[int] = None
    page: Optional[int] = None
    table: Optional[int] = None
    row: Optional[int] = None
    cell: Optional[int] = None
    bytes: Optional[List[int]] = None

    def __str__(self) -> str:
        names = ("page", "line", "column", "table", "row", "cell")
        return ", ".join(f"{name} {getattr(self, name)}" for name in names if getattr(self, name) is not None)


@dataclass(frozen=True)
class Source:
    name: str = ""
    media_type: str = ""
    encoding: str = ""
    bytes: int = 0
    sha256: str = ""
    path: Optional[str] = None


@dataclass(frozen=True)
class Party:
    code: Optional[str] = None
    name: Optional[str] = None


@dataclass(frozen=True)
class Value:
    """A target or an actual value: the text as printed, and what was read from it."""

    text: str = ""
    kind: str = "qualitative"
    op: Optional[str] = None
    number: Optional[Decimal] = None
    upper: Optional[Decimal] = None
    unit: Optional[str] = None
    subject: Optional[str] = None

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True)
class ValueOf:
    of: Optional[str] = None
    by: Optional[str] = None
    value: Optional[Value] = None


@dataclass(frozen=True)
class Labelled:
    label: List[str] = field(default_factory=list)
    text: str = ""
    at: Place = Place()


@dataclass(frozen=True)
class Choice:
    label: str = ""
    text: Optional[str] = None
    chosen: List[str] = field(default_factory=list)
    offered: List[str] = field(default_factory=list)
    at: Place = Place()


@dataclass(frozen=True)
class How:
    by: str = ""
    certainty: Optional[str] = None


@dataclass(frozen=True)
class Fund:
    scope: str = ""
    item: str = ""
    measure: str = ""
    label: Optional[str] = None
    number: Optional[Decimal] = None
    yuan: Optional[Decimal] = None

    def __repr__(self) -> str:
        return f"<Fund {self.scope}.{self.item}.{self.measure} {self.number}>"


@dataclass(frozen=True)
class ScheduleEntry:
    by: str = ""
    percent: Optional[Decimal] = None


@dataclass(frozen=True)
class Goals:
    project: Optional[str] = None
    project_period: Optional[str] = None
    annual: Optional[str] = None
    expected: Optional[str] = None
    actual: Optional[str] = None


@dataclass(frozen=True)
class Indicator:
    level1: Optional[str] = None
    level2: Optional[str] = None
    level3: Optional[str] = None
    definition: Optional[str] = None
    target: Optional[Value] = None
    actual: Optional[Value] = None
    weight: Optional[Decimal] = None
    score: Optional[Decimal] = None
    basis: Optional[str] = None
    remark: Optional[str] = None
    direction: Optional[str] = None
    nature: Optional[str] = None
    panel: Optional[str] = None
    group_weight: Optional[Decimal] = None
    targets: List[ValueOf] = field(default_factory=list)
    results: List[ValueOf] = field(default_factory=list)
    choices: List[Choice] = field(default_factory=list)
    other: List[Labelled] = field(default_factory=list)
    printed: Dict[str, str] = field(default_factory=dict)
    how: Dict[str, How] = field(default_factory=dict)
    repaired: List[str] = field(default_factory=list)
    at: Place = Place()

    def __repr__(self) -> str:
        return f"<Indicator {self.level2 or self.level1} {self.level3} {self.target or ''}>".replace(" >", ">")


@dataclass(frozen=True)
class Finding:
    """Something that was repaired (a note), is doubtful (a warning) or wrong (an error)."""

    code: str = ""
    name: str = ""
    severity: str = "note"
    message: str = ""
    arguments: Dict[str, str] = field(default_factory=dict)
    path: Optional[str] = None
    at: Place = Place()
    certainty: Optional[str] = None
    runner_up: Optional[str] = None

    def __repr__(self) -> str:
        return f"<{self.severity} {self.code}: {self.message}>"


@dataclass(frozen=True)
class Section:
    heading: Optional[str] = None
    text: Optional[str] = None


@dataclass(frozen=True)
class Cell:
    text: str = ""
    at: Place = Place()
    kind: Optional[str] = None  # of furniture


@dataclass(frozen=True)
class Coverage:
    cells: int = 0
    claimed: int = 0
    unclaimed: List[Cell] = field(default_factory=list)
    furniture: List[Cell] = field(default_factory=list)


@functools.lru_cache(maxsize=None)
def _members(cls: type) -> Dict[str, Any]:
    hints = typing.get_type_hints(cls)
    return {member.name: hints[member.name] for member in dataclasses.fields(cls) if not member.name.startswith("_")}


def build(hint: Any, value: Any) -> Any:
    """A value of JSON as what the hint says: a dataclass, a list or a dict of some, a Decimal, or itself."""
    origin = typing.get_origin(hint)
    if value is None:
        return None
    if origin is typing.Union:
        return build(typing.get_args(hint)[0], value)
    if origin is list:
        return [build(typing.get_args(hint)[0], one) for one in value]
    if origin is dict:
        return {key: build(typing.get_args(hint)[1], one) for key, one in value.items()}
    if hint is Decimal:
        return Decimal(value)
    return make(hint, value) if dataclasses.is_dataclass(hint) else value


def make(cls: Type[T], data: Dict[str, Any], **more: Any) -> T:
    members = _members(cls)  # type: ignore[arg-type] # of lru_cache
    return cls(**{name: build(members[name], value) for name, value in data.items() if name in members}, **more)
