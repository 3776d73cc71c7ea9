#!/usr/bin/env bash
# Draws the lesson's figures anew, in all languages, into docs/figures.
set -euo pipefail
cd "$(dirname "$0")/.."
dotnet build -c Release src/ChainRule.Cli --nologo -v quiet
for language in en zh ja; do
  rm -rf "docs/figures/$language"
  dotnet artifacts/bin/ChainRule.Cli/release/ChainRule.Cli.dll lesson all --lang "$language" --out "docs/figures/$language"
done
