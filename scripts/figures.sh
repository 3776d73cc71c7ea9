#!/usr/bin/env bash
# Draws the lesson's figures anew, in all languages, into docs/figures. The PNG files depend on the fonts of the machine: best with
# Liberation Sans (fonts-liberation) and Noto Sans CJK (fonts-noto-cjk).
set -euo pipefail
cd "$(dirname "$0")/.."
dotnet build -c Release src/ChainRule.Cli --nologo -v quiet
for language in en zh ja; do
  rm -rf "docs/figures/$language"
  dotnet artifacts/bin/ChainRule.Cli/release/ChainRule.Cli.dll \
    lesson all --lang "$language" --out "docs/figures/$language" --format svg,png --scale 1
done
