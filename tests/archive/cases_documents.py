"""Cases about documents: the same whatever the number of workers, the packing, the damage beside them, the way in."""
import selectors
import shlex
import subprocess

import damage
import databases
import documents
import pack
import processes


def run_to_end(command, folder):
    run = processes.run(command, folder)
    assert run.status == 0, f"{shlex.join(command)} ended with {run.status}: {run.errors[-500:]}"
    return run


def bytes_of(path):
    """Of a file, or of all files of a folder by their names."""
    if path.is_dir():
        return {file.name: file.read_bytes() for file in sorted(path.iterdir())}
    return path.read_bytes()


def jobs(jixiao, folder):
    """Any number of workers writes the same."""
    for output, content in (("{}.jsonl", bytes_of), ("{}/", bytes_of), ("{}.xlsx", bytes_of), ("{}.sqlite", databases.dump)):
        paths = {count: output.format(count) for count in (1, 2, 5)}
        for count, path in paths.items():
            run_to_end(documents.convert_command(jixiao, "archive", path, count), folder)
        first, *others = (content(folder / path) for path in paths.values())
        if not first:
            yield f"{paths[1]} is empty"
        for count, other in zip((2, 5), others):
            if other != first:
                yield f"{paths[count]} is not what {paths[1]} is"


def packed(jixiao, folder):
    """A packed archive gives what its folder gives."""
    run_to_end(documents.convert_command(jixiao, "archive", "folder.jsonl"), folder)
    expected = documents.read_documents(folder / "folder.jsonl", "archive/")
    for kind, packer in pack.PACKERS.items():
        name = packer(folder / "archive").name
        run_to_end(documents.convert_command(jixiao, name, "packed.jsonl"), folder)
        given = documents.read_documents(folder / "packed.jsonl", name + "/")
        yield from documents.differences(expected, given, f"when packed as {kind}")


def damaged(jixiao, folder):
    """Damage stays with its file, and is named."""
    run_to_end(documents.convert_command(jixiao, "archive", "sound.jsonl"), folder)
    before = documents.read_documents(folder / "sound.jsonl")
    kinds = damage.damage_files(folder / "archive", percent=1, seed=3, least=5)
    yield from documents.damage_faults(jixiao, folder, kinds, before)


def streaming(jixiao, folder):
    """GNU parallel gives paths to several runs, and they give what one run gives."""
    run_to_end(documents.convert_command(jixiao, "archive", "one.jsonl"), folder)
    convert = f"{shlex.quote(jixiao)} convert --files-from - --to jsonl -q"
    pipeline = f"find archive -type f -print0 | parallel -0 -j2 --pipe --recend '\\0' -N50 {shlex.quote(convert)}"
    run = subprocess.run(["bash", "-o", "pipefail", "-c", pipeline], cwd=folder, capture_output=True, stdin=subprocess.DEVNULL)
    if run.returncode != 0:
        yield f"exit status {run.returncode}: {run.stderr[-500:]!r}"
    if sorted(run.stdout.splitlines()) != sorted((folder / "one.jsonl").read_bytes().splitlines()):
        yield "parallel runs give other lines than one run"


def line_within(stream, seconds):
    """The next line, or nothing if none begins within this time."""
    with selectors.DefaultSelector() as selector:
        selector.register(stream, selectors.EVENT_READ)
        return stream.readline() if selector.select(seconds) else None


def coprocess(jixiao, folder):
    """A program that waits for each document before it names the next file gets them all."""
    paths = sorted(str(path.relative_to(folder)) for path in pack.files_below(folder / "archive"))[:40]
    for count in (1, 2):
        command = [jixiao, "convert", "--files-from", "-", "--to", "jsonl", "-q", "-j", str(count)]
        process = processes.start(command, folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        for path in paths:
            process.stdin.write(path.encode() + b"\n")
            process.stdin.flush()
            line = line_within(process.stdout, 10)
            if not line or path not in documents.documents_of([line]):
                yield f"-j {count}: {path} is answered by {line and line[:200]!r}"
                break
        process.stdin.close()
        if process.stdout.read() or process.wait(10) != 0:
            yield f"-j {count}: more than was asked for, or exit status {process.returncode}"
