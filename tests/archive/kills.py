"""Runs to a database that are killed again and again, and go on where they were."""
import random as random_module

import databases
import processes


def killed_and_resumed(command, folder, database, reference, seconds, kills, seed):
    """Kills runs of a command at random moments, looks at the database each time, and lets the last run end. Yields faults.

    `seconds` is what an uninterrupted run takes, `reference` its database. A run goes on for a quarter of that on average,
    so that moments spread over the whole; where a run reaches its end, its result is compared and the next one begins
    from nothing. Every other kill takes the first process alone: its workers have to end by themselves.
    """
    random = random_module.Random(f"kills {seed}")
    database, reference = folder / database, folder / reference
    reached, completed = [], 0
    while len(reached) < kills and completed < kills:
        first_alone = len(reached) % 2 == 0
        moment = random.uniform(0, seconds / 2)
        was_killed, left = processes.killed(command, folder, moment, not first_alone)
        if left:
            yield f"{left} processes outlived the first one by seconds"
        if database.exists():
            yield from databases.faults(database)
        if was_killed:
            reached.append(databases.count_documents(database) if database.exists() else 0)
        else:
            yield from databases.differences(database, reference)
            remove(database)
            completed += 1
    last = processes.run(command, folder)
    if last.status != 0:
        yield f"the last run ended with {last.status}: {last.errors[-500:]}"
    yield from databases.faults(database)
    yield from databases.differences(database, reference)
    if len(reached) < kills:
        yield f"only {len(reached)} runs could be killed before their ends"
    if not any(reached):
        yield "all runs were killed before they stored a document"
    print(f"killed {len(reached)} times, with so many documents in the database: {reached}; {completed} runs ended before")


def remove(database):
    """A database with the journals that SQLite keeps beside it."""
    for path in database.parent.glob(database.name + "*"):
        path.unlink()
