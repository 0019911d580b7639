"""Prints a libFuzzer dictionary of what forms are told by: the texts in quotes of all .form files and the words of the
tables, and what parts cells. Usage: make_dictionary.py FILE..."""

import pathlib
import re
import sys

SEPARATORS = ["\t", "|", "\n|\n", "\n\n", "│", "┃", "├", "┼", "｜", "\f", "　", "|---|", "+---+", "<table>", "<td>", "</tr>"]
LONGEST = 40  # bytes


def words_of(path):
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".form":
        return re.findall(r'"((?:[^"\\\n]|\\.)+)"', text)
    return [word for line in text.splitlines() if not line.startswith("#") for word in re.split(r"[\s|,=]+", line)]


def entry(word):
    return '"' + "".join(f"\\x{byte:02X}" for byte in word.encode()) + '"'


words = {word.strip("*") for name in sys.argv[1:] for word in words_of(pathlib.Path(name))}
for word in sorted(word for word in words if 0 < len(word.encode()) <= LONGEST) + SEPARATORS:
    print(entry(word))
