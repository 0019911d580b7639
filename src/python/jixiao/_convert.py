"""Converting one input, or many."""

from __future__ import annotations

import os
import queue
import sys
import threading
from typing import Any, Callable, Iterable, Iterator, Optional, Union

from . import _abi
from ._document import Document, Review

Path = Union[str, "os.PathLike[str]"]
PathOrBytes = Union[Path, bytes, bytearray, memoryview]
Progress = Union[bool, Callable[[int, str], Any], None]


def _convert(source: PathOrBytes, name: str, options: _abi.Options) -> _abi.Handle:
    if isinstance(source, (bytes, bytearray, memoryview)):
        return _abi.convert(name, bytes(source), options)
    return _abi.convert_file(source, options)


def _document_of(handle: _abi.Handle, keep_grid: bool) -> Document:
    try:
        grid = handle.grid() if keep_grid else None
    except _abi.Error:  # of what could not be opened there is none
        grid = None
    return Document(handle.json(), grid)


def convert(source: PathOrBytes, *, name: str = "", reader: Optional[str] = None,
            grammars: Optional[_abi.Grammars] = None, profile: Optional[str] = None, limit_bytes: int = 0,
            least: Optional[str] = None, hide_contacts: bool = False, keep_grid: bool = True) -> Document:
    """Reads a file, or bytes called `name`, into its document. What is wrong with it is a finding of the document, also
    when it cannot be read at all.

    reader         forces one ("tsv"); otherwise the content tells
    grammars       form grammars of your own before the built-in ones
    profile        what the rules go by; otherwise that of the form's place and year
    least          "likely" or "certain": what was read with less certainty stays empty
    hide_contacts  masks names of persons and telephone numbers
    keep_grid      keeps the tables as they were read, to show them
    """
    options = _abi.options(reader=reader, grammars=grammars, profile=profile, limit_bytes=limit_bytes, least=least,
                           hide_contacts=hide_contacts, keep_grid=keep_grid)
    return _document_of(_convert(source, name, options), keep_grid)


def check(source: PathOrBytes, *, name: str = "", language: str = "en", reader: Optional[str] = None,
          grammars: Optional[_abi.Grammars] = None, profile: Optional[str] = None, limit_bytes: int = 0,
          least: Optional[str] = None, hide_contacts: bool = False, keep_grid: bool = True) -> Review:
    """Reads an input and says what the rules make of it, in English or Chinese ("zh"); options as for convert()."""
    if isinstance(source, (bytes, bytearray, memoryview)):
        data, shown = bytes(source), name
    else:
        shown = os.fsdecode(source)
        try:
            with open(source, "rb") as file:
                data = file.read()
        except OSError:
            data = b""
    handle = _convert(source, name, _abi.options(
        reader=reader, grammars=grammars, profile=profile, limit_bytes=limit_bytes, least=least, hide_contacts=hide_contacts,
        keep_grid=keep_grid))
    return Review(_document_of(handle, keep_grid), handle, shown, data, language)


class _Bar:
    """Says on standard error how far it is, in one line that is written over."""

    def __call__(self, done: int, path: str) -> None:
        sys.stderr.write(f"\r{done} documents")
        sys.stderr.flush()


def convert_many(paths: Iterable[Path], *, workers: Optional[int] = None, progress: Progress = None,
                 isolated: bool = False, reader: Optional[str] = None, grammars: Optional[_abi.Grammars] = None,
                 profile: Optional[str] = None, limit_bytes: int = 0, least: Optional[str] = None,
                 hide_contacts: bool = False) -> Iterator[Document]:
    """Converts files, folders (with all below them) and archives (in place), and gives the documents in that order, as
    soon as they are there. Memory holds a few documents for each worker. The conversion runs while you use what came.

    workers   threads; by default one a processor
    progress  True for a line on standard error, or called with the number of documents so far and the path
    isolated  workers are processes, so that no file can end the program; for programs without other threads
    The others are those of convert().
    """
    if isinstance(paths, (str, bytes, os.PathLike)):
        raise TypeError("paths are a list: [path]")
    options = _abi.options(reader=reader, grammars=grammars, profile=profile, limit_bytes=limit_bytes, least=least,
                           hide_contacts=hide_contacts)
    return _documents(paths, options, workers, progress, isolated)


def _documents(paths: Iterable[Path], options: _abi.Options, workers: Optional[int], progress: Progress,
               isolated: bool) -> Iterator[Document]:
    width = workers or os.cpu_count() or 1
    results: "queue.Queue[Any]" = queue.Queue(maxsize=2 * width)
    stopped = threading.Event()
    end = object()

    def put(item: Any) -> bool:
        while not stopped.is_set():
            try:
                results.put(item, timeout=0.1)
                return True
            except queue.Full:
                continue
        return False

    def take(result: _abi.Result) -> bool:
        return put(((result.path.value() or b"").decode("utf-8", "replace"), (result.json.value() or b"").decode("utf-8")))

    def convert_all() -> None:
        try:
            _abi.convert_all(paths, options, take, workers=workers, isolated=isolated, json=True, tables=False)
        except BaseException as error:  # raised where the documents are asked for
            put(error)
        put(end)

    report = _Bar() if progress is True else progress
    thread = threading.Thread(target=convert_all, name="jixiao", daemon=True)
    thread.start()
    done = 0
    try:
        while (item := results.get()) is not end:
            if isinstance(item, BaseException):
                raise item
            path, text = item
            done += 1
            if callable(report):
                report(done, path)
            yield Document(text)
        if progress is True:
            sys.stderr.write("\n")
    finally:
        stopped.set()
        thread.join()
