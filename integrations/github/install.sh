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

rm -rf "$folder"
mkdir -p "$folder"
curl --fail --silent --show-error --location --retry 3 --output "$folder/$archive" "$source/$archive"
if [ -n "${ZONEC_SHA256:-}" ]; then
  wanted=$ZONEC_SHA256
else
  curl --fail --silent --show-error --location --retry 3 --output "$folder/SHA256SUMS" "$source/SHA256SUMS"
  wanted=$(awk -v file="$archive" '$2 == file { print $1 }' "$folder/SHA256SUMS")
fi
if command -v sha256sum >/dev/null; then
  found=$(sha256sum "$folder/$archive")
else
  found=$(shasum -a 256 "$folder/$archive")
fi
found=${found%% *}
if [ -z "$wanted" ] || [ "$found" != "$wanted" ]; then
  rm -rf "$folder"
  echo "zonec: $archive has the SHA-256 $found instead of ${wanted:-the one in SHA256SUMS, which does not list it}" >&2
  exit 2
fi
tar -xzf "$folder/$archive" -C "$folder" --strip-components=1
rm -f "$folder/$archive"
[ -z "${GITHUB_PATH:-}" ] || echo "$folder/bin" >>"$GITHUB_PATH"
echo "zonec: installed $version in $folder"
