// Trains a network beside the page, with a .NET of its own. The page sends { do: name, ... }; what comes back names it.

import { dotnet } from './_framework/dotnet.js';

const runtime = await dotnet.create();
const exports = await runtime.getAssemblyExports('ChainRule.Web.Worker.dll');
const network = exports.ChainRule.Web.Worker.Program;

// Milliseconds of training between two looks at the page's wishes, and between two pictures for it.
const slice = 20, pause = 120;
let isPlaying = false, hasDigits = false, shown = 0, points = [];

const show = text => {
  const snapshot = text ?? network.Look(), map = network.Map();
  const weights = JSON.parse(snapshot).layers.map((_, layer) => network.Weights(layer));
  postMessage({ did: 'look', isPlaying, snapshot, points, map, weights }, [map.buffer, ...weights.map(own => own.buffer)]);
  shown = performance.now();
};

const turn = () => {
  if (!isPlaying) return;
  isPlaying = network.Run(slice);
  if (!isPlaying || performance.now() - shown > pause) show();
  setTimeout(turn);
};

async function unpacked(name) {
  const answer = await fetch(new URL(name, import.meta.url));
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  // Some hosts unpack it themselves.
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

async function start(settings) {
  isPlaying = false;
  if (settings.startsWith('digits') && !hasDigits) {
    const [pictures, labels] =
      await Promise.all(['t10k-images-idx3-ubyte.gz', 't10k-labels-idx1-ubyte.gz'].map(unpacked));
    network.LoadDigits(pictures, labels);
    hasDigits = true;
  }
  const snapshot = network.Start(settings);
  // They stay while it learns.
  points = network.Points();
  show(snapshot);
}

const wishes = {
  start: wish => start(wish.settings),
  play: () => { if (!isPlaying) { isPlaying = true; turn(); } },
  pause: () => { isPlaying = false; show(); },
  step: () => { isPlaying = false; network.Step(); show(); },
  rate: wish => network.SetRate(wish.rate),
  classify: wish => postMessage({ did: 'classify', answers: network.Classify(wish.picture) }),
  race: wish => postMessage({ did: 'race', result: network.Race(wish.settings) }),
  draw: wish => postMessage({ did: 'draw', picture: network.Draw(wish.isDark, wish.language, wish.unfold) }),
  tell: wish => postMessage({ did: 'tell', story: network.Tell(wish.layer, wish.input, wish.output) }),
};

onmessage = async ({ data }) => {
  try {
    await wishes[data.do](data);
  } catch (error) {
    isPlaying = false;
    postMessage({ did: 'fail', message: String(error?.message ?? error) });
  }
};
postMessage({ did: 'ready' });
