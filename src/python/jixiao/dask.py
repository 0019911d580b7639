"""Archives as Dask DataFrames.

    forms = jixiao.dask.read_forms("s3://archive/2026/*.zip", batch_size=50)
    forms.indicators.groupby("level2").size().compute()
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Dict, List, NamedTuple, Optional, Sequence, Union

from . import partition

if TYPE_CHECKING:
    import dask.dataframe


class Forms(NamedTuple):
    """The tidy tables, keyed by `path`. Those that are wanted together are cheapest asked for together:
    dask.compute(forms.documents, forms.funds) reads each file once."""

    documents: "dask.dataframe.DataFrame"
    sections: "dask.dataframe.DataFrame"
    forms: "dask.dataframe.DataFrame"
    funds: "dask.dataframe.DataFrame"
    goals: "dask.dataframe.DataFrame"
    indicators: "dask.dataframe.DataFrame"
    fields: "dask.dataframe.DataFrame"
    diagnostics: "dask.dataframe.DataFrame"


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
               storage_options: Optional[Dict[str, Any]] = None, **options: Any) -> Forms:
    """Converts what URLs name, anything that fsspec opens: files, folders, archives; patterns are expanded. One partition
    is a batch of `batch_size` URLs. A file that cannot be had or read is a row of `documents` that says so, with its
    finding in `diagnostics`. The same URLs give the same rows, so that what a lost worker had done is done again.

    exact            decimal numbers are Decimals, not float64
    storage_options  for fsspec
    options          those of jixiao.convert(), without name and keep_grid
    """
    import dask
    import dask.dataframe

    expanded = _expanded(urls, storage_options)
    batches = [expanded[i:i + batch_size] for i in range(0, len(expanded), batch_size)] or [[]]
    read = dask.delayed(partition.read_frames, pure=True)
    parts = [read(batch, exact=exact, storage_options=storage_options, **options) for batch in batches]
    return Forms(*(dask.dataframe.from_delayed([part[table] for part in parts],
                                               meta=partition.frame(table, [], exact), verify_meta=False)
                   for table in Forms._fields))
