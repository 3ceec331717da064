#!/bin/bash
# Makes a folder that is a whole root for k0rdent-invite: the program, the libraries that it is linked with, the
# certificates of the authorities. There is no shell, no /proc and no /dev in it. Nothing but /work has to be
# writable, and for people on standard input the folder that TMPDIR names.
#
#     samples/packaging/bare-root.sh dist/k0rdent-invite FOLDER
#     cp team.csv FOLDER/work
#     chroot --userspec=1000:1000 FOLDER /usr/bin/k0rdent-invite check /work/team.csv
#
# To reach a server by its name, the root also needs etc/resolv.conf. Encodings such as shift_jis need the C library's
# folder gconv.
set -euo pipefail
if [ $# -ne 2 ]; then echo "usage: $0 BINARY FOLDER" >&2; exit 64; fi
binary=$1 root=$2

mkdir -p "$root/work" "$root/tmp"
chmod 1777 "$root/tmp"
install -D -m 755 "$binary" "$root/usr/bin/k0rdent-invite"
ldd "$binary" | grep -o '/[^ ]*' | sort -u | while read -r library; do
    install -D -m 755 "$library" "$root$library"
done
if [ -f /etc/ssl/certs/ca-certificates.crt ]; then
    install -D -m 644 /etc/ssl/certs/ca-certificates.crt "$root/etc/ssl/certs/ca-certificates.crt"
fi
