"""Damages files the way disks, transfers and people do."""
import random as random_module


def cut_off(data, random):
    return data[:random.randrange(len(data))] if data else data


def flipped(data, random):
    """Up to eight bytes of other values."""
    result = bytearray(data)
    for _ in range(random.randint(1, 8) if data else 0):
        result[random.randrange(len(data))] ^= random.randint(1, 255)
    return bytes(result)


def zeroed(data, random):
    """A block that was never written."""
    start = random.randrange(len(data)) // 512 * 512 if data else 0
    return data[:start] + bytes(len(data[start:start + 512])) + data[start + 512:]


def emptied(*_):
    return b""


def noise(data, random):
    return random.randbytes(max(64, len(data)))


def picture(data, random):
    return b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0\0\0\1\0\x08\2\0\0\0" + random.randbytes(max(64, len(data)))


def scan(data, random):
    return b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<< /Length 4096 >>\nstream\n" + random.randbytes(4096) + b"\nendstream\n"


KINDS = {
    cut_off: 3, flipped: 3, zeroed: 2, emptied: 1, noise: 1, picture: 1, scan: 1,
}


def damage_files(folder, percent, seed, least=1):
    """Damages that share of the files below a folder, `least` of them at any rate. Gives the kinds of damage by the
    paths, sorted."""
    random = random_module.Random(f"damage {seed}")
    paths = sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())
    chosen = sorted(random.sample(paths, min(len(paths), max(least, round(len(paths) * percent / 100)))))
    kinds = {}
    for path in chosen:
        data = (folder / path).read_bytes()
        kind, = random.choices(list(KINDS), list(KINDS.values()))
        (folder / path).write_bytes(kind(data, random))
        kinds[path] = kind.__name__
    return kinds
