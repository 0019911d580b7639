"""The tidy tables as DataFrames."""

from __future__ import annotations

import functools
import json
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Dict, Iterable, List, Optional, Union

from . import _abi

if TYPE_CHECKING:
    import pandas

    from ._document import Document

Rows = Dict[str, List[List[Any]]]


@functools.lru_cache(maxsize=None)
def columns() -> Dict[str, Dict[str, str]]:
    """The columns of each table by name, with their types: text, integer or decimal."""
    return {table["name"]: {column["name"]: column["type"] for column in table["columns"]}
            for table in json.loads(_abi.tables())}


def parse(text: Union[str, bytes]) -> Rows:
    rows: Rows = json.loads(text, parse_float=Decimal)
    return rows


def dtype(type_name: str, exact: bool) -> str:
    return {"text": "string", "integer": "Int64"}.get(type_name, "object" if exact else "float64")


def series(values: List[Any], type_name: str, exact: bool) -> "pandas.Series":
    import pandas

    if type_name == "decimal" and exact:
        values = [None if value is None else Decimal(value) for value in values]
    elif type_name == "decimal":
        values = [None if value is None else float(value) for value in values]
    return pandas.Series(values, dtype=dtype(type_name, exact))


def frame(table: str, rows: List[List[Any]], exact: bool) -> "pandas.DataFrame":
    import pandas

    by_column = zip(*rows) if rows else [()] * len(columns()[table])
    return pandas.DataFrame({name: series(list(values), type_name, exact)
                             for (name, type_name), values in zip(columns()[table].items(), by_column)})


def to_pandas(documents: "Iterable[Document]", table: Optional[str] = None, *,
              exact: bool = False) -> "Union[pandas.DataFrame, Dict[str, pandas.DataFrame]]":
    """The tidy tables of documents, which are numbered from 0: one as a DataFrame, or all by their names.

    Decimal numbers become float64, or with `exact` objects of type Decimal with their printed digits.
    """
    if table is not None and table not in columns():
        raise _abi.Error(f"there is no table {table}; there are {', '.join(columns())}")
    wanted = list(columns()) if table is None else [table]
    rows: Rows = {name: [] for name in wanted}
    for number, document in enumerate(documents):
        of_document = document._rows(number)
        for name in wanted:
            rows[name] += of_document[name]
    frames = {name: frame(name, rows[name], exact) for name in wanted}
    return frames if table is None else frames[table]
