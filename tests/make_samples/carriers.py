#!/usr/bin/python3
"""Writes tests/carriers/: one document in every carrier, by the programs that write such files, and what it says.
Some of the files become samples, too.

Needs Debian's python3-docx, python3-openpyxl, libreoffice-writer, libreoffice-calc, pandoc, w3m, antiword, catdoc,
poppler-utils and a Chinese font (fonts-wqy-zenhei); none of them is needed to run the tests.

Usage: tests/make_samples/carriers.py [DOCUMENT]...     (default: all; see carriers_documents.py)
"""
import collections
import io
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import zipfile

import carriers_documents
import carriers_seen
import carriers_tokens
import carriers_writers as own

ROOT = pathlib.Path(__file__).resolve().parents[2]
TIME = re.compile(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d(?::?\d\d)?)?")


# Folders of samples/, each with the document and the carrier that is its input.
SAMPLES = {
    "carrier_docx_by_libreoffice": ("target_table", "libreoffice.docx"),
    "carrier_word_2003_by_libreoffice": ("target_table", "libreoffice.word_2003.xml"),
    "carrier_xlsx_by_libreoffice": ("target_table", "libreoffice.xlsx"),
    "carrier_doc_by_libreoffice": ("target_table", "libreoffice.doc"),
    "carrier_rtf_by_libreoffice": ("target_table", "libreoffice.rtf"),
    "carrier_odt_by_libreoffice": ("target_table", "libreoffice.odt"),
    "carrier_xls_by_libreoffice": ("target_table", "libreoffice.xls"),
    "carrier_ods_by_libreoffice": ("target_table", "libreoffice.ods"),
    "carrier_html_by_libreoffice": ("target_table", "libreoffice.html"),
    "carrier_html_by_pandoc": ("target_table", "pandoc.html"),
    "carrier_markdown_by_pandoc": ("target_table", "pandoc.md"),
    "carrier_rst_by_pandoc": ("target_table", "pandoc.rst"),
}


def run(*command, **options):
    return subprocess.run([str(word) for word in command], check=True, capture_output=True, **options).stdout


def libreoffice(folder, source, target, ending, infilter=None):
    """`source` as LibreOffice's export filter `target` saves it."""
    out = folder / "out"
    run("soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless",
        *([f"--infilter={infilter}"] if infilter else []), "--convert-to", f"{ending}:{target}", "--outdir", out, source)
    return out / f"{source.stem}.{ending}"


def without_times(data):
    return TIME.sub(b"2026-01-01T00:00:00", data)


def without_times_of_pdf(path):
    """Anew by qpdf, which keeps no time of day in it and packs its objects together."""
    out = path.with_suffix(".clean.pdf")
    run("qpdf", "--static-id", "--object-streams=generate", "--remove-page-labels", path, out)
    return re.sub(rb"D:\d{14}[+-]\d\d'\d\d'", b"D:20260101000000+00'00'", out.read_bytes())


def word_2003(data):
    """Without styles and lists, which say nothing that is read and are half of the file."""
    return re.sub(rb"<w:(styles|lists)\b.*?</w:\1>", b"", without_times(data), flags=re.DOTALL)


def open_document(data):
    """The parts that are read; without pictures of the page and settings, which are most of the file."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in ("mimetype", "content.xml", "styles.xml"):
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            new.writestr(entry, old.read(name))
    return out.getvalue()


def rich_text(data):
    """Without style sheet, lists and what the document says of itself, which are half of the file."""
    for group in (rb"{\stylesheet", rb"{\*\listtable", rb"{\info", rb"{\*\generator", rb"{\*\pgdsctbl"):
        begin = data.find(group)
        if begin < 0:
            continue
        depth, end = 0, begin
        while depth > 0 or end == begin:
            if data[end:end + 1] == b"\\":
                end += 1
            depth += {b"{": 1, b"}": -1}.get(data[end:end + 1], 0) if data[end - 1:end] != b"\\" else 0
            end += 1
        data = data[:begin] + data[end:]
    return data


def old_office(folder, word, workbook):
    """The document as LibreOffice saves it for programs before XML, and in its own formats."""
    return {
        "libreoffice.doc": libreoffice(folder, word, "MS Word 97", "doc").read_bytes(),
        "libreoffice.rtf": rich_text(libreoffice(folder, word, "Rich Text Format", "rtf").read_bytes()),
        "libreoffice.odt": open_document(libreoffice(folder, word, "writer8", "odt").read_bytes()),
        "libreoffice.xls": libreoffice(folder, workbook, "MS Excel 97", "xls").read_bytes(),
        "libreoffice.ods": open_document(libreoffice(folder, workbook, "calc8", "ods").read_bytes()),
    }


def if_whole(text, document):
    """`text` when it carries all characters of the document; antiword and catdoc leave out what some files hold."""
    def characters(texts):
        return collections.Counter(character for part in texts for character in part if not character.isspace())

    missing = characters(document.texts()) - characters([text.decode()])
    if missing:
        print(f"{document.name}: {sum(missing.values())} characters left out: {''.join(missing)}", file=sys.stderr)
    return None if missing else text


def pandoc(source, target):
    # pandoc's own version must not change the wrapping.
    return run("pandoc", "--from", source.suffix[1:], "--to", target, "--columns=100", source)


def own_carriers(document):
    page, blank = own.page(document), own.covered_blank(document)
    word = own.word(document)
    return {
        "word.docx": word,
        "word.flat_opc.xml": own.flat_opc(word),
        "workbook.xlsx": own.workbook(document),
        "pages.ofd": own.ofd(document),
        "page.html": page.encode(),
        "page.mht": own.web_archive(document).encode(),
        "workbook_2003.xml": own.workbook_2003(document).encode(),
        "page.gb18030.html": own.page(document, "gb18030").encode("gb18030"),
        "page.utf16.html": own.page(document, "utf-16").encode("utf-16"),
        "covered_blank.tsv": blank.encode(),
        "covered_blank.gb18030.tsv": blank.encode("gb18030"),
        "covered_blank.utf16.tsv": blank.encode("utf-16"),
        "covered_dropped.tsv": own.covered_dropped(document).encode(),
        "covered_repeated.tsv": own.covered_repeated(document).encode(),
        "quoted.csv": own.quoted_csv(document).encode(),
        "pipe_table.md": own.pipe_table(document).encode(),
        "one_cell_a_line.txt": own.one_cell_a_line(document).encode(),
    }


def carriers_of_programs(folder, carriers, document):
    for name in ("word.docx", "workbook.xlsx", "page.html"):
        (folder / name).write_bytes(carriers[name])
    word, workbook, page = (folder / name for name in ("word.docx", "workbook.xlsx", "page.html"))
    old_word = libreoffice(folder, page, "MS Word 97", "doc", infilter="HTML (StarWriter)")
    pdf = libreoffice(folder, word, "writer_pdf_Export", "pdf")
    text = libreoffice(folder, word, "Text (encoded):UTF8,LF", "txt").read_bytes()
    return old_office(folder, word, workbook) | {
        "libreoffice.pdf": without_times_of_pdf(pdf),
        "libreoffice.docx": own.packed_again(libreoffice(folder, word, "MS Word 2007 XML", "docx").read_bytes()),
        "libreoffice.word_2003.xml": word_2003(libreoffice(folder, word, "MS Word 2003 XML", "xml").read_bytes()),
        "libreoffice.xlsx": own.packed_again(libreoffice(folder, workbook, "Calc MS Excel 2007 XML", "xlsx").read_bytes()),
        "libreoffice.html": without_times(libreoffice(folder, word, "HTML (StarWriter)", "html").read_bytes()),
        "libreoffice.txt": text.removeprefix(b"\xef\xbb\xbf"),
        "pandoc.html": pandoc(word, "html"),
        "pandoc.md": pandoc(word, "markdown"),
        "pandoc.gfm.md": pandoc(word, "gfm"),
        "pandoc.rst": pandoc(word, "rst"),
        "pandoc.plain.txt": pandoc(word, "plain"),
        "w3m.txt": run("w3m", "-dump", "-cols", 100, "-I", "UTF-8", "-O", "UTF-8", "-T", "text/html", page),
        "antiword.txt": if_whole(run("antiword", "-m", "UTF-8.txt", "-w", 100, old_word), document),
        "catdoc.txt": if_whole(run("catdoc", "-d", "utf-8", old_word), document),
        "catdoc.unwrapped.txt": if_whole(run("catdoc", "-w", "-d", "utf-8", old_word), document),
        "pdftotext.layout.txt": run("pdftotext", "-layout", pdf, "-"),
        "pdftotext.bbox.html": without_times(run("pdftotext", "-bbox", pdf, "-")),
        "pdftotext.bbox_layout.html": without_times(run("pdftotext", "-bbox-layout", pdf, "-")),
        "pdftotext.words.tsv": run("pdftotext", "-tsv", pdf, "-"),
    }


class Encoder(json.JSONEncoder):
    """Numbers keep their digits: they go through as marked strings."""

    def encode(self, value):
        def marked(node):
            if isinstance(node, carriers_documents.Number):
                return f"#number {node}"
            if isinstance(node, dict):
                return {key: marked(part) for key, part in node.items()}
            return [marked(part) for part in node] if isinstance(node, list) else node

        text = json.dumps(marked(value), ensure_ascii=False, indent=1)
        return re.sub(r'"#number ([^"]*)"', r"\1", text)


def write(path, data):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def cleaned(name, data):
    """What LibreOffice saved, without what changes from run to run or is not read."""
    if name.endswith((".docx", ".xlsx")):
        return own.packed_again(data)
    if name.endswith((".odt", ".ods")):
        return open_document(data)
    return rich_text(data) if name.endswith(".rtf") else without_times(data) if name.endswith(".html") else data


def write_document(document, carriers):
    out = ROOT / "tests/carriers" / document.name
    write(out / "expected.json", (Encoder().encode(document.expected) + "\n").encode())
    if document.kinds:
        write(out / "kinds.txt", document.kinds.encode())
    for name, data in carriers.items():
        if data is not None:
            write(out / name, data)


def main(names):
    for name, make in {"seen_in_words": carriers_seen.carriers_of_words, "seen_in_sheets": carriers_seen.carriers_of_sheets}.items():
        if not names or name in names:
            with tempfile.TemporaryDirectory() as folder:
                write_document(*make(pathlib.Path(folder), libreoffice, cleaned))
    for document in [*carriers_documents.documents(), carriers_tokens.machine_tokens()]:
        if names and document.name not in names:
            continue
        carriers = own_carriers(document)
        with tempfile.TemporaryDirectory() as folder:
            carriers |= carriers_of_programs(pathlib.Path(folder), carriers, document)
        write_document(document, carriers)
        for sample, (name, carrier) in SAMPLES.items():
            if name == document.name:
                write(ROOT / "samples" / sample / f"input.{carrier.rsplit('.')[-1]}", carriers[carrier])


if __name__ == "__main__":
    main(sys.argv[1:])
