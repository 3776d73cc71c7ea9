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

# Browsers that can unpack Brotli fetch these; not what the page loads on demand, which the project lists.
later=$(sed -n 's/.*BlazorWebAssemblyLazyLoad Include="\(.*\)\.wasm".*/\1/p' src/ChainRule.Web/ChainRule.Web.csproj | paste -sd '|')
transferred=$(find "$out" -name '*.br' ! -path '*/network/*' ! -name 'network.*' ! -name 'lessons.*' ! -name 'edges.*' -printf '%f %s\n' | grep -vE "^($later)\.wasm" |
  awk '{ sum += $2 } END { printf "%.3f", sum / 1e6 }')
echo "$out: a first visit transfers $transferred MB"
