// The live network: speaks with the worker that trains it, and paints what is made of pixels.

let worker, page, ready = null, digitsPad;
let last = null;

export function open(dotnet) {
  page = dotnet;
  addEventListener('click', press);
  addEventListener('pointerdown', scribble);
  addEventListener('pointerdown', place);
  addEventListener('keydown', move);
}

export function close() {
  rest();
  removeEventListener('click', press);
  removeEventListener('pointerdown', scribble);
  removeEventListener('pointerdown', place);
  removeEventListener('keydown', move);
  last = null;
}

// The worker is made when it is needed, and anew after it has failed.
function wake() {
  return ready ??= new Promise((done, fail) => {
    worker = new Worker(new URL('network/worker.js', document.baseURI), { type: 'module' });
    worker.onmessage = ({ data }) => {
      if (data.did === 'ready') done();
      else heard[data.did](data);
    };
    worker.onerror = event => {
      rest();
      fail(event);
      page.invokeMethodAsync('OnFailure', event.message ?? 'network/worker.js');
    };
  });
}

function rest() {
  worker?.terminate();
  worker = ready = null;
}

async function ask(wish) {
  try {
    await wake();
  } catch {
    // The page has been told.
    return;
  }
  worker?.postMessage(wish);
}

export const start = settings => ask({ do: 'start', settings });
export const play = () => ask({ do: 'play' });
export const pause = () => ask({ do: 'pause' });
export const step = () => ask({ do: 'step' });
export const rate = rate => ask({ do: 'rate', rate });
export const race = settings => ask({ do: 'race', settings });
export const draw = (isDark, language, unfold) => ask({ do: 'draw', isDark, language, unfold });
export const tell = (layer, input, output) => ask({ do: 'tell', layer, input, output });

const heard = {
  look: async data => {
    last = data;
    await page.invokeMethodAsync('OnLook', data.snapshot, data.isPlaying);
    paint();
  },
  race: data => page.invokeMethodAsync('OnRaced', data.result),
  tell: data => page.invokeMethodAsync('OnTold', data.story),
  draw: data => page.invokeMethodAsync('OnDrawn', data.picture),
  classify: data => page.invokeMethodAsync('OnClassified', data.answers),
  fail: data => page.invokeMethodAsync('OnFailure', data.message),
};

// The classes' colours; their marks differ too.
const colours = [[31, 119, 180], [255, 127, 14], [44, 140, 60]];
const marks = [
  (c, x, y, r) => c.arc(x, y, r, 0, 7),
  (c, x, y, r) => c.rect(x - r, y - r, 2 * r, 2 * r),
  (c, x, y, r) => { c.moveTo(x, y - 1.3 * r); c.lineTo(x + 1.2 * r, y + r); c.lineTo(x - 1.2 * r, y + r); c.closePath(); },
];
// As far as the worker's picture of the plane goes.
const reach = 1.3;

function paint() {
  if (!last) return;
  const snapshot = JSON.parse(last.snapshot);
  paintPlane(snapshot);
  snapshot.layers.forEach((layer, i) => paintWeights(layer, i, snapshot.hasPictures && i === 0));
}

function paintPlane(snapshot) {
  const plane = document.querySelector('canvas.plane');
  if (!plane || last.map.length === 0) return;
  const context = plane.getContext('2d'), classes = snapshot.confusion.length;
  const size = Math.sqrt(last.map.length / classes);
  const image = new ImageData(size, size);
  for (let i = 0; i < size * size; i++) {
    // Towards white where the network is not sure.
    for (let part = 0; part < 3; part++) {
      let sum = 0;
      for (let k = 0; k < classes; k++) sum += last.map[i * classes + k] / 255 * (255 - (255 - colours[k][part]) * .62);
      image.data[4 * i + part] = sum;
    }
    image.data[4 * i + 3] = 255;
  }
  const small = new OffscreenCanvas(size, size);
  small.getContext('2d').putImageData(image, 0, 0);
  context.imageSmoothingEnabled = true;
  context.drawImage(small, 0, 0, plane.width, plane.height);
  const at = value => (value / reach + 1) / 2 * plane.width;
  for (let i = 0; i < last.points.length; i += 3) {
    const [x, y, kind] = last.points.slice(i, i + 3);
    context.beginPath();
    marks[kind](context, at(x), at(-y), 4);
    context.fillStyle = `rgb(${colours[kind].map(part => part * .8)})`;
    context.strokeStyle = '#fff';
    context.lineWidth = 1.2;
    context.fill();
    context.stroke();
  }
}

// Blue below zero, orange above, white at it. A layer of pictures is shown as one picture for each unit.
function paintWeights(layer, number, isOfPictures) {
  const canvas = document.querySelector(`canvas[data-layer="${number}"]`);
  const weights = last.weights[number];
  if (!canvas || !weights) return;
  const side = 28, across = Math.ceil(Math.sqrt(layer.outputs * 1.6));
  const width = isOfPictures ? across * (side + 1) - 1 : layer.outputs;
  const height = isOfPictures ? Math.ceil(layer.outputs / across) * (side + 1) - 1 : layer.inputs;
  if (canvas.width !== width || canvas.height !== height) [canvas.width, canvas.height] = [width, height];
  const image = new ImageData(width, height);
  weights.forEach((byte, i) => {
    const input = Math.floor(i / layer.outputs), output = i % layer.outputs;
    const x = isOfPictures ? output % across * (side + 1) + input % side : output;
    const y = isOfPictures ? Math.floor(output / across) * (side + 1) + Math.floor(input / side) : input;
    const value = (byte - 128) / 127, rest = 255 * (1 - Math.abs(value));
    image.data.set(value > 0 ? [255, 127 + rest / 2, rest, 255] : [rest, 100 + rest * .6, 180 + rest * .29, 255], 4 * (y * width + x));
  });
  canvas.getContext('2d').putImageData(image, 0, 0);
  canvas.dataset.side = isOfPictures ? side : 0;
  canvas.dataset.across = across;
  canvas.dataset.outputs = layer.outputs;
}

function press(event) {
  const canvas = event.target.closest?.('canvas[data-layer]');
  if (!canvas) return;
  const box = canvas.getBoundingClientRect();
  const x = Math.floor((event.clientX - box.left) / box.width * canvas.width);
  const y = Math.floor((event.clientY - box.top) / box.height * canvas.height);
  const side = +canvas.dataset.side, layer = +canvas.dataset.layer;
  if (!side) return page.invokeMethodAsync('OnWeight', layer, y, x);
  const [column, row] = [Math.floor(x / (side + 1)), Math.floor(y / (side + 1))];
  const [px, py] = [x % (side + 1), y % (side + 1)];
  const output = row * +canvas.dataset.across + column;
  if (px < side && py < side && output < +canvas.dataset.outputs)
    page.invokeMethodAsync('OnWeight', layer, py * side + px, output);
}

// A digit is drawn with a broad round pen on black, as those of the data are.
export function clearPad() {
  const pad = document.querySelector('canvas.pad');
  if (!pad) return;
  digitsPad = pad.getContext('2d', { willReadFrequently: true });
  digitsPad.fillStyle = '#000';
  digitsPad.fillRect(0, 0, pad.width, pad.height);
}

function scribble(down) {
  const pad = down.target.closest?.('canvas.pad');
  if (!pad) return;
  down.preventDefault();
  pad.setPointerCapture(down.pointerId);
  if (!digitsPad || digitsPad.canvas !== pad) clearPad();
  const box = pad.getBoundingClientRect();
  const place = event => [(event.clientX - box.left) / box.width * pad.width, (event.clientY - box.top) / box.height * pad.height];
  let [x, y] = place(down);
  const line = event => {
    digitsPad.strokeStyle = '#fff';
    digitsPad.lineWidth = pad.width / 11;
    digitsPad.lineCap = digitsPad.lineJoin = 'round';
    digitsPad.beginPath();
    digitsPad.moveTo(x, y);
    [x, y] = place(event);
    digitsPad.lineTo(x, y);
    digitsPad.stroke();
  };
  line(down);
  pad.onpointermove = line;
  pad.onpointercancel = () => { pad.onpointermove = pad.onpointerup = pad.onpointercancel = null; };
  pad.onpointerup = () => {
    pad.onpointercancel();
    ask({ do: 'classify', picture: pixels(pad) });
  };
}

// As the data set was made: the digit in a box of 20 × 20, its centre of mass in the middle of 28 × 28.
function pixels(pad) {
  const { data } = digitsPad.getImageData(0, 0, pad.width, pad.height);
  let [left, top, right, bottom] = [pad.width, pad.height, 0, 0];
  for (let y = 0; y < pad.height; y++)
    for (let x = 0; x < pad.width; x++)
      if (data[4 * (y * pad.width + x)] > 40)
        [left, top, right, bottom] = [Math.min(left, x), Math.min(top, y), Math.max(right, x), Math.max(bottom, y)];
  const small = new OffscreenCanvas(28, 28), context = small.getContext('2d', { willReadFrequently: true });
  const scale = 20 / Math.max(right - left + 1, bottom - top + 1, 1);
  const paintAt = (dx, dy) => {
    context.fillStyle = '#000';
    context.fillRect(0, 0, 28, 28);
    context.imageSmoothingQuality = 'high';
    const [width, height] = [(right - left + 1) * scale, (bottom - top + 1) * scale];
    context.drawImage(pad, left, top, right - left + 1, bottom - top + 1,
      14 - width / 2 + dx, 14 - height / 2 + dy, width, height);
    return context.getImageData(0, 0, 28, 28).data;
  };
  const first = paintAt(0, 0);
  let [mass, mx, my] = [0, 0, 0];
  for (let i = 0; i < 784; i++)
    [mass, mx, my] = [mass + first[4 * i], mx + first[4 * i] * (i % 28 + .5), my + first[4 * i] * (Math.floor(i / 28) + .5)];
  const centred = mass ? paintAt(Math.round(14 - mx / mass), Math.round(14 - my / mass)) : first;
  return Uint8Array.from({ length: 784 }, (_, i) => centred[4 * i]);
}

// The race begins where the picture is pressed, and follows the pointer as quickly as it can be run.
async function place(down) {
  const field = down.target.closest?.('.race .plane')?.querySelector('.field');
  if (!field || down.button !== 0) return;
  const at = event => {
    const box = field.getBoundingClientRect(), part = (place, low, length) => Math.min(1, Math.max(0, (place - low) / length));
    return [part(event.clientX, box.left, box.width), part(event.clientY, box.top, box.height)];
  };
  let last = at(down), isSending = false;
  const send = async () => {
    if (isSending) return;
    isSending = true;
    while (last) {
      const [across, down] = last;
      last = null;
      await page.invokeMethodAsync('OnPlace', across, down);
    }
    isSending = false;
  };
  const follow = event => { last = at(event); send(); };
  addEventListener('pointermove', follow);
  for (const end of ['pointerup', 'pointercancel'])
    addEventListener(end, () => removeEventListener('pointermove', follow), { once: true });
  send();
}

const ways = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };

function move(event) {
  const way = ways[event.key];
  if (!way || event.altKey || event.ctrlKey || event.metaKey || !event.target.closest?.('.race .start')) return;
  event.preventDefault();
  page.invokeMethodAsync('OnMove', ...way);
}

export const isStill = () => matchMedia('(prefers-reduced-motion: reduce)').matches;
