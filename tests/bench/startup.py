"""Times `jixiao convert` of one document of 20 KB, start-up included, against `true`. Usage: startup.py JIXIAO SAMPLES

Aim: at most three times `true` plus 8 ms. The exit status is 1 where that is missed.
"""
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

RUNS = 50
SIZE = 20_000


def document_of(samples):
    """The tab-separated declarations of the samples, one after another, until there are 20 KB."""
    texts = [path.read_bytes() for path in sorted(pathlib.Path(samples).glob("*/input.txt"))]
    forms = b"\n".join(text for text in texts if "财政项目支出绩效目标申报表".encode() in text and b"\t" in text and len(text) < SIZE)
    if not forms:
        sys.exit("no declaration among the samples")
    lines = (forms * (SIZE // len(forms) + 1)).splitlines(keepends=True)
    document = b""
    while len(document) < SIZE:
        document += lines.pop(0)
    return document


def milliseconds(command):
    start = time.perf_counter()
    subprocess.run(command, check=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return (time.perf_counter() - start) * 1000


def main():
    jixiao, samples = sys.argv[1:]
    with tempfile.NamedTemporaryFile(suffix=".tsv") as file:
        file.write(document_of(samples))
        file.flush()
        # In turn, so that a busy machine slows both.
        runs = [(milliseconds(["true"]), milliseconds([jixiao, "convert", file.name])) for _ in range(RUNS)]
    true, convert = (statistics.median(times) for times in zip(*runs))
    bound = 3 * true + 8
    print(f"start-up: true {true:.2f} ms, jixiao convert of 20 KB {convert:.2f} ms, bound {bound:.2f} ms (medians of {RUNS})")
    return 0 if convert <= bound else 1


if __name__ == "__main__":
    sys.exit(main())
