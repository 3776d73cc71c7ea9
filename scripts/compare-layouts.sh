#!/usr/bin/env bash
# Compares the layout of pictures with elkjs and dagre (of npm) on random graphs and writes the table of docs/layout.md. Needs node.
set -euo pipefail
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
npm install --silent --no-audit --no-fund --prefix "$work" elkjs@0.12.1 @dagrejs/dagre@3.1.3
dotnet build --configuration Release scripts/Layouts --nologo --verbosity quiet
dotnet artifacts/bin/Layouts/release/Layouts.dll > "$work/graphs.json"
node scripts/Layouts/compare.mjs "$work/graphs.json" "$work" > "$work/table"
cat "$work/table"

# The table stands between two lines of the page.
awk -v table="$work/table" '
  /^<!-- table -->$/ { print; while ((getline line < table) > 0) print line; skipped = 1; next }
  /^<!-- end -->$/ { skipped = 0 }
  !skipped' docs/layout.md > "$work/page"
mv "$work/page" docs/layout.md
