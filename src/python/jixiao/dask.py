"""Archives as Dask DataFrames.

    forms = jixiao.dask.read_forms("s3://archive/2026/*.zip", batch_size=50)
    forms.indicators.groupby("level2").size().compute()
"""

from __future__ import annotations

import importlib.util
from typing import TYPE_CHECKING, Any, Dict, List, NamedTuple, Optional, Sequence, Union

from . import _abi, partition

if TYPE_CHECKING:
    from dask.dataframe import DataFrame


class Forms(NamedTuple):
    """The tidy tables, keyed by `path`. Those that are wanted together are cheapest asked for together:
    dask.compute(forms.documents, forms.funds) reads each file once."""

    documents: "DataFrame"
    sections: "DataFrame"
    forms: "DataFrame"
    funds: "DataFrame"
    goals: "DataFrame"
    indicators: "DataFrame"
    fields: "DataFrame"
    diagnostics: "DataFrame"

    def to_parquet(self, url: str, **options: Any) -> None:
        """Writes each table into a folder of its name below a URL, one file a partition; each input is read once. `options` are
        those of dask.dataframe.to_parquet(). Needs pyarrow or fastparquet."""
        if not any(map(importlib.util.find_spec, ("pyarrow", "fastparquet"))):
            raise _abi.Error("Parquet needs pyarrow, which is not installed: pip install pyarrow; to_csv() and `jixiao convert -o "
                             "FOLDER/` need nothing")
        import dask

        tables = [frame.to_parquet(f"{url.rstrip('/')}/{name}", compute=False, **options)
                  for name, frame in zip(self._fields, self)]
        dask.compute(*tables)


def _expanded(urls: Union[str, Sequence[str]], storage_options: Optional[Dict[str, Any]]) -> List[str]:
    """Patterns as what they match, in the order of names; what matches nothing stays, and becomes a row that says so."""
    import fsspec

    out: List[str] = []
    for url in [urls] if isinstance(urls, str) else urls:
        if not any(sign in url for sign in "*?["):
            out.append(url)
            continue
        system, path = fsspec.core.url_to_fs(url, **(storage_options or {}))
        protocol = url.split("://", 1)[0] + "://" if "://" in url else ""
        out += [protocol + match for match in sorted(system.glob(path))] or [url]
    return out


def read_forms(urls: Union[str, Sequence[str]], *, batch_size: int = 100, exact: bool = False,
               storage_options: Optional[Dict[str, Any]] = None, reader: Optional[str] = None,
               grammars: Optional[_abi.Grammars] = None, profile: Optional[str] = None, limit_bytes: int = 0,
               least: Optional[str] = None, hide_contacts: bool = False) -> Forms:
    """Converts what URLs name, anything that fsspec opens: files, folders, archives; patterns are expanded. One partition
    is a batch of `batch_size` URLs. A file that cannot be had or read is a row of `documents` that says so, with its
    finding in `diagnostics`. The same URLs give the same rows, so that what a lost worker had done is done again.

    exact            decimal numbers are Decimals, not float64
    storage_options  for fsspec
    The others are those of jixiao.convert().
    """
    import dask
    import dask.dataframe

    expanded = _expanded(urls, storage_options)
    batches = [expanded[i:i + batch_size] for i in range(0, len(expanded), batch_size)] or [[]]
    read = dask.delayed(partition.read_frames, pure=True)
    parts = [read(batch, exact=exact, storage_options=storage_options, reader=reader, grammars=grammars, profile=profile,
                  limit_bytes=limit_bytes, least=least, hide_contacts=hide_contacts) for batch in batches]
    frames: List[Any] = [dask.dataframe.from_delayed([part[table] for part in parts], meta=partition.frame(table, [], exact),
                                                     verify_meta=False) for table in Forms._fields]
    return Forms(*frames)
