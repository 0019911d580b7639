"""Files as samples that can be varied: texts in their encodings, and packages of parts."""
import codecs
import io
import re
import zipfile

import vary

TIME = (2026, 1, 1, 0, 0, 0)  # of every entry: equal seeds give equal bytes
VARIED_PART = re.compile(r"word/document\.xml|xl/sharedStrings\.xml|xl/worksheets/[^/]+\.xml")
WITHOUT_MACROS = b"openxmlformats-officedocument.wordprocessingml.document.main+xml"
WITH_MACROS = b"ms-word.document.macroEnabled.main+xml"


def encoding_of(data):
    for mark, encoding in ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")):
        if data.startswith(mark):
            return encoding
    damaged = sum("\udc80" <= character <= "\udcff" for character in data.decode("utf-8", "surrogateescape"))
    return "utf-8" if damaged < 5 else "gb18030"


class TextFile:
    def __init__(self, data, carrier):
        self.encoding = encoding_of(data)
        self.text = vary.Variable(data.decode(self.encoding, "surrogateescape"), carrier)

    def vary(self, random, year):
        return self.text.vary(random, year).encode(self.encoding, "surrogateescape")


class Package:
    """The parts that stay are packed once; the others are added to a copy."""

    def __init__(self, data, carrier):
        self.parts, packed = {}, io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(data)) as package, zipfile.ZipFile(packed, "w") as fixed:
            for name in package.namelist():
                content = package.read(name)
                if VARIED_PART.fullmatch(name):
                    self.parts[name] = vary.Variable(content.decode("utf-8"), carrier)
                    continue
                if carrier.name == "docm" and name == "[Content_Types].xml":
                    content = content.replace(WITHOUT_MACROS, WITH_MACROS)
                write(fixed, name, content)
        self.fixed = packed.getvalue()

    def vary(self, random, year):
        seed = random.random()
        packed = io.BytesIO(self.fixed)
        with zipfile.ZipFile(packed, "a") as package:
            for name, part in self.parts.items():
                random.seed(seed)  # the parts of a file change alike
                write(package, name, part.vary(random, year).encode("utf-8"))
        return packed.getvalue()


def write(package, name, content):
    package.writestr(zipfile.ZipInfo(name, TIME), content, zipfile.ZIP_DEFLATED)


class Opaque:
    def __init__(self, data, _):
        self.data = data

    def vary(self, *_):
        return self.data


def sample_of(path, carrier):
    """What can be varied, of a file."""
    data = path.read_bytes()
    kind = Opaque if carrier.name == "other" else Package if data.startswith(b"PK") else TextFile
    return kind(data, carrier)
