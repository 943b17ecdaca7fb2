#!/bin/sh
# Installs an archive of zonec whose checksum is verified, and puts the command on the path of later steps.
set -eu

version=${ZONEC_VERSION:?the version to install}
source=${ZONEC_DOWNLOADS:-https://github.com/zonec/zonec/releases/download/v$version}
folder=${RUNNER_TEMP:-/tmp}/zonec-$version

case $(uname -s)-$(uname -m) in
  Linux-x86_64 | Linux-amd64) platform=linux-x64 ;;
  Linux-aarch64 | Linux-arm64) platform=linux-arm64 ;;
  Darwin-x86_64) platform=macos-x64 ;;
  Darwin-arm64) platform=macos-arm64 ;;
  *)
    echo "zonec: there is no archive for $(uname -s) on $(uname -m)" >&2
    exit 2
    ;;
esac
archive=zonec-$version-$platform.tar.gz

part=$folder.part
rm -rf "$part"
mkdir -p "$part/zonec"
trap 'rm -rf "$part"' EXIT

# Downloads the file $1 of the release.
download() {
  curl --fail --silent --show-error --location --retry 3 --output "$part/$1" "$source/$1" || {
    echo "zonec: $source/$1 cannot be downloaded" >&2
    exit 2
  }
}

download "$archive"
if [ -n "${ZONEC_SHA256:-}" ]; then
  wanted=$ZONEC_SHA256
else
  download SHA256SUMS
  wanted=$(awk -v file="$archive" '$2 == file { print $1 }' "$part/SHA256SUMS")
fi
if command -v sha256sum >/dev/null; then
  found=$(sha256sum "$part/$archive")
else
  found=$(shasum -a 256 "$part/$archive")
fi
found=${found%% *}
if [ -z "$wanted" ] || [ "$found" != "$wanted" ]; then
  echo "zonec: $archive has the SHA-256 $found instead of ${wanted:-the one in SHA256SUMS, which does not list it}" >&2
  exit 2
fi
tar -xzf "$part/$archive" -C "$part/zonec" --strip-components=1
rm -rf "$folder"
mv "$part/zonec" "$folder"
[ -z "${GITHUB_PATH:-}" ] || echo "$folder/bin" >>"$GITHUB_PATH"
echo "zonec: installed $version in $folder"
