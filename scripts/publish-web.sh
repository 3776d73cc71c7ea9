#!/usr/bin/env bash
# Makes the page a folder that any static host can serve, artifacts/web by default, and says what a first visit transfers.
#   scripts/publish-web.sh [FOLDER]
set -euo pipefail
cd "$(dirname "$0")/.."
out=${1:-artifacts/web}
published=$(mktemp -d)
trap 'rm -rf "$published"' EXIT

dotnet publish src/ChainRule.Web --configuration Release --output "$published" --nologo --verbosity quiet
rm -rf "$out"
mkdir -p "$(dirname "$out")"
cp -r "$published/wwwroot" "$out"

# Every file but those that only stand beside another one, packed.
sizes() { find "$out" -name "*.$1" -printf '%s\n' | awk '{ sum += $1 } END { printf "%.2f MB in %d files", sum / 1e6, NR }'; }
echo "$out: Brotli $(sizes br), gzip $(sizes gz)"
