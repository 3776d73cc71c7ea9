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

# Browsers that can unpack Brotli fetch these; .NET's large numbers only once paths are counted, the live network only once it is opened.
transferred=$(find "$out" -name '*.br' ! -path '*/network/*' ! -name 'System.Runtime.Numerics.*' ! -name 'network.*' ! -name 'lessons.*' ! -name 'ChainRule.Learning.*' ! -name 'ChainRule*Network.*' -printf '%s\n' | awk '{ sum += $1 } END { printf "%.2f", sum / 1e6 }')
echo "$out: a first visit transfers $transferred MB"
