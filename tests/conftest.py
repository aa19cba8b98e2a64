"""What every test may ask for."""

import os
import signal
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("sitroom", deadline=None)  # no test is about how fast the machine is
settings.load_profile("sitroom")

for number in (signal.SIGINT, signal.SIGHUP, signal.SIGQUIT):
    if signal.getsignal(number) is signal.SIG_IGN:  # as a shell leaves them to what it runs behind it, and nohup does
        signal.signal(number, signal.SIG_DFL)  # programs that tests begin are to obey them


@pytest.fixture(scope="session", autouse=True)
def _own_folders(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Keep what tests index, and where they leave off, out of the folders of whoever runs them."""
    os.environ["XDG_CACHE_HOME"] = str(tmp_path_factory.mktemp("cache"))
    os.environ["XDG_STATE_HOME"] = str(tmp_path_factory.mktemp("state"))


@pytest.fixture(scope="session")
def samples() -> Path:
    """Return the folder of real files that others wrote; skip, saying so, on a machine that has none."""
    beside = Path(__file__).resolve().parents[2] / "shared"
    folder = Path(os.environ.get("SITROOM_SAMPLES", beside))
    if not (folder / "data").is_dir():
        pytest.skip(f"no sample files at {folder} (SITROOM_SAMPLES names their folder)")
    return folder
