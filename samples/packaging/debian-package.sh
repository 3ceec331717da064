#!/bin/bash
# Makes a Debian package of a binary that static-binary.sh built: the program, its manual page, its completions for bash,
# zsh and fish, and this project's README. Needs python3.
#
#     samples/packaging/debian-package.sh dist/k0rdent-invite [FOLDER]
#     apt-get install ./dist/k0rdent-invite_*.deb
#
# The package fits the release of Debian on which the binary was built, and later ones.
set -euo pipefail
if [ $# -lt 1 ]; then echo "usage: $0 BINARY [FOLDER]" >&2; exit 64; fi
binary=$(realpath "$1")
folder=$(realpath -m "${2:-$(dirname "$binary")}")
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
tree=$(mktemp -d)
trap 'rm -rf "$tree"' EXIT
chmod 755 "$tree"

# The packages of the libraries that the binary names, each at least as new as here: `libc6 (>= 2.36), …`.
dependencies() {
    local library package version
    objdump -p "$binary" | awk '$1 == "NEEDED" { print $2 }' | while read -r library; do
        package=$(dpkg -S "*/$library" | head -n 1 | cut -d: -f1)
        version=$(dpkg-query -W -f '${source:Upstream-Version}' "$package" | head -n 1)
        echo "$package (>= $version)"
    done | sort -u | paste -sd, | sed 's/,/, /g'
}

install -D -m 755 "$binary" "$tree/usr/bin/k0rdent-invite"
install -D -m 644 README.md "$tree/usr/share/doc/k0rdent-invite/README.md"
mkdir -p "$tree/usr/share/man/man1"
samples/packaging/manual-page.py "$binary" | gzip -9n >"$tree/usr/share/man/man1/k0rdent-invite.1.gz"
complete() {
    "$binary" --generate-completion-script "$1" >"$tree/completion"
    install -D -m 644 "$tree/completion" "$tree/usr/share/$2"
    rm "$tree/completion"
}
complete bash bash-completion/completions/k0rdent-invite
complete zsh zsh/vendor-completions/_k0rdent-invite
complete fish fish/vendor_completions.d/k0rdent-invite.fish

mkdir "$tree/DEBIAN"
cat >"$tree/DEBIAN/control" <<EOF
Package: k0rdent-invite
Version: $("$binary" --version | awk 'NR == 1 { print $2 }')
Architecture: $(dpkg --print-architecture)
Maintainer: ${DEBFULLNAME:-nobody} <${DEBEMAIL:-nobody@localhost}>
Section: admin
Priority: optional
Installed-Size: $(du -sk "$tree/usr" | cut -f1)
Depends: $(dependencies)
Recommends: ca-certificates
Description: batch invitation importer for k0rdent AI
 Invites everyone in a file (CSV, JSON or another system's export) to an
 organization: each person once, nobody lost, nobody mailed twice.
EOF
mkdir -p "$folder"
dpkg-deb --root-owner-group --build "$tree" "$folder"
