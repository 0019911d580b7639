"""Varies a text: its names, figures and years at their places, and its rows. What is markup is never touched.

All but the rows keeps its length, so that the places are looked up once a sample and columns keep standing.
"""
import fractions
import re

import names

TAG = re.compile(r"<[A-Za-z/!?][^>]*>")
AMOUNT = re.compile(r"(?<![0-9.,])(?:[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]{2})?|[0-9]{4,}\.[0-9]{2})(?![0-9.,])")
TARGET = re.compile(r"(?<=[≥≤≧≦＝=])\s?([0-9]+)(?:\.[0-9]+)?(\s?[(（]?[%％])?")
YEAR = re.compile(r"(?<![0-9.,≥≤])20[12][0-9](?=\s*年|[-/.][01]?[0-9][-/.][0-9]|\s*$)")
ROWS = {
    "tab": re.compile(r"^[^\n]*\t[^\n]*\n", re.MULTILINE),
    "csv": re.compile(r'^(?:[^"\n]|"[^"\n]*")*\n', re.MULTILINE),  # no cell that goes on in the next line
    "pipe": re.compile(r"^\|[^\n]*\|\r?\n", re.MULTILINE),
    "html": re.compile(r"<tr\b(?:(?!<tr\b|<table\b).)*?</tr>\s*", re.DOTALL | re.IGNORECASE),
    "word": re.compile(r"<w:tr\b(?:(?!<w:tr\b|<w:tbl\b|vMerge|vmerge).)*?</w:tr>", re.DOTALL),
}
# What may stand several times in a file, as in the book of a whole department.
BODY = {
    "tab": re.compile(r"\A\ufeff?(.+)\Z", re.DOTALL),
    "pipe": re.compile(r"\A(.+)\Z", re.DOTALL),
    "html": re.compile(r"<body\b[^>]*>(.*)</body>", re.DOTALL | re.IGNORECASE),
    "word": re.compile(r"<w:body\b[^>]*>(.*?)(?=<w:sectPr\b(?:(?!<w:sectPr\b).)*</w:body>|</w:body>)", re.DOTALL),
}
FACTORS = [fractions.Fraction(n, 20) for n in range(2, 200) if n != 20]


def text_ranges(text, rows_of_words):
    """Where text stands: between tags, or in the last column of words with their boxes."""
    if rows_of_words:
        return [(line.start(1), line.end(1)) for line in re.finditer(r"\t([^\t\n]*)$", text, re.MULTILINE)]
    bounds = [0] + [bound for tag in TAG.finditer(text) for bound in tag.span()] + [len(text)]
    return [(start, end) for start, end in zip(bounds[::2], bounds[1::2]) if start < end]


def scaled(amount, factor):
    """An amount in the same number of characters, or nothing."""
    digits = re.sub("[^0-9]", "", amount)
    product = int(digits) * factor
    if product.denominator != 1 or len(str(product.numerator)) != len(digits):
        return None
    fresh = iter(str(product.numerator))
    return re.sub("[0-9]", lambda _: next(fresh), amount)


def other_target(number, percent, random):
    """As many digits, as round as before; a share stays one."""
    if percent:
        return str(random.randint(80, 99)) if len(number) == 2 else number
    rounded = number.rstrip("0")
    if not rounded or number[0] == "0":
        return number
    return str(random.randint(10 ** (len(rounded) - 1), 10 ** len(rounded) - 1)).ljust(len(number), "0")


class Variable:
    """A text with the places where it may vary."""

    def __init__(self, text, carrier):
        self.text, self.wraps = text, carrier.wraps
        self.amounts, self.targets, self.years, self.rows = [], [], [], []
        # Amounts of ten thousands may be short and mean the same as long ones; what was reached fits its target, and
        # weights add up.
        exact, plan = "万元" not in text, "自评" not in text
        for start, end in text_ranges(text, carrier.name == "words"):
            part = text[start:end]
            if exact:
                self.amounts += [(start + found.start(), found[0]) for found in AMOUNT.finditer(part)]
            if plan:
                self.targets += [(start + found.start(1), found[1], found[2]) for found in TARGET.finditer(part)]
            if carrier.name != "xlsx":  # there a date may be a number of days beside years in texts
                self.years += [start + found.start() for found in YEAR.finditer(part)]
        self.factors = [factor for factor in FACTORS if all(scaled(amount, factor) for _, amount in self.amounts)]
        body = carrier.rows in BODY and BODY[carrier.rows].search(text)
        self.body = body.span(1) if body else None
        if plan and carrier.rows and not (carrier.rows == "html" and "rowspan" in text.lower()):
            self.rows = [row.span() for row in ROWS[carrier.rows].finditer(text) if re.search("[≥≤]", row[0])]

    def figures(self, text, random, year):
        """The text with other amounts, all times the same factor, other targets, and years from `year` on."""
        characters = list(text)
        if self.factors:
            factor = random.choice(self.factors)
            for start, amount in self.amounts:
                characters[start:start + len(amount)] = scaled(amount, factor)
        fresh = {}
        for start, number, percent in self.targets:
            other = fresh.setdefault((number, percent), other_target(number, percent, random))
            characters[start:start + len(number)] = other
        shift = year - int(text[self.years[0]:self.years[0] + 4]) if self.years else 0
        for start in self.years:
            characters[start:start + 4] = str(int(text[start:start + 4]) + shift)
        return "".join(characters)

    def form(self, named, random, year):
        """A form of the book: about another project, and now and then with a row more or less."""
        text = named if self.wraps else names.word_replacer(random)(named)
        varied = self.figures(text, random, year)
        if self.rows and random.random() < 0.4:
            start, end = random.choice(self.rows)
            # A row may go if it names no group, or the rows below it would lose theirs.
            if "指标" not in varied[start:end] and random.random() < 0.5:
                return varied[:start] + varied[end:]
            return varied[:end] + self.figures(text, random, year)[start:end] + varied[end:]
        return varied

    def vary(self, random, year):
        """The same document about other places, projects and amounts; now and then with several forms."""
        named = self.text.translate(names.character_table(random))
        if not self.body or random.random() > 0.1:
            return self.form(named, random, year)
        start, after = self.body[0], len(self.text) - self.body[1]
        forms = [self.form(named, random, year) for _ in range(random.randint(2, 12))]
        bodies = [form[start:len(form) - after] for form in forms]
        return forms[0][:start] + "\n".join(bodies) + forms[0][len(forms[0]) - after:]
