#!/bin/bash
# Builds k0rdent-invite as one file. It needs libcurl 7.88 or later, and the C and C++ libraries that libcurl's users
# have anyway. Swift's own libraries are inside, so Swift is needed here only.
#
#     samples/packaging/static-binary.sh [FOLDER]     FOLDER/k0rdent-invite; the folder is dist if none is named
set -euo pipefail
folder=$(realpath -m "${1:-dist}")
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

build=(swift build -c release --static-swift-stdlib)
"${build[@]}" --product k0rdent-invite
mkdir -p "$folder"
# Without the table of symbols it is half as large.
strip -o "$folder/k0rdent-invite" "$("${build[@]}" --show-bin-path)/k0rdent-invite"
chmod 755 "$folder/k0rdent-invite"
echo "$folder/k0rdent-invite"
