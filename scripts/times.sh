#!/usr/bin/env bash
# Measures the published page in Chromium: a cold start, from a key to the picture, frames while a network is trained.
set -euo pipefail
cd "$(dirname "$0")/.."
scripts/publish-web.sh
dotnet run --project scripts/Times --configuration Release
