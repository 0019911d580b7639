"""What an engine does with one partition: files, wherever they are, to rows of the tidy tables. jixiao.dask is made of it, and
the recipe for Spark in docs/python.md."""

from __future__ import annotations

import json
import os
import tempfile
from typing import TYPE_CHECKING, Any, Dict, List, Optional, Sequence, Tuple

from . import _abi, _tables

if TYPE_CHECKING:
    import pandas

# Rows are keyed by the path of their document: a number would tell documents of one partition apart only.
KEY = "path"


def columns(table: str) -> Dict[str, str]:
    """The columns of a table with their types: `path` first, instead of the number of the document."""
    of_table = _tables.columns()[table]
    return {KEY: "text", **{name: kind for name, kind in of_table.items() if name not in ("document", KEY)}}


def _fetch(url: str, folder: str, options: Dict[str, Any]) -> Tuple[Optional[str], str]:
    """A local path of what a URL names, and why there is none."""
    import fsspec
    from fsspec.implementations.local import LocalFileSystem

    try:
        system, path = fsspec.core.url_to_fs(url, **options)
        if isinstance(system, LocalFileSystem):
            return path, ""
        local = os.path.join(folder, os.path.basename(path.rstrip("/")) or "input")
        system.get(path, local, recursive=system.isdir(path))
        return local, ""
    except Exception as error:  # of any file system, with exceptions of its own
        return None, str(error) or type(error).__name__


def _missing(url: str, reason: str) -> str:
    """The document of a file that could not be fetched, as an unreadable one has it."""
    finding = {"code": "S110", "severity": "error", "arguments": {"file": url, "reason": reason}, "path": None, "at": {}}
    return json.dumps({"schema": "jixiao/1", "source": {"name": url.rsplit("/", 1)[-1], "path": url},
                       "diagnostics": [finding]}, ensure_ascii=False)


def read_rows(urls: Sequence[str], storage_options: Optional[Dict[str, Any]] = None, *, workers: int = 1, isolated: bool = False,
              **options: Any) -> _tables.Rows:
    """The rows of each table, those of a URL behind those of the one before. Every input has its row in `documents`, also
    when it could not be fetched or read."""
    out: _tables.Rows = {table: [] for table in _tables.columns()}
    how = _abi.options(**options)

    def add(path: str, rows: _tables.Rows) -> bool:
        for table, names in _tables.columns().items():
            kept = [i for i, name in enumerate(names) if name not in ("document", KEY)]
            out[table] += [[path, *(row[i] for i in kept)] for row in rows[table]]
        return True

    for url in urls:
        with tempfile.TemporaryDirectory() as folder:
            local, reason = _fetch(url, folder, storage_options or {})
            if local is None:
                add(url, _tables.parse(_abi.read_json(_missing(url, reason)).tables(0)))
                continue

            begin, shown = local, url if local.startswith(folder) else local

            def take(result: _abi.Result, begin: str = begin, shown: str = shown) -> bool:
                path = (result.path.value() or b"").decode("utf-8", "replace")
                inside = path[len(begin):] if path.startswith(begin) else ""
                return add(shown + inside, _tables.parse(result.tables.value() or b""))

            _abi.convert_all([local], how, take, workers=workers, isolated=isolated, json=False, tables=True)
    return out


def frame(table: str, rows: List[List[Any]], exact: bool = False) -> "pandas.DataFrame":
    import pandas

    of_table = columns(table)
    by_column = zip(*rows) if rows else [()] * len(of_table)
    return pandas.DataFrame({name: _tables.series(list(values), kind, exact)
                             for (name, kind), values in zip(of_table.items(), by_column)})


def read_frames(urls: Sequence[str], *, exact: bool = False, storage_options: Optional[Dict[str, Any]] = None,
                **options: Any) -> "Dict[str, pandas.DataFrame]":
    """The tidy tables of what URLs name, by their names; options as for jixiao.dask.read_forms()."""
    rows = read_rows(urls, storage_options, **options)
    return {table: frame(table, of_table, exact) for table, of_table in rows.items()}


def spark_schema(table: str) -> str:
    """The columns of a table as Spark's mapInPandas() asks for them: "path string, form bigint, yuan double"."""
    types = {"text": "string", "integer": "bigint", "decimal": "double"}
    return ", ".join(f"`{name}` {types[kind]}" for name, kind in columns(table).items())
