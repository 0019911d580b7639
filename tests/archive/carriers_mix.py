"""Which carriers an archive holds, how often each occurs, and which samples stand for it."""
import dataclasses
import pathlib

ROOT = pathlib.Path(__file__).resolve().parents[2]
LARGEST = 200_000  # bytes of a sample; larger ones test limits, and no archive is full of those


@dataclasses.dataclass(frozen=True)
class Carrier:
    name: str
    weight: float  # per cent of the files
    endings: tuple[str, ...]  # of the files in the archive; the first is the usual one
    samples: tuple[str, ...]  # patterns of paths below the root of the sources
    rows: str = ""  # how vary.py finds a row that may be repeated or dropped; empty where no row stands alone
    wraps: bool = False  # a name may be broken anywhere: only single characters can be replaced


# A sample belongs to the first carrier that names it. The weights: offices publish what they wrote in Word and
# in spreadsheets, and pages of their sites; text comes from those who read PDFs and old files before.
CARRIERS = (
    Carrier("docx", 25, (".docx",), ("samples/*/input.docx", "tests/carriers/*/*.docx"), "word"),
    Carrier("docm", 1.5, (".docm",), ("samples/merged_cells_in_word/input.docx", "tests/carriers/*/word.docx"), "word"),
    Carrier("xlsx", 17, (".xlsx",), ("samples/*/input.xlsx", "tests/carriers/*/*.xlsx")),
    Carrier("bbox", 5, (".html", ".bbox.html"), (
        "samples/words_with_boxes_from_a_pdf/input.*", "samples/labels_in_the_middle_of_merged_cells_of_a_pdf/input.*",
        "tests/carriers/*/pdftotext.bbox*.html"), wraps=True),
    Carrier("html", 17, (".html", ".htm", ".xls"), (
        "samples/*/input.html", "samples/*/input.xls", "tests/carriers/*/*.html"), "html"),
    Carrier("word_2003", 3, (".xml", ".doc"), (
        "samples/word_2003_xml/input.*", "samples/carrier_word_2003_by_libreoffice/input.*",
        "tests/carriers/*/*.word_2003.xml"), "word"),
    Carrier("flat_opc", 1.5, (".xml",), ("samples/word_document_as_flat_xml/input.*", "tests/carriers/*/*.flat_opc.xml"), "word"),
    Carrier("csv", 4, (".csv",), ("samples/*/input.csv", "tests/carriers/*/*.csv"), "csv"),
    Carrier("words", 2, (".tsv",), (
        "samples/table_of_words_with_boxes_over_two_pages/input.*", "tests/carriers/*/pdftotext.words.tsv"), wraps=True),
    Carrier("layout", 6, (".txt",), (
        "samples/columns_of_white_space/input.*", "samples/centred_cells_in_columns_of_white_space/input.*",
        "tests/carriers/*/pdftotext.layout.txt"), wraps=True),
    Carrier("cells", 1.5, (".txt",), (
        "samples/one_cell_a_line*/input.*", "tests/carriers/*/libreoffice.txt", "tests/carriers/*/one_cell_a_line.txt")),
    Carrier("table_marks", 1.5, (".txt", ".doc.txt"), (
        "samples/word97_table_marks_in_wrapped_lines/input.*", "tests/carriers/*/catdoc*.txt"), wraps=True),
    Carrier("ruled", 2, (".txt",), (
        "samples/table_drawn_with_*/input.*", "tests/carriers/*/w3m.txt", "tests/carriers/*/pandoc.plain.txt"), wraps=True),
    Carrier("grid", 1, (".md", ".rst"), (
        "samples/markdown_grid_table_with_merged_cells/input.*", "samples/carrier_markdown_by_pandoc/input.*", "samples/*/input.rst",
        "samples/pandoc_multiline_table/input.*", "tests/carriers/*/pandoc.md", "tests/carriers/*/*.rst"), wraps=True),
    Carrier("markdown", 3, (".md",), ("samples/*/input.md", "tests/carriers/*/*.md"), "pipe"),
    Carrier("tsv", 8.5, (".tsv", ".txt"), ("samples/*/input.txt", "samples/*/input.tsv", "tests/carriers/*/*.tsv"), "tab"),
    # What is added to the samples and is none of the above goes in as it is.
    Carrier("other", 0.5, ("",), ("samples/*/input.*",)),
)


def samples_by_carrier():
    """The samples of each carrier that has any, in the order of CARRIERS. Macro documents are made of Word documents."""
    taken, result = set(), []
    for carrier in CARRIERS:
        found = sorted({path for pattern in carrier.samples for path in ROOT.glob(pattern)})
        if carrier.name != "docm":
            found = [path for path in found if path not in taken]
            taken.update(found)
        found = [path for path in found if path.is_file() and path.stat().st_size <= LARGEST]
        if found:
            result.append((carrier, found))
    return result


def mix(count, random):
    """For each of `count` files its carrier and sample: shares as weighted, each carrier once at least if there is room."""
    carriers = samples_by_carrier()
    total = sum(carrier.weight for carrier, _ in carriers)
    files = []
    for carrier, samples in sorted(carriers, key=lambda entry: entry[0].weight):
        share = max(1, round(count * carrier.weight / total))
        files += [(carrier, samples[i % len(samples)]) for i in range(share)]
    carrier, samples = max(carriers, key=lambda entry: entry[0].weight)
    files += [(carrier, samples[i % len(samples)]) for i in range(count - len(files))]
    files = files[:count]
    random.shuffle(files)
    return files
