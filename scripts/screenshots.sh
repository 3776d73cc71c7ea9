#!/usr/bin/env bash
# Takes pictures of every screen of the page, light and dark, wide and narrow, into artifacts/screenshots. Needs chromium.
set -euo pipefail
cd "$(dirname "$0")/.."
scripts/publish-web.sh
dotnet build tests/ChainRule.Web.Tests --configuration Release --nologo --verbosity quiet
artifacts/bin/ChainRule.Web.Tests/release/ChainRule.Web.Tests -explicit only -class '*Screenshots'
