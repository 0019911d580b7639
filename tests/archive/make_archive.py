"""Makes an archive of budget performance forms in all carriers by varying the samples. Equal seeds give equal bytes.

The files lie in folders such as 2024/柳溪区. Damage is a second pass over what is there, so that a copy can be damaged
alone; the paths of the damaged files go to a list, relative to the folder, sorted, one a line.
"""
import argparse
import collections
import functools
import multiprocessing
import os
import pathlib
import random
import sys

import carriers_mix
import damage
import names
import pack
import packages

PER_FOLDER = 200

sample_of = functools.cache(packages.sample_of)


def plan_of(count, seed):
    """A list a folder: its name, and the carrier and sample of each of its files."""
    chance = random.Random(f"plan {seed}")
    files = carriers_mix.mix(count, chance)
    folders = {}
    for start in range(0, count, PER_FOLDER):
        name = names.folder_name(chance)
        while name in folders:
            name += "新区" if len(folders) < 1000 else str(len(folders))
        folders[name] = files[start:start + PER_FOLDER]
    return list(folders.items())


def write_folder(root, seed, folder):
    """Writes the files of a folder and counts files and bytes by carrier."""
    name, files = folder
    (root / name).mkdir(parents=True, exist_ok=True)
    counts, sizes = collections.Counter(), collections.Counter()
    for number, (carrier, sample) in enumerate(files, 1):
        chance = random.Random(f"{seed} {name} {number}")
        path = root / name / names.file_name(number, carrier.endings, chance)
        data = sample_of(sample, carrier).vary(chance, int(name[:4]))
        path.write_bytes(data)
        counts[carrier.name] += 1
        sizes[carrier.name] += len(data)
    return counts, sizes


def make_archive(root, count, seed):
    """Writes the archive and gives the numbers of files and bytes by carrier."""
    counts, sizes = collections.Counter(), collections.Counter()
    processes = min(os.cpu_count() or 1, count // 1000 + 1)
    with multiprocessing.get_context("fork").Pool(processes) as pool:
        for some_counts, some_sizes in pool.imap(functools.partial(write_folder, root, seed), plan_of(count, seed)):
            counts += some_counts
            sizes += some_sizes
    return counts, sizes


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--files", type=int, default=20_000)
    parser.add_argument("--seed", default="7")
    parser.add_argument("--damage", type=float, default=0, metavar="PERCENT", help="of the files, damaged in the end")
    parser.add_argument("--damage-only", action="store_true", help="damage what is in the folder, and make nothing")
    parser.add_argument("--list", type=pathlib.Path, help="of the damaged files; by default FOLDER.damaged.txt")
    parser.add_argument("--pack", choices=pack.PACKERS, action="append", default=[], help="also write FOLDER.zip or .tar.gz")
    return parser.parse_args()


def print_counts(counts, sizes):
    for carrier, count in counts.most_common():
        print(f"{carrier:<12}{count:>8} files{sizes[carrier]:>14,} bytes")
    print(f"{'all':<12}{counts.total():>8} files{sizes.total():>14,} bytes")


def main():
    options = arguments()
    folder = options.folder.resolve()
    if not options.damage_only:
        if folder.exists() and any(folder.iterdir()):
            sys.exit(f"{folder} is not empty")
        print_counts(*make_archive(folder, options.files, options.seed))
    if options.damage:
        damaged = damage.damage_files(folder, options.damage, options.seed)
        target = options.list or folder.with_name(folder.name + ".damaged.txt")
        target.write_text("".join(path + "\n" for path in damaged), encoding="utf-8")
        print(f"{len(damaged)} damaged, listed in {target}")
    for kind in options.pack:
        print("packed as", pack.PACKERS[kind](folder))


if __name__ == "__main__":
    main()
