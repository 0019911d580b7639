"""The C interface, <jixiao/jixiao.h>, by ctypes: nothing is compiled, and the GIL is free during each call."""

from __future__ import annotations

import ctypes
import os
import pathlib
from typing import Any, Callable, Iterable, Iterator, Optional, Tuple, Type, Union

OK, BAD_ARGUMENT, NOT_FOUND, BAD_JSON, BAD_GRAMMAR, NO_MEMORY, CANCELLED, FAILED = range(8)
FATES = ("converted", "with_findings", "refused", "failed")
CERTAINTIES = {None: 0, "likely": 1, "certain": 2}
NAME = "libjixiao.so.0"


class Error(Exception):
    """A call cannot be done: an unknown option, a text that is no canonical document, a form grammar with errors.
    What an input holds is never an Error; it is a finding of its document."""


class Text(ctypes.Structure):
    _fields_ = [("bytes", ctypes.POINTER(ctypes.c_char)), ("size", ctypes.c_size_t)]

    def value(self) -> Optional[bytes]:
        return ctypes.string_at(self.bytes, self.size) if self.bytes else None


class Buffer(ctypes.Structure):
    _fields_ = [("bytes", ctypes.POINTER(ctypes.c_char)), ("size", ctypes.c_size_t)]


class Options(ctypes.Structure):
    of_grammars: "Optional[Grammars]"
    _fields_ = [
        ("size", ctypes.c_size_t),
        ("from_", ctypes.c_char_p),
        ("grammars", ctypes.c_void_p),
        ("profile", ctypes.c_char_p),
        ("limit_bytes", ctypes.c_uint64),
        ("least", ctypes.c_int32),
        ("hide_contacts", ctypes.c_int32),
        ("keep_grid", ctypes.c_int32),
    ]


class Result(ctypes.Structure):
    _fields_ = [
        ("size", ctypes.c_size_t),
        ("number", ctypes.c_uint64),
        ("path", Text),
        ("fate", ctypes.c_int32),
        ("json", Text),
        ("tables", Text),
    ]


Take = ctypes.CFUNCTYPE(ctypes.c_int32, ctypes.c_void_p, ctypes.POINTER(Result))


class Batch(ctypes.Structure):
    _fields_ = [
        ("size", ctypes.c_size_t),
        ("paths", ctypes.POINTER(ctypes.c_char_p)),
        ("path_count", ctypes.c_size_t),
        ("jobs", ctypes.c_uint32),
        ("isolated", ctypes.c_int32),
        ("json", ctypes.c_int32),
        ("tables", ctypes.c_int32),
        ("take", Take),
        ("user", ctypes.c_void_p),
    ]


def _candidates() -> Iterator[str]:
    """The library that JIXIAO_LIBRARY names and no other, else the one beside this file, the one that was installed along
    with this file (PREFIX/lib/python3/dist-packages), the system's."""
    named = os.environ.get("JIXIAO_LIBRARY")
    if named:
        yield named
        return
    here = pathlib.Path(__file__).resolve()
    folders = [here.parent]
    if here.parts[-5:-2] == ("lib", "python3", "dist-packages"):
        lib = here.parents[3]
        folders += [lib, *sorted(lib.glob("*-linux-*")), lib.with_name("lib64")]
    yield from (str(folder / NAME) for folder in folders if (folder / NAME).exists())
    yield NAME


def _load() -> ctypes.CDLL:
    path = next(_candidates())
    try:
        return ctypes.CDLL(path)
    except OSError as error:
        raise ImportError(f"jixiao needs its library, {NAME} (Debian's package libjixiao0): {error}. JIXIAO_LIBRARY may name its "
                          "path.", name="jixiao", path=path) from error


_library = _load()


def _declare(name: str, result: Any, *arguments: Any) -> Any:
    function = getattr(_library, name)
    function.restype, function.argtypes = result, arguments
    return function


_status, _handle, _handle_out = ctypes.c_int32, ctypes.c_void_p, ctypes.POINTER(ctypes.c_void_p)
_options, _buffer = ctypes.POINTER(Options), ctypes.POINTER(Buffer)
_error_message = _declare("jixiao_error_message", ctypes.c_char_p)
_version = _declare("jixiao_version", ctypes.c_char_p)
_buffer_free = _declare("jixiao_buffer_free", None, _buffer)
_convert = _declare("jixiao_convert", _status, ctypes.c_char_p, ctypes.c_char_p, ctypes.c_size_t, _options, _handle_out)
_convert_file = _declare("jixiao_convert_file", _status, ctypes.c_char_p, _options, _handle_out)
_read_json = _declare("jixiao_read_json", _status, ctypes.c_char_p, ctypes.c_size_t, _handle_out)
_document_free = _declare("jixiao_document_free", None, _handle)
_document_fate = _declare("jixiao_document_fate", ctypes.c_int32, _handle)
_document_json = _declare("jixiao_document_json", _status, _handle, ctypes.c_int32, _buffer)
_document_check = _declare("jixiao_document_check", _status, _handle, ctypes.c_char_p, ctypes.c_char_p, ctypes.c_char_p,
                           ctypes.c_char_p, ctypes.c_size_t, _buffer)
_document_grid = _declare("jixiao_document_grid", _status, _handle, _buffer)
_tables = _declare("jixiao_tables", _status, _buffer)
_document_tables = _declare("jixiao_document_tables", _status, _handle, ctypes.c_uint64, _buffer)
_grammars_load = _declare("jixiao_grammars_load", _status, ctypes.c_char_p, ctypes.c_size_t, ctypes.c_char_p, _handle_out)
_grammars_free = _declare("jixiao_grammars_free", None, _handle)
_explain = _declare("jixiao_explain", ctypes.c_char_p, ctypes.c_char_p, ctypes.c_char_p)
_convert_all = _declare("jixiao_convert_all", _status, ctypes.POINTER(Batch), _options)


def _check(status: int) -> None:
    if status != OK:
        raise Error(_error_message().decode("utf-8", "replace"))


def _text(call: Callable[..., int], *arguments: Any) -> str:
    """The text that a call gives, which is the caller's."""
    buffer = Buffer()
    _check(call(*arguments, ctypes.byref(buffer)))
    try:
        return ctypes.string_at(buffer.bytes, buffer.size).decode("utf-8")
    finally:
        _buffer_free(ctypes.byref(buffer))


def _encoded(text: Optional[str]) -> Optional[bytes]:
    return None if text is None else text.encode("utf-8")


class Grammars:
    """The built-in form grammars with those of a `.form` text. May be shared by threads, and pickled for other processes."""

    def __init__(self, text: str, file_name: str = "grammar.form") -> None:
        self._handle = ctypes.c_void_p()
        self._text, self._file_name = text, file_name
        data = text.encode("utf-8")
        _check(_grammars_load(data, len(data), file_name.encode("utf-8"), ctypes.byref(self._handle)))

    def __del__(self) -> None:
        _grammars_free(self._handle)

    def __reduce__(self) -> "Tuple[Type[Grammars], Tuple[str, str]]":
        return Grammars, (self._text, self._file_name)

    def __repr__(self) -> str:
        return f"<Grammars {self._file_name}>"


class Handle:
    """A document of the library, freed with this object."""

    def __init__(self) -> None:
        self.pointer = ctypes.c_void_p()

    def __del__(self) -> None:
        _document_free(self.pointer)

    def json(self) -> str:
        return _text(_document_json, self.pointer, 0)

    def pretty_json(self) -> str:
        return _text(_document_json, self.pointer, 1)

    def fate(self) -> str:
        return FATES[_document_fate(self.pointer)]

    def grid(self) -> str:
        return _text(_document_grid, self.pointer)

    def tables(self, number: int) -> str:
        return _text(_document_tables, self.pointer, number)

    def check(self, format: str, language: str, name: Optional[str], data: bytes) -> str:
        return _text(_document_check, self.pointer, format.encode(), language.encode(), _encoded(name), data, len(data))


def options(*, reader: Optional[str] = None, grammars: Optional[Grammars] = None, profile: Optional[str] = None,
            limit_bytes: int = 0, least: Optional[str] = None, hide_contacts: bool = False,
            keep_grid: bool = False) -> Options:
    """What inputs are read with."""
    if least not in CERTAINTIES:
        raise Error(f"there is no such certainty: {least}; there are likely and certain")
    made = Options(ctypes.sizeof(Options), _encoded(reader), grammars._handle if grammars else None, _encoded(profile),
                   limit_bytes, CERTAINTIES[least], hide_contacts, keep_grid)
    made.of_grammars = grammars  # which live as long
    return made


def convert(name: str, data: bytes, how: Options) -> Handle:
    handle = Handle()
    _check(_convert(name.encode("utf-8", "replace"), data, len(data), ctypes.byref(how), ctypes.byref(handle.pointer)))
    return handle


def convert_file(path: Union[str, "os.PathLike[str]"], how: Options) -> Handle:
    handle = Handle()
    _check(_convert_file(os.fsencode(path), ctypes.byref(how), ctypes.byref(handle.pointer)))
    return handle


def read_json(text: Union[str, bytes]) -> Handle:
    handle = Handle()
    data = text.encode("utf-8") if isinstance(text, str) else text
    _check(_read_json(data, len(data), ctypes.byref(handle.pointer)))
    return handle


def convert_all(paths: Iterable[Union[str, "os.PathLike[str]"]], how: Options, take: Callable[[Result], bool], *,
                workers: Optional[int], isolated: bool, json: bool, tables: bool) -> bool:
    """Calls take() with each result, in order; False when that ended the run. What take() raises is raised."""
    raised: list[BaseException] = []

    def taken(_: Any, result: Any) -> int:
        try:
            return 1 if take(result.contents) else 0
        except BaseException as error:  # a callback of ctypes cannot pass it on
            raised.append(error)
            return 0

    names = [os.fsencode(path) for path in paths]
    batch = Batch(ctypes.sizeof(Batch), (ctypes.c_char_p * len(names))(*names), len(names), workers or 0, isolated, json,
                  tables, Take(taken), None)
    status = _convert_all(ctypes.byref(batch), ctypes.byref(how))
    if raised:
        raise raised[0]
    if status == CANCELLED:
        return False
    _check(status)
    return True


def tables() -> str:
    return _text(_tables)


def version() -> str:
    return str(_version().decode())


def explain(code: str, language: str = "en") -> str:
    """What a code means, in Markdown."""
    page: Optional[bytes] = _explain(code.encode("utf-8"), language.encode("utf-8"))
    if page is None:
        raise Error(_error_message().decode("utf-8", "replace"))
    return page.decode("utf-8")
