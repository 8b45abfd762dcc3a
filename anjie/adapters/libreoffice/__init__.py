"""LibreOffice without a screen: Word files become PDF, each in a process and profile of its own."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import tempfile
import threading
from pathlib import Path

from anjie.ports.documents import ConvertLater, ConvertNever

PROGRAMS = ("soffice", "libreoffice")
SECONDS = 120
AT_ONCE = threading.BoundedSemaphore(2)
_SCRIPTING = "/org.openoffice.Office.Common/Security/Scripting"
_SETTINGS = (
    (_SCRIPTING, "MacroSecurityLevel", "3"),
    (_SCRIPTING, "DisableMacrosExecution", "true"),
    (_SCRIPTING, "BlockUntrustedRefererLinks", "true"),
    ("/org.openoffice.Office.Writer/Content/Update", "Link", "0"),
)
_ITEM = '<item oor:path="{}"><prop oor:name="{}" oor:op="fuse"><value>{}</value></prop></item>'
_PROFILE = (
    '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">'
    + "".join(_ITEM.format(*one) for one in _SETTINGS)
    + "</oor:items>"
)
"""No macros, no links to elsewhere."""


class LibreOffice:
    """Converts with the LibreOffice found on this machine."""

    name = "LibreOffice"

    def __init__(self, program: str | None = None, seconds: float = SECONDS) -> None:
        self.program = program
        self.seconds = seconds

    def is_there(self) -> bool:
        """Whether its program is found."""
        return self._path() is not None

    def to_pdf(self, docx: bytes) -> bytes:
        """The PDF of a Word file; nothing of it stays on the disk afterwards."""
        program = self._path()
        if program is None:
            raise ConvertNever("not installed")
        if not AT_ONCE.acquire(timeout=self.seconds):
            raise ConvertLater("busy")
        try:
            with tempfile.TemporaryDirectory(prefix="anjie-pdf-", ignore_cleanup_errors=True) as scratch:
                return self._convert(program, Path(scratch), docx)
        finally:
            AT_ONCE.release()

    def _convert(self, program: str, folder: Path, docx: bytes) -> bytes:
        profile = folder / "profile" / "user"
        profile.mkdir(parents=True)
        (profile / "registrymodifications.xcu").write_text(_PROFILE)
        source = folder / "paper.docx"
        source.write_bytes(docx)
        command = [
            program, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--norestore",
            "--nologo", "--nodefault", "--convert-to", "pdf:writer_pdf_Export", "--outdir", str(folder), str(source),
        ]  # fmt: skip
        environment = {
            "PATH": os.environ.get("PATH", ""), "HOME": str(folder), "TMPDIR": str(folder),
            "LANG": os.environ.get("LANG", "C.UTF-8"),
        }  # fmt: skip
        process = subprocess.Popen(
            command,
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        try:
            process.wait(self.seconds)
        except subprocess.TimeoutExpired:
            # Its program starts another one: the whole group is ended.
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            raise ConvertLater("timeout") from None
        made = folder / "paper.pdf"
        if not made.exists():
            raise ConvertNever(f"exit {process.returncode}")
        return made.read_bytes()

    def _path(self) -> str | None:
        names = (self.program,) if self.program else PROGRAMS
        return next((found for name in names if (found := shutil.which(name))), None)
