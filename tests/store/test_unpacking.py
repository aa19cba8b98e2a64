"""Files that come packed: gzip and zip, broken ones, locked ones, and those made to burst."""

import gzip
import io
import random
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from store.file.errors import Unreadable
from store.incoming import incoming

TEXT = "id,name\n1,Côte\n2,غات\n"


def zipped(**files: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return packed.getvalue()


def as_macos_packs(content: bytes) -> bytes:
    return zipped(**{"folder/": b"", "folder/ged.csv": content, "__MACOSX/folder/._ged.csv": b"\x00"})


def locked(packed: bytes) -> bytes:
    """Return a zip whose entry says that it is encrypted, in both places where it says so."""
    changed = bytearray(packed)
    changed[packed.index(b"PK\x03\x04") + 6] |= 1
    changed[packed.index(b"PK\x01\x02") + 8] |= 1
    return bytes(changed)


def lines(tmp_path: Path, content: bytes) -> list[str]:
    path = tmp_path / "in"
    path.write_bytes(content)
    with incoming(path) as file:
        return list(file.lines())


PACKED: dict[str, Callable[[bytes], bytes]] = {
    "not at all": lambda content: content,
    "gzip": gzip.compress,
    "two gzips, one after the other": lambda content: gzip.compress(content[:9]) + gzip.compress(content[9:]),
    "zip": lambda content: zipped(ged=content),
    "zip, with what a system adds": as_macos_packs,
    "zip, with what tells of it": lambda content: zipped(
        **{"readme.txt": b"x", "ged.csv": content, "codebook.pdf": b"x"}
    ),
    "zip of nothing but a readme": lambda content: zipped(**{"README.md": content}),
}


@pytest.mark.parametrize("packed", PACKED)
def test_what_is_packed_is_read_as_if_it_were_not(tmp_path: Path, packed: str) -> None:
    assert lines(tmp_path, PACKED[packed](TEXT.encode())) == TEXT.splitlines(keepends=True)


def test_the_encoding_of_what_is_packed_is_found_out(tmp_path: Path) -> None:
    path = tmp_path / "in.gz"
    path.write_bytes(gzip.compress("é\n".encode("windows-1252")))

    with incoming(path) as file:
        assert (list(file.lines()), file.encoding) == (["é\n"], "windows-1252")


LARGE = gzip.compress(random.Random(1).randbytes(4_000))
REFUSED = {
    "a gzip that is cut off": (LARGE[:-300], "cannot be unpacked: Compressed file ended"),
    "a gzip that is damaged": (LARGE[:2000] + b"\xff" * 50 + LARGE[2050:], "cannot be unpacked: "),
    "a zip that is cut off": (zipped(ged=TEXT.encode())[:-30], "cannot be unpacked: File is not a zip file"),
    "a zip with a password": (locked(zipped(ged=TEXT.encode())), "is locked with a password"),
    "an empty zip of a folder": (zipped(**{"folder/": b""}), "holds no file"),
    "a zip of several files": (zipped(one=b"a", two=b"b"), "holds 2 files; unpack it and name the one that is meant"),
    "a gzip bomb": (gzip.compress(bytes(70_000_000)), "unpacks to more than 200 times its size"),
    "a zip bomb": (zipped(ged=bytes(70_000_000)), "unpacks to more than 200 times its size"),
}


@pytest.mark.parametrize("state", REFUSED)
def test_what_cannot_be_unpacked_is_refused_in_one_line(tmp_path: Path, state: str) -> None:
    content, told = REFUSED[state]

    with pytest.raises(Unreadable) as refusal:
        lines(tmp_path, content)
    assert f"{tmp_path / 'in'}: {told}" in str(refusal.value)
    assert "\n" not in str(refusal.value)


def test_a_line_without_an_end_is_refused_before_it_fills_the_memory(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="line 2 has more than 16,000,000 characters"):
        lines(tmp_path, b"a\n" + b"x" * 17_000_000)
