"""What can go wrong with the file of record: where, what, and what to do, in one line that is safe to print."""

import errno
from pathlib import Path

from store.errors import StoreError

_LONGEST_NAME = 60
_NOT_WRITTEN = "nothing was written: "

_CAUSES = {
    errno.EACCES: ("you have no right to it", "ask its owner, or work on a copy in a folder of yours"),
    errno.EDQUOT: ("your share of the disk is used up", "free some space and try again"),
    errno.EFBIG: ("it would be larger than this system allows", "raise the limit or move it to another disk"),
    errno.EIO: ("the disk failed", "copy what you have to another disk"),
    errno.EISDIR: ("it is a folder", "name a file"),
    errno.ELOOP: ("its links run in a circle", "name the file itself"),
    errno.ENAMETOOLONG: ("its name is too long", "choose a shorter one"),
    errno.ENOENT: ("there is no such file or folder", "check the name"),
    errno.ENOSPC: ("the disk is full", "free some space and try again"),
    errno.ENOTDIR: ("a part of its path is not a folder", "check the name"),
    errno.EPERM: ("the system does not permit it", "ask its owner, or work on a copy in a folder of yours"),
    errno.EROFS: ("the disk can only be read", "work on a copy elsewhere"),
}


class FileError(StoreError):
    """Anything about the file of record: `where` is its path, with the table and the record if one is to blame."""

    def __init__(self, where: Path | str, problem: str, mend: str) -> None:
        super().__init__(where, problem, mend)
        self.where = str(where)
        self.problem = problem
        self.mend = mend

    def __str__(self) -> str:
        """Return the one line; what a terminal would obey, from a path or a record's id, is written as an escape."""
        line = f"{self.where}: {self.problem}; {self.mend}"
        return "".join(sign if sign.isprintable() else repr(sign)[1:-1] for sign in line)


class Unreadable(FileError):
    """It cannot be read, or what it holds is not a store."""


class FromLaterVersion(FileError):
    """A later version of this program wrote it."""


class Conflict(FileError):
    """Someone else changed it since it was read. Nothing was written; reload and make the change again."""


class Astray(FileError):
    """Changes wait in a journal for another file than the one that is there now. None is applied, none is lost."""


class Locked(FileError):
    """Another writer is at work. Nothing was written."""


class NotWritten(FileError):
    """The change could not be written. The file holds the old state, whole."""

    @property
    def why(self) -> str:
        """What went wrong, without what became of the change."""
        return self.problem.removeprefix(_NOT_WRITTEN)


class Unconfirmed(FileError):
    """The change is in the file, but the disk did not confirm that it will survive a power cut."""


class ReadOnly(FileError):
    """It was opened to be read only."""


def place(path: Path, table: str, record: str | None = None) -> str:
    """Return how an error names a table of a file, or a record in it."""
    names = (name if len(name) <= _LONGEST_NAME else name[:_LONGEST_NAME] + "…" for name in (table, record) if name)
    return f"{path}, {'/'.join(names)}"


def cannot_read(path: Path, error: OSError) -> Unreadable:
    """Return what to tell of a system call that failed while reading."""
    problem, mend = _cause(error)
    return Unreadable(path, f"cannot be read: {problem}", mend)


def cannot_write(path: Path, error: OSError) -> NotWritten:
    """Return what to tell of a system call that failed while writing."""
    problem, mend = _cause(error)
    return NotWritten(path, f"{_NOT_WRITTEN}{problem}", mend)


def _cause(error: OSError) -> tuple[str, str]:
    told = error.strerror or type(error).__name__
    return _CAUSES.get(error.errno or 0, (told, "mend that and try again"))
