"""Cases about databases: runs that are killed, interrupted, repeated, and their memory."""
import os
import re
import signal
import subprocess

import databases
import documents
import kills
import pack
import processes
from cases_documents import run_to_end

KILLS = 12
MEMORY = 300 << 20


def resume(jixiao, folder):
    """A run killed many times ends with what an uninterrupted run gives, and its database is whole at any time."""
    whole = run_to_end(documents.convert_command(jixiao, "archive", "whole.sqlite"), folder)
    yield from databases.faults(folder / "whole.sqlite")
    command = documents.convert_command(jixiao, "archive", "killed.sqlite")
    yield from kills.killed_and_resumed(command, folder, "killed.sqlite", "whole.sqlite", whole.seconds, KILLS, seed=5)


def interrupt(jixiao, folder):
    """Control-C ends a run in good order; the same command goes on."""
    whole = run_to_end(documents.convert_command(jixiao, "archive", "whole.sqlite"), folder)
    command = documents.convert_command(jixiao, "archive", "interrupted.sqlite")
    seconds = whole.seconds / 2
    while True:
        process = processes.start(command, folder, stderr=subprocess.PIPE)
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            break
        # The first run had a colder start.
        kills.remove(folder / "interrupted.sqlite")
        seconds /= 2
    os.killpg(process.pid, signal.SIGINT)  # as a terminal does
    _, errors = process.communicate(timeout=20)
    if process.returncode != 130:
        yield f"exit status {process.returncode}"
    if not re.search(rb"again|same command|resum|continu|go(es)? on", errors):
        yield f"does not say how to go on: {errors[-500:]!r}"
    if (folder / "interrupted.sqlite").exists():
        yield from databases.faults(folder / "interrupted.sqlite")
        print(databases.count_documents(folder / "interrupted.sqlite"), "documents when interrupted")
    run_to_end(command, folder)
    yield from databases.differences(folder / "interrupted.sqlite", folder / "whole.sqlite")


def rows_of_document(tables, columns, path):
    """All that a dump holds of a document, but whether its file is still there."""
    place, vanished = columns.index("path"), columns.index("vanished")
    row, = (row for row in tables["documents"] if row[place] == path)
    rows = {table: [entry for entry in entries if entry[0] == row[0]] for table, entries in tables.items()}
    rows["documents"] = [row[:vanished] + row[vanished + 1:]]
    return rows, row[vanished]


def changed(jixiao, folder):
    """A later run converts what changed and what is new, and keeps what is gone."""
    command = [word for word in documents.convert_command(jixiao, "archive", "archive.sqlite") if word != "-q"]
    run_to_end(command, folder)
    before = databases.dump(folder / "archive.sqlite")
    edited, gone, kept, *others = pack.files_below(folder / "archive")
    edited.write_bytes(others[0].read_bytes() + b"\n")
    gone.unlink()
    (folder / "archive" / "新增.txt").write_bytes("项目名称\t河道保洁\n".encode())
    run = run_to_end(command, folder)
    said = re.search(r"([0-9,]+) of them unchanged", run.errors)
    if not said or int(said[1].replace(",", "")) != len(others) + 1:
        yield f"{len(others) + 1} documents are unchanged, but it says: {run.errors[-300:]}"
    after = databases.dump(folder / "archive.sqlite")
    with databases.connect(folder / "archive.sqlite") as database:
        columns = [column for _, column, *_ in database.execute("pragma table_info(documents)")]
    for path, expected in ((gone, 1), (kept, 0)):
        name = str(path.relative_to(folder))
        was, _ = rows_of_document(before, columns, name)
        now, vanished = rows_of_document(after, columns, name)
        if was != now:
            yield f"the rows of {name} are not what they were"
        if vanished != expected:
            yield f"{name} has vanished = {vanished}"
    if len(after["documents"]) != len(others) + 4:
        yield f"{len(after['documents'])} documents, expected {len(others) + 4}"
    yield from databases.faults(folder / "archive.sqlite")


def memory(jixiao, folder):
    """Two workers stay below a bound, whatever the number of files."""
    run = processes.run(documents.convert_command(jixiao, "archive", "archive.sqlite"), folder, look=True)
    print(f"peak {run.peak >> 20} MiB in {run.seconds:.1f} s")
    if run.status != 0:
        yield f"exit status {run.status}: {run.errors[-500:]}"
    if not 0 < run.peak < MEMORY:
        yield f"a peak of {run.peak >> 20} MiB, allowed are {MEMORY >> 20}"
