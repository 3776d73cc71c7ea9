#!/usr/bin/env bash
# Takes pictures of every screen of the page, light and dark, wide and narrow, into artifacts/screenshots. Needs chromium.
set -euo pipefail
cd "$(dirname "$0")/.."
scripts/publish-web.sh
dotnet run --project scripts/Screenshots --configuration Release
