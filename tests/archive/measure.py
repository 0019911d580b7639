"""Measures the conversion of an archive to a database: speed and memory with one and two workers, runs that are killed,
files that are damaged.

Usage: measure.py JIXIAO [--folder FOLDER] [--only speed|kill|damage] [options of make_archive.py]

The archive is made in a temporary folder; in FOLDER, or in the environment's JIXIAO_ARCHIVE, it is kept, and used as it
is if it is there. Exit status 1: a killed run did not end as an uninterrupted one, or damage went unnamed or spread.
"""
import argparse
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile

import damage
import documents
import kills
import pack
import processes

ROUNDS = 4
KILLS = 50
DAMAGED = 1  # per cent


def timed(jixiao, archive, work, workers, turn=0, look=False):
    """A run to a new database; as many processors as workers: each in its turn, for one may be slower than the other."""
    kills.remove(work / "speed.sqlite")
    processors = sorted(os.sched_getaffinity(0))
    processors = [processors[(turn + i) % len(processors)] for i in range(workers)]
    run = processes.run(documents.convert_command(jixiao, archive, "speed.sqlite", workers), work, processors, look)
    if run.status != 0:
        sys.exit(f"exit status {run.status}: {run.errors[-500:]}")
    return run


def speed(jixiao, archive, work):
    """Files and megabytes a second, medians of runs in turns, so that a busy machine slows both; and, in runs of their
    own, for looking costs time, the peak memory of all processes."""
    sizes = [path.stat().st_size for path in pack.files_below(pathlib.Path(archive))]
    timed(jixiao, archive, work, 2)  # brings the files into memory
    seconds = {1: [], 2: []}
    for turn in range(ROUNDS):
        for workers, times in seconds.items():
            times.append(timed(jixiao, archive, work, workers, turn).seconds)
            print(f"{workers} worker{'s' * (workers > 1)}: {times[-1]:.2f} s", flush=True)
    medians = {workers: statistics.median(times) for workers, times in seconds.items()}
    for workers, median in medians.items():
        peak = timed(jixiao, archive, work, workers, look=True).peak
        yield (f"-j {workers}", f"{len(sizes) / median:,.0f} files/s, {sum(sizes) / median / 1e6:.1f} MB/s, "
               f"peak {peak / 1e6:.0f} MB", [])
    yield "second core", f"{medians[1] / medians[2]:.2f} times as fast", []


def kill(jixiao, archive, work):
    """Runs killed and resumed give what an uninterrupted run gives."""
    whole = processes.run(documents.convert_command(jixiao, archive, "whole.sqlite"), work)
    command = documents.convert_command(jixiao, archive, "killed.sqlite")
    faults = list(kills.killed_and_resumed(command, work, "killed.sqlite", "whole.sqlite", whole.seconds, KILLS, seed=9))
    yield f"killed {KILLS} times", "equal row for row" if not faults else f"{len(faults)} faults", faults


def damaged(jixiao, archive, work):
    """Damage in a copy stays with its files, and is named."""
    shutil.copytree(archive, work / "archive")
    processes.run(documents.convert_command(jixiao, "archive", "sound.jsonl"), work)
    before = documents.read_documents(work / "sound.jsonl")
    kinds = damage.damage_files(work / "archive", DAMAGED, seed=9)
    faults = list(documents.damage_faults(jixiao, work, kinds, before))
    yield f"{len(kinds)} damaged", "others identical, all named" if not faults else f"{len(faults)} faults", faults


PARTS = {"speed": speed, "kill": kill, "damage": damaged}


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("jixiao", type=os.path.abspath)
    parser.add_argument("--folder", type=os.path.abspath, default=os.environ.get("JIXIAO_ARCHIVE"))
    parser.add_argument("--only", choices=PARTS)
    return parser.parse_known_args()


def main():
    options, for_archive = arguments()
    with tempfile.TemporaryDirectory() as name:
        work = pathlib.Path(name)
        archive = os.path.abspath(options.folder or work / "made")
        if not os.path.exists(archive):
            maker = pathlib.Path(__file__).with_name("make_archive.py")
            subprocess.run([sys.executable, maker, archive, *for_archive], check=True)
        parts = [options.only] if options.only else PARTS
        rows = [row for part in parts for row in PARTS[part](options.jixiao, archive, work)]
    for _, _, faults in rows:
        for fault in faults[:20]:
            print(fault)
    print()
    for what, value, _ in rows:
        print(f"{what:<16}{value}")
    return 1 if any(faults for _, _, faults in rows) else 0


if __name__ == "__main__":
    sys.exit(main())
