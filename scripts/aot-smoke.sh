#!/usr/bin/env bash
# Publishes samples/ChainRule.Aot as native code, runs it and the same program on the JIT, and compares what they train:
# where no code can be emitted, everything must work all the same. Needs clang or gcc, and zlib1g-dev.
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

# The processor may have other SIMD widths than those native code is made for, so sums of float32 (6·10⁻⁸) are added up
# in another order; forty steps of Adam multiply the difference.
readonly tolerance=0.0005

output=artifacts/aot
linker=clang
command -v clang > /dev/null || linker=gcc
start=$SECONDS
rm -rf "$output"
dotnet publish samples/ChainRule.Aot --configuration Release --runtime linux-x64 \
  -p:PublishAot=true -p:CppCompilerAndLinker="$linker" --output "$output/native"
echo "published in $((SECONDS - start)) s: $(stat -c %s "$output/native/ChainRule.Aot") bytes"
dotnet build samples/ChainRule.Aot --configuration Release --output "$output/jit"

"$output/native/ChainRule.Aot" | tee "$output/native.txt"
dotnet "$output/jit/ChainRule.Aot.dll" | tee "$output/jit.txt"

grep -qx 'dynamic code: not supported' "$output/native.txt" || { echo "Native code claims to emit code."; exit 1; }
grep -qx 'dynamic code: compiled' "$output/jit.txt" || { echo "The JIT claims not to emit code."; exit 1; }

# Lines such as "compiled 8: 0.693147"; those with a # are times.
paste -d ' ' <(grep -E '^[a-z]+ [0-9]+:' "$output/native.txt") <(grep -E '^[a-z]+ [0-9]+:' "$output/jit.txt") |
  awk -v tolerance="$tolerance" '
    $1 != $4 || $2 != $5 { print "Other lines: " $0; failed = 1 }
    { difference = $3 - $6; if (difference < 0) difference = -difference }
    !(difference <= tolerance) { print "The losses differ: " $0; failed = 1 }
    { count++ }
    END {
      if (count < 10) { print "Only " count + 0 " losses were printed."; failed = 1 }
      if (!failed) print count " losses agree."
      exit failed
    }'
