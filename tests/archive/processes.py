"""Runs of jixiao with all the processes they start: their memory, and signals to them."""
import dataclasses
import os
import pathlib
import signal
import subprocess
import time

INTERVAL = 0.05  # seconds between two looks at the memory


def start(command, folder, processors=None, **streams):
    """Starts a command as the leader of a session, by which the processes that it forks are found again."""
    pin = (lambda: os.sched_setaffinity(0, processors)) if processors else None
    streams = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL} | streams
    return subprocess.Popen(command, cwd=folder, start_new_session=True, preexec_fn=pin, **streams)


def session(leader):
    """The ids of the processes of a session that are not yet over."""
    found = []
    for entry in os.scandir("/proc"):
        if entry.name.isdecimal():
            try:
                state, _, _, its_session = pathlib.Path(entry.path, "stat").read_text().rpartition(")")[2].split()[:4]
            except OSError:
                continue
            if int(its_session) == leader and state != "Z":
                found.append(int(entry.name))
    return found


def memory(leader):
    """Bytes of a session, pages that processes share counted once."""
    total = 0
    for process in session(leader):
        try:
            rollup = pathlib.Path(f"/proc/{process}/smaps_rollup").read_text()
        except OSError:
            continue
        total += sum(int(line.split()[1]) * 1024 for line in rollup.splitlines() if line.startswith("Pss:"))
    return total


def end(leader, seconds=5):
    """Waits for the processes of a session to end by themselves; after that time ends them, and gives their number."""
    until = time.monotonic() + seconds
    while left := session(leader):
        if time.monotonic() > until:
            os.killpg(leader, signal.SIGKILL)
            return len(left)
        time.sleep(0.01)
    return 0


@dataclasses.dataclass
class Run:
    status: int
    seconds: float
    peak: int  # bytes; 0 if nobody looked
    errors: str  # what it said on standard error


def run(command, folder, processors=None, look=False):
    """Runs a command to its end. `look`: samples its memory."""
    with open(os.path.join(folder, "stderr.txt"), "w+", encoding="utf-8", errors="backslashreplace") as errors:
        begin, peak = time.perf_counter(), 0
        process = start(command, folder, processors, stderr=errors)
        while look and process.poll() is None:
            peak = max(peak, memory(process.pid))
            time.sleep(INTERVAL)
        status = process.wait()
        seconds = time.perf_counter() - begin
        errors.seek(0)
        return Run(status, seconds, peak, errors.read())


def killed(command, folder, seconds, whole_session):
    """Runs a command for some seconds, then kills it, alone or with all its processes.

    Gives whether it was still running, and how many processes it left behind.
    """
    process = start(command, folder)
    try:
        process.wait(seconds)
        running = False
    except subprocess.TimeoutExpired:
        (os.killpg if whole_session else os.kill)(process.pid, signal.SIGKILL)
        running = process.wait() == -signal.SIGKILL
    return running, end(process.pid)
