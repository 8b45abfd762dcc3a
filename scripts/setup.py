"""Set up what is missing: .venv from the lock files, the faces from theirs, and for tests a browser.

Each step is skipped while its inputs are what they were when it last succeeded (.stamps/). Needs only Python.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent
STAMPS = CHECKOUT / ".stamps"
VENV = CHECKOUT / ".venv"
PYTHONS = ((3, 11), (3, 12))
NODE = (20, 19)
FACES = ("web/console", "web/miniapp")


def main() -> None:
    """Do the steps that were asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--dev", action="store_true", help="also the tools of development")
    parser.add_argument(
        "--browser", action="store_true", help="also a browser and Chinese fonts, for the tests"
    )
    asked = parser.parse_args()
    os.chdir(CHECKOUT)
    STAMPS.mkdir(exist_ok=True)
    with ThreadPoolExecutor(max_workers=2) as lanes:
        for done in [lanes.submit(backend, asked.dev, asked.browser), lanes.submit(faces)]:
            done.result()


def backend(dev: bool, with_browser: bool) -> None:
    """Make what Debian's packages may be needed for, one after the other: apt-get bears no company."""
    python(dev=dev)
    if with_browser:
        browser()


def faces() -> None:
    """Build the faces, beside the rest: npm and pip wait for different things."""
    for face in FACES:
        if (CHECKOUT / face / "package.json").exists():
            build(face)


# -- Python --


def python(dev: bool) -> None:
    """Make .venv hold exactly the locked packages and this one."""
    lock, more = CHECKOUT / "requirements.lock", CHECKOUT / "requirements-dev.lock"
    wanted = digest([more if dev else lock], str(sys.version_info[:2]))
    stamp = STAMPS / ("python-dev" if dev else "python")
    alive = (VENV / "bin" / "python").exists() and (VENV / "bin" / "anjie").exists()
    # The tools of development come with everything that running needs.
    has_more = alive and same(STAMPS / "python-dev", digest([more], str(sys.version_info[:2])))
    if not (alive and (same(stamp, wanted) or has_more)):
        say("安装 Python 依赖  Installing the Python packages")
        make_venv()
        environment = os.environ | {"PIP_DISABLE_PIP_VERSION_CHECK": "1"}
        pip = [str(VENV / "bin" / "python"), "-m", "pip", "install", "-qq"]
        run([*pip, "--require-hashes", "-r", str(more if dev else lock)], environment=environment)
        install_self(pip, environment)
        stamp.write_text(wanted)
    elif not same(STAMPS / "self", digest([CHECKOUT / "pyproject.toml"])):
        install_self([str(VENV / "bin" / "python"), "-m", "pip", "install", "-qq"], dict(os.environ))


def install_self(pip: list[str], environment: dict[str, str]) -> None:
    """Install this package in place; its build tools are in the lock."""
    run([*pip, "--no-deps", "--no-build-isolation", "--editable", "."], environment=environment)
    (STAMPS / "self").write_text(digest([CHECKOUT / "pyproject.toml"]))


def make_venv() -> None:
    """Make .venv with a Python that we support."""
    if (VENV / "bin" / "python").exists() and version_of(VENV / "bin" / "python") in PYTHONS:
        return
    chosen = next((path for path in candidates() if version_of(path) in PYTHONS), None)
    if chosen is None:
        stop(
            "需要 Python 3.11 或 3.12，本机没有找到。请先安装 python3.11。",
            "Python 3.11 or 3.12 is needed and none was found. Install python3.11 first.",
        )
    shutil.rmtree(VENV, ignore_errors=True)
    made = subprocess.run([str(chosen), "-m", "venv", str(VENV)], capture_output=True, text=True, check=False)
    if made.returncode != 0 and apt(["python3-venv"], "Python 的 venv 模块", "Python's venv module"):
        shutil.rmtree(VENV, ignore_errors=True)
        made = subprocess.run(
            [str(chosen), "-m", "venv", str(VENV)], capture_output=True, text=True, check=False
        )
    if made.returncode != 0:
        stop(
            f"不能建立虚拟环境：{made.stdout}{made.stderr}\n请先安装 python3-venv。",
            "The virtual environment could not be made. Install python3-venv first.",
        )


def candidates() -> Iterable[Path]:
    """Yield the Pythons of this machine, the one that runs this script first."""
    yield Path(sys.executable)
    for name in ("python3.11", "python3.12", "python3"):
        found = shutil.which(name)
        if found:
            yield Path(found)


def version_of(path: Path) -> tuple[int, int] | None:
    """Return a Python's version, None when it does not run."""
    try:
        done = subprocess.run([str(path), "--version"], capture_output=True, text=True, check=False)
    except OSError:
        return None
    found = re.match(r"Python (\d+)\.(\d+)", done.stdout)
    return (int(found[1]), int(found[2])) if found else None


# -- faces --


def build(face: str) -> None:
    """Install a face's packages and build it, where its sources have changed."""
    folder = CHECKOUT / face
    name = face.replace("/", "-")
    lock = folder / "package-lock.json"
    if not lock.exists():
        stop(f"{face} 缺少 package-lock.json。", f"{face} has no package-lock.json.")
    wanted = digest([folder / "package.json", lock])
    installed = (folder / "node_modules").exists() and same(STAMPS / f"{name}-packages", wanted)
    sources = digest([*files(folder), *files(CHECKOUT / "web" / "client")])
    if installed and (folder / "dist").exists() and same(STAMPS / f"{name}-built", sources):
        return
    check_node()
    if not installed:
        say(f"安装 {face} 依赖  Installing the packages of {face}")
        run(["npm", "ci", "--no-audit", "--no-fund", "--loglevel=error"], folder=folder)
        (STAMPS / f"{name}-packages").write_text(wanted)
    say(f"构建 {face}  Building {face}")
    run(["npm", "run", "--silent", "build"], folder=folder, quiet=True)
    # Building may write generated sources; they count from the next change on.
    sources = digest([*files(folder), *files(CHECKOUT / "web" / "client")])
    (STAMPS / f"{name}-built").write_text(sources)


def check_node() -> None:
    """Stop when there is no Node that the faces can be built with."""
    node = shutil.which("node")
    said = subprocess.run([node, "--version"], capture_output=True, text=True).stdout if node else ""
    found = re.match(r"v(\d+)\.(\d+)", said)
    if found is None or (int(found[1]), int(found[2])) < NODE or shutil.which("npm") is None:
        stop(
            f"构建界面需要 Node {NODE[0]}.{NODE[1]} 以上和 npm，本机为：{said.strip() or '没有'}。",
            f"Building the faces needs Node {NODE[0]}.{NODE[1]}+ and npm; found {said.strip() or 'none'}.",
        )


# -- browser --


def browser() -> None:
    """Make sure that a Chromium and a Chinese font are there."""
    missing = []
    if not any(shutil.which(name) for name in ("chromium", "chromium-browser", "google-chrome")):
        missing.append("chromium")
    fonts = shutil.which("fc-list")
    if fonts is None:
        missing.append("fontconfig")
    if (
        fonts is None
        or not subprocess.run([fonts, ":lang=zh"], capture_output=True, check=False).stdout.strip()
    ):
        missing.append("fonts-noto-cjk")
    if missing and not apt(missing, "浏览器测试所需的软件", "what the browser tests need"):
        stop(
            f"浏览器测试需要：{' '.join(missing)}。请由管理员运行 apt-get install {' '.join(missing)}。",
            f"The browser tests need {' '.join(missing)}. Ask an administrator to apt-get install them.",
        )


# -- means --


def apt(packages: list[str], what: str, in_english: str) -> bool:
    """Install Debian packages when we may; tell whether they are there now."""
    if os.geteuid() != 0 or shutil.which("apt-get") is None:
        return False
    say(f"安装{what}  Installing {in_english}: {' '.join(packages)}")
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages]
    for commands in ([install], [["apt-get", "update", "-qq"], install]):
        done = [subprocess.run(one, env=environment, capture_output=True, check=False) for one in commands]
        if done[-1].returncode == 0:
            return True
    print(done[-1].stderr.decode(errors="replace"), file=sys.stderr)
    return False


def files(folder: Path) -> list[Path]:
    """Return the sources below a folder, without what is installed or built there."""
    left_out = {"node_modules", "dist", "unpackage", ".vite", "coverage", "test-results"}
    found = []
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name not in left_out)
        found += [
            Path(parent) / name for name in sorted(names) if not name.endswith((".log", ".tsbuildinfo"))
        ]
    return found


def digest(paths: list[Path], *more: str) -> str:
    """Return a digest of the files' names and content."""
    total = hashlib.sha256("\0".join(more).encode())
    for path in paths:
        total.update(str(path.relative_to(CHECKOUT)).encode() + b"\0" + path.read_bytes() + b"\0")
    return total.hexdigest()


def same(stamp: Path, wanted: str) -> bool:
    """Tell whether a step last succeeded with the same inputs."""
    return stamp.exists() and stamp.read_text() == wanted


def run(
    command: list[str],
    folder: Path = CHECKOUT,
    environment: dict[str, str] | None = None,
    quiet: bool = False,
) -> None:
    """Run a command; when it fails, show what it said and stop."""
    started = time.monotonic()
    output = subprocess.PIPE if quiet else None
    done = subprocess.run(
        command,
        cwd=folder,
        env=environment,
        check=False,
        stdout=output,
        stderr=subprocess.STDOUT if quiet else None,
    )
    if done.returncode != 0:
        if quiet:
            sys.stderr.write(done.stdout.decode(errors="replace"))
        stop(f"失败：{' '.join(command)}", f"Failed: {' '.join(command)}")
    say(f"  {time.monotonic() - started:.0f} s")


def say(text: str) -> None:
    print(text, flush=True)


def stop(chinese: str, english: str) -> None:
    sys.exit(f"{chinese}\n{english}")


if __name__ == "__main__":
    main()
