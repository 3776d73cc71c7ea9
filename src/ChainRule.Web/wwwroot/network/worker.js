// Trains a network beside the page, with a .NET of its own. The page sends { do: name, ... }; what comes back names it.

import { dotnet } from './_framework/dotnet.js';

const runtime = await dotnet.create();
const exports = await runtime.getAssemblyExports('ChainRule.Web.Worker.dll');
const network = exports.ChainRule.Web.Worker.Program;

// Milliseconds of training between two looks at the page's wishes, and between two pictures for it.
const slice = 20, interval = 120;
let isPlaying = false, hasDigits = false, hasNetwork = false, shown = 0, points = [], timer = 0, newest = 0;

const show = text => {
  const snapshot = text ?? network.Look(), map = network.Map();
  const weights = JSON.parse(snapshot).layers.map((_, layer) => network.Weights(layer));
  postMessage({ did: 'look', isPlaying, snapshot, points, map, weights }, [map.buffer, ...weights.map(own => own.buffer)]);
  shown = performance.now();
};

const stop = () => {
  isPlaying = false;
  clearTimeout(timer);
};

const fail = error => {
  stop();
  postMessage({ did: 'fail', message: String(error?.message ?? error) });
};

const turn = () => {
  try {
    isPlaying = network.Run(slice);
    if (!isPlaying || performance.now() - shown > interval) show();
    if (isPlaying) timer = setTimeout(turn);
  } catch (error) {
    fail(error);
  }
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

async function start(settings, number) {
  stop();
  // Until the new one is there, nothing is to be done with the old one.
  hasNetwork = false;
  if (settings.startsWith('digits') && !hasDigits) {
    const [pictures, labels] =
      await Promise.all(['t10k-images-idx3-ubyte.gz', 't10k-labels-idx1-ubyte.gz'].map(unpacked));
    network.LoadDigits(pictures, labels);
    hasDigits = true;
  }
  if (number !== newest) return;
  const snapshot = network.Start(settings);
  // They stay while it learns.
  points = network.Points();
  hasNetwork = true;
  show(snapshot);
}

const wishes = {
  start: wish => start(wish.settings, wish.number),
  play: () => { if (!isPlaying) turn(); },
  pause: () => { stop(); show(); },
  step: () => { stop(); network.Step(); show(); },
  rate: wish => network.SetRate(wish.rate),
  classify: wish => postMessage({ did: 'classify', answers: network.Classify(wish.picture) }),
  race: wish => postMessage({ did: 'race', result: network.Race(wish.settings) }),
  draw: wish => postMessage({ did: 'draw', picture: network.Draw(wish.isDark, wish.language, wish.unfold) }),
  tell: wish => postMessage({ did: 'tell', story: network.Tell(wish.layer, wish.input, wish.output) }),
};

async function grant(wish) {
  try {
    if (hasNetwork || wish.do === 'start' || wish.do === 'race') await wishes[wish.do](wish);
  } catch (error) {
    fail(error);
  }
}

// One after the other: while the digits are fetched, the next wishes wait. Of several networks only the last is begun.
let queue = Promise.resolve();
onmessage = ({ data }) => {
  if (data.do === 'start') data.number = ++newest;
  queue = queue.then(() => grant(data));
};
postMessage({ did: 'ready' });
