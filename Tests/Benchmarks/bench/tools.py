"""Installs and finds what the benchmarks need."""

import os
import pathlib
import shutil
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[3]
#: Everything that is made or installed here; git ignores it.
FOLDER = ROOT / ".build-bench"

#: Debian's package of each program.
PACKAGES = {
    "nginx": "nginx-light", "h2load": "nghttp2-client", "mlr": "miller", "curl": "curl", "openssl": "openssl",
    "md5sum": "coreutils",
}
#: nginx cannot wait by itself.
ECHO_MODULE = pathlib.Path("/usr/lib/nginx/modules/ngx_http_echo_module.so")


def apt(packages):
    """Installs Debian's packages, if this is root's machine."""
    if not packages:
        return
    if os.geteuid() != 0:
        sys.exit("Missing here, and only root can install it: " + " ".join(packages))
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "update", "-q"], check=True, stdout=subprocess.DEVNULL, env=environment)
    subprocess.run(
        ["apt-get", "install", "-y", "-q", "--no-install-recommends", *packages], check=True,
        stdout=subprocess.DEVNULL, env=environment)


def installed(package):
    """Whether a package of Debian's is there."""
    state = subprocess.run(["dpkg", "-s", package], capture_output=True, text=True)
    return "Status: install ok installed" in state.stdout


def need(*programs):
    """Makes sure that these programs are there."""
    os.environ["PATH"] += os.pathsep + "/usr/sbin"
    apt([PACKAGES[program] for program in programs if not shutil.which(program)])


def need_echo():
    """Makes sure that nginx can wait before it answers."""
    if not ECHO_MODULE.exists():
        apt(["libnginx-mod-http-echo"])


def python(*packages):
    """A Python that has these packages of PyPI.

    pycurl is built here, against the system's libcurl: the same that our program uses.
    """
    folder = FOLDER / "venv"
    interpreter = folder / "bin" / "python"
    if os.geteuid() == 0:
        apt([package for package in ("python3-venv", "python3-dev", "libcurl4-openssl-dev", "gcc") if not installed(package)])
    if not interpreter.exists():
        subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
    for package in packages:
        if subprocess.run([interpreter, "-c", f"import {package}"], stderr=subprocess.DEVNULL).returncode == 0:
            continue
        source = ["--no-binary", package] if package == "pycurl" else []
        subprocess.run(
            [interpreter, "-m", "pip", "install", "-q", *source, package], check=True,
            env=os.environ | {"PYCURL_SSL_LIBRARY": "openssl"})
    return interpreter


def build():
    """Builds the program as users get it, and returns where it is."""
    scratch = FOLDER / "swift"
    words = ["swift", "build", "-c", "release", "--static-swift-stdlib", "--product", "k0rdent-invite",
             "--scratch-path", str(scratch)]
    environment = os.environ | {"K0RDENT_WITHOUT_SANDBOX": "1"}
    resolved = ROOT / "Package.resolved"
    # Without the sandbox there are fewer packages; the record of all of them has to come back for other builds.
    before = resolved.read_bytes() if resolved.exists() else None
    try:
        subprocess.run(words, check=True, cwd=ROOT, env=environment, stdout=sys.stderr)
    finally:
        if before is not None:
            resolved.write_bytes(before)
    return scratch / "release" / "k0rdent-invite"
