"""Packs a folder as others would send it: as a zip file or a tar.gz, with the times of packages.py."""
import datetime
import gzip
import tarfile
import zipfile

from packages import TIME

EPOCH = int(datetime.datetime(*TIME, tzinfo=datetime.timezone.utc).timestamp())


class ChineseName(zipfile.ZipInfo):
    """An entry whose name is stored in GB18030 without a flag, as Windows does in China."""

    def _encodeFilenameFlags(self):
        return self.filename.encode("gb18030"), self.flag_bits & ~0x800


def files_below(folder):
    return sorted(path for path in folder.rglob("*") if path.is_file())


def pack_zip(folder):
    """Folders of even years have names in UTF-8, the others in GB18030."""
    target = folder.with_name(folder.name + ".zip")
    with zipfile.ZipFile(target, "w") as packed:
        for path in files_below(folder):
            name = str(path.relative_to(folder))
            kind = zipfile.ZipInfo if int(name[:4]) % 2 == 0 else ChineseName
            packed.writestr(kind(name, TIME), path.read_bytes(), zipfile.ZIP_DEFLATED, compresslevel=1)
    return target


def pack_tar(folder):
    target = folder.with_name(folder.name + ".tar.gz")
    with open(target, "wb") as out, gzip.GzipFile("", "wb", 1, out, mtime=EPOCH) as compressed, \
            tarfile.open(fileobj=compressed, mode="w", format=tarfile.PAX_FORMAT) as packed:
        for path in files_below(folder):
            entry = tarfile.TarInfo(str(path.relative_to(folder)))
            entry.size, entry.mtime = path.stat().st_size, EPOCH
            with open(path, "rb") as content:
                packed.addfile(entry, content)
    return target


PACKERS = {"zip": pack_zip, "tar.gz": pack_tar}
