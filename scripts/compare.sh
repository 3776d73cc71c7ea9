#!/usr/bin/env bash
# Times ChainRule against libtorch, and against a textbook's NumPy program if there is one to run it, and writes the
# page with the results:
#   scripts/compare.sh [--threads 1,2] [--filter NAME] [--rounds 3] [--seconds 2] [--steps 2000]
#                      [--out docs/performance.md]
# The programs take turns, so that all meet the same disturbances. Run it on a machine with nothing else to do.
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_UI_LANGUAGE=en DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

threads=1,$(getconf _NPROCESSORS_ONLN) filter='' rounds=3 seconds=2 steps=2000 out=docs/performance.md
while [ $# -gt 0 ]; do
  [ $# -gt 1 ] || { echo "error: $1 needs a value" >&2; exit 2; }
  case $1 in
    --threads) threads=$2 ;;
    --filter) filter=$2 ;;
    --rounds) rounds=$2 ;;
    --seconds) seconds=$2 ;;
    --steps) steps=$2 ;;
    --out) out=$2 ;;
    *) echo "error: no option is called $1" >&2; sed -n '3,6s/^# //p' "$0" >&2; exit 2 ;;
  esac
  shift 2
done
# On a machine with one processor the default would be 1,1.
read -ra counts <<< "$(tr ',' '\n' <<< "$threads" | awk '!seen[$0]++' | tr '\n' ' ')"

results=artifacts/compare
rm -rf "$results"
mkdir -p "$results" "$(dirname "$out")"

build() { dotnet build "bench/$1" --configuration Release --verbosity quiet --nologo > "$results/$1.log" 2>&1; }

ours=artifacts/bin/ChainRule.Workloads/release/ChainRule.Workloads
libtorch=artifacts/bin/ChainRule.Peers.LibTorch/release/ChainRule.Peers.LibTorch
build ChainRule.Workloads || { cat "$results/ChainRule.Workloads.log"; exit 1; }
if ! build ChainRule.Peers.LibTorch; then
  echo "libtorch could not be built (see $results/ChainRule.Peers.LibTorch.log): going on without it." >&2
  libtorch=''
elif ! "$libtorch" 1 gemm/64 --seconds 0 > "$results/libtorch.log" 2>&1; then
  echo "libtorch does not run here (see $results/libtorch.log): going on without it." >&2
  libtorch=''
fi

load() { uptime | sed 's/.*average[s]*: *//'; }
load_before=$(load)

for ((round = 1; round <= rounds; round++)); do
  for count in "${counts[@]}"; do
    echo "round $round of $rounds, threads: $count" >&2
    "$ours" "$count" "$filter" --seconds "$seconds" >> "$results/chainrule.jsonl"
    [ -z "$libtorch" ] ||
      OMP_NUM_THREADS=$count "$libtorch" "$count" "$filter" --seconds "$seconds" >> "$results/libtorch.jsonl"
  done
  [ "$steps" -gt 0 ] && [ -z "$filter" ] || continue
  "$ours" train "$steps" >> "$results/training.jsonl"
  if python3 -c 'import numpy' 2> /dev/null; then
    python3 scripts/peers/textbook_mnist.py "$steps" >> "$results/training.jsonl"
  fi
done

# What a line of /proc or a tool says, or nothing where there is none: other systems than Linux.
from() { { grep -m 1 "$1" "$2" | sed 's/^[^:]*: *//'; } 2> /dev/null || true; }
cpu=$(from 'model name' /proc/cpuinfo)
memory=$(from MemTotal /proc/meminfo | awk '{ printf "%.0f GiB", $1 / 1048576 }')
system=$(from '^PRETTY_NAME=' /etc/os-release | sed 's/^PRETTY_NAME=//; s/"//g')
changes=''
git diff --quiet HEAD -- src bench || changes=' with changes'
{
  echo "Date: $(date -u +%Y-%m-%d)"
  echo "Processor: ${cpu:-$(uname -m)}, $(getconf _NPROCESSORS_ONLN) cores"
  echo "Memory: ${memory:-unknown}"
  echo "System: ${system:-$(uname -s)}, kernel $(uname -r)"
  echo "Load average before and after (1, 5, 15 minutes): $load_before; $(load)"
  echo "ChainRule: $(git rev-parse --short HEAD)$changes, on .NET $(dotnet --list-runtimes |
    awk '/^Microsoft.NETCore.App 10\./ { version = $2 } END { print version }')"
  if [ -n "$libtorch" ]; then
    echo "libtorch: $(sed -n '1s/.*"peer":"libtorch \([^"]*\)".*/\1/p' "$results/libtorch.log")"
  else
    echo "libtorch: not installed"
  fi
  if python3 -c 'import numpy' 2> /dev/null; then
    echo "NumPy: $(python3 -c 'import numpy, platform; print(numpy.__version__, "on Python", platform.python_version())')"
  fi
  echo "Rounds: $rounds, of at least $seconds s for each workload"
} > "$results/environment.txt"

"$ours" report "$results" > "$results/performance.md"
mv "$results/performance.md" "$out"
echo "wrote $out"
