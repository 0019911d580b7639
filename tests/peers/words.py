#!/usr/bin/env python3
"""Compares what pandoc prints of Word documents and web pages with what jixiao keeps of them, for a folder that is given: the test files
of other readers, which are no part of this tree. Needs pandoc.

A word is kept when it stands in a block that the reader gives (`jixiao inspect`), or in a finding of the document. What pandoc adds itself (its
table rules, its marks of links and footnotes) has no letters or digits and is no word.

Usage: tests/peers/words.py FOLDER [--jixiao PATH] [--list]
Exit status 1 when a conversion ends by a signal or a word is missing.
"""
import argparse
import json
import pathlib
import re
import subprocess
import sys

WORD = re.compile(r"[\u3400-\u9fff]|[^\W_\u3400-\u9fff]+")
ENDINGS = {".docx": "docx", ".docm": "docx", ".html": "html", ".htm": "html"}


def run(*command):
    return subprocess.run(command, capture_output=True, timeout=120)


def texts_in(node):
    """All strings of a JSON value."""
    waiting, texts = [node], []
    while waiting:
        node = waiting.pop()
        if isinstance(node, str):
            texts.append(node)
        elif isinstance(node, dict):
            waiting += node.values()
        elif isinstance(node, list):
            waiting += node
    return texts


def kept_by_jixiao(jixiao, path):
    """The text without white space, and whether the program ended by a signal."""
    out, crashed = [], False
    for command in (["inspect", str(path)], ["convert", str(path), "--to", "json"]):
        done = run(jixiao, *command)
        crashed |= done.returncode < 0
        text = done.stdout.decode("utf-8", "replace")
        try:
            out += texts_in(json.loads(text))
        except ValueError:
            out.append(text)
    return re.sub(r"\s+", "", "".join(out)).casefold(), crashed


def words_of_pandoc(path):
    done = run("pandoc", "-f", ENDINGS[path.suffix.lower()], "-t", "plain", "--wrap=none", str(path))
    if done.returncode != 0:
        return None
    text = done.stdout.decode("utf-8", "replace").casefold()
    return WORD.findall(re.sub(r"\\[a-z]+", " ", text))  # commands of equations that it writes in TeX


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--jixiao", default="jixiao")
    parser.add_argument("--list", action="store_true", help="name the words that are missing")
    arguments = parser.parse_args()
    whole = lacking = crashes = skipped = 0
    for path in sorted(p for p in arguments.folder.rglob("*") if p.suffix.lower() in ENDINGS):
        words = words_of_pandoc(path)
        if words is None:
            skipped += 1
            continue
        kept, crashed = kept_by_jixiao(arguments.jixiao, path)
        missing = sorted({word for word in words if word not in kept})
        crashes += crashed
        whole += not missing
        lacking += bool(missing)
        if crashed or (missing and arguments.list):
            print(path.name, "ended by a signal" if crashed else "", " ".join(missing[:20]))
    print(f"{whole} files with every word, {lacking} without some, {crashes} ended by a signal, {skipped} that pandoc does not read")
    return 1 if lacking or crashes else 0


if __name__ == "__main__":
    sys.exit(main())
