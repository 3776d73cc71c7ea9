#!/usr/bin/env bash
# Gives what is exported of every figure of the lesson, in all languages, to the tools it is for: DOT to Graphviz, Mermaid to its own
# parser (of npm, run in Chromium), TikZ to pdflatex, SVG to Chromium, JSON to a parser. A tool that is not there is named and left out.
set -euo pipefail
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
status=0

dotnet build --configuration Release src/ChainRule.Cli --nologo --verbosity quiet
for language in en zh ja; do
  dotnet artifacts/bin/ChainRule.Cli/release/ChainRule.Cli.dll \
    lesson all --lang "$language" --out "$work/$language" --format svg,dot,mmd,tex,json > /dev/null
done

# Whether a command is there; says so if not.
has() {
  command -v "$1" > /dev/null || { echo "$2: left out, there is no $1"; return 1; }
}

# Runs a command on every file of a kind, and counts those that it refuses.
each() {
  local name=$1 kind=$2 refused=0 all=0 file
  shift 2
  for file in "$work"/*/*."$kind"; do
    all=$((all + 1))
    "$@" "$file" > "$work/log" 2>&1 || { refused=$((refused + 1)); echo "$file"; head -n 5 "$work/log"; }
  done
  echo "$name: $((all - refused)) of $all accepted"
  [[ $refused = 0 && $all -gt 0 ]] || status=1
}

graphviz() { local words; words=$(dot -Tsvg -o /dev/null "$1" 2>&1) && [[ -z $words ]] || { echo "$words"; return 1; }; }
has dot DOT && each DOT dot graphviz
has python3 JSON && each JSON json python3 -m json.tool

if has chromium "SVG and Mermaid" && has python3 "SVG and Mermaid"; then
  script=""
  if has npm Mermaid; then
    (cd "$work" && npm pack --silent mermaid@11 > /dev/null && tar -xzf mermaid-*.tgz package/dist/mermaid.min.js)
    script='<script src="package/dist/mermaid.min.js"></script>'
  fi
  # The page says what was refused, and how many were not.
  python3 - "$work" "$script" << 'PAGE'
import glob, json, os, sys
work, script = sys.argv[1:]
def texts(kind): return {os.path.relpath(path, work): open(path, encoding="utf-8").read()
                         for path in sorted(glob.glob(f"{work}/*/*.{kind}"))}
data = json.dumps({"svg": list(texts("svg")), "mmd": texts("mmd") if script else {}}).replace("<", "\\u003c")
open(f"{work}/page.html", "w", encoding="utf-8").write(f"""<!doctype html><meta charset="utf-8"><pre id="said"></pre>{script}<script>
const files = {data}, said = document.getElementById("said");
const say = line => said.textContent += line + "\\n";
async function all(name, entries, accept) {{
  let accepted = 0;
  for (const [path, text] of entries) {{
    try {{ await accept(path, text); accepted++; }} catch (wrong) {{ say("refused " + path + ": " + String(wrong).split("\\n")[0]); }}
  }}
  if (entries.length > 0) say(name + ": " + accepted + " of " + entries.length + " accepted");
}}
async function drawn(path) {{
  const image = new Image();
  image.src = path;
  await image.decode();
  if (image.naturalWidth === 0) throw "it has no size";
}}
(async () => {{
  await all("SVG", files.svg.map(path => [path, ""]), drawn);
  await all("Mermaid", Object.entries(files.mmd), (path, text) => mermaid.parse(text));
  say("done");
}})();
</script>""")
PAGE
  chromium --headless --no-sandbox --disable-gpu --allow-file-access-from-files --virtual-time-budget=20000 --dump-dom \
    "file://$work/page.html" 2> /dev/null | sed -n '/<pre id="said">/,/<\/pre>/p' | sed 's/<[^>]*>//g' | grep -v '^$' > "$work/said" || true
  cat "$work/said"
  grep -q '^done$' "$work/said" && ! grep -q '^refused' "$work/said" || status=1
fi

# One document of all pictures is faster; names in Chinese and Japanese need another TeX.
if has pdflatex TikZ; then
  {
    sed '/\\begin{document}/,$d' "$(find "$work/en" -name '*.tex' | head -n 1)"
    echo '\begin{document}'
    for file in "$work"/en/*.tex; do sed -n '/\\begin{tikzpicture}/,/\\end{tikzpicture}/p' "$file"; done
    echo '\end{document}'
  } > "$work/all.tex"
  if (cd "$work" && pdflatex -interaction=nonstopmode -halt-on-error all.tex > tex.log 2>&1); then
    echo "TikZ: compiled"
  else
    grep -A 5 '^!' "$work/tex.log" || tail -n 5 "$work/tex.log"
    status=1
  fi
fi
exit "$status"
