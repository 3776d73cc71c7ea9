// Keys along the edges of a graph's picture: → to a use of a value, ← to an input, ↑ ↓ between siblings, Enter to its step.
// Fetched when a picture first gets the focus. What is joined to what is read off the picture's arrows.

const words = {
  en: 'Arrow keys go along the edges: right to where a value is used, left to what it comes from, up and down to its siblings. Enter shows the step.',
  zh: '用方向键沿着边移动：右键去往用到这个值的节点，左键回到它的来源，上下键在同级之间移动。回车显示对应的步骤。',
  ja: '矢印キーで辺をたどります。右は値が使われる先、左は値の元、上下は隣どうしです。Enter でそのステップを表示します。',
};
const figures = new WeakSet(), graphs = new WeakMap();
let last = 0;

export function attach(figure) {
  figure.setAttribute('aria-description', words[document.documentElement.lang.slice(0, 2)] ?? words.en);
  if (figures.has(figure)) return;
  figures.add(figure);
  let current = null;
  const leave = () => { if (current) current.element.style.outline = ''; };
  const show = place => {
    leave();
    current = place;
    place.element.id ||= `${figure.id}-place-${++last}`;
    place.element.style.outline = '2.5px solid var(--focus)';
    place.element.style.outlineOffset = '4px';
    figure.setAttribute('aria-activedescendant', place.element.id);
    place.element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  };
  const go = key => {
    const places = graphOf(figure);
    if (!places.length) return;
    // A picture that was drawn again has the same places, unless the formula is another one.
    if (current && !current.element.isConnected)
      current = places.find(place => place.label === current.label && place.x === current.x && place.y === current.y);
    if (!current) return show(places.reduce((a, b) => b.x > a.x ? b : a));
    const next = {
      ArrowRight: () => nearest(current.users, current),
      ArrowLeft: () => nearest(current.inputs, current),
      ArrowUp: () => sibling(current, -1),
      ArrowDown: () => sibling(current, 1),
    }[key]();
    show(next ?? current);
  };
  figure.addEventListener('keydown', event => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (event.key.startsWith('Arrow')) go(event.key);
    else if (event.key === 'Enter' && current?.element.isConnected) select(figure, current);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  figure.addEventListener('blur', leave);
  figure.addEventListener('focus', () => { if (current?.element.isConnected) show(current); });
}

const nearest = (places, from) =>
  places.reduce((best, place) => !best || Math.abs(place.y - from.y) < Math.abs(best.y - from.y) ? place : best, undefined);

// Those that go into the same uses, or come from the same inputs; at the ends of the graph, whoever stands in the column.
function sibling(place, way) {
  const near = [...place.users.flatMap(user => user.inputs), ...place.inputs.flatMap(input => input.users)];
  const others = near.some(other => other !== place) ? near : place.all.filter(other => Math.abs(other.x - place.x) < 30);
  return [...new Set(others)].filter(other => (other.y - place.y) * way > .5)
    .reduce((best, other) => !best || Math.abs(other.y - place.y) < Math.abs(best.y - place.y) ? other : best, undefined);
}

// The step at which it is computed; if that is shown, the next one in which it takes part.
function select(figure, place) {
  const steps = (place.steps ?? '').split(' ').filter(Boolean).map(Number).sort((a, b) => a - b);
  const bar = figure.parentElement.querySelector('.scrub input[type=range]');
  if (!bar || !steps.length) return;
  bar.value = steps.find(step => step > +bar.value) ?? steps[0];
  bar.dispatchEvent(new Event('input', { bubbles: true }));
}

function graphOf(figure) {
  const svg = figure.querySelector('svg');
  if (!svg) return [];
  if (!graphs.has(svg)) graphs.set(svg, read(svg));
  return graphs.get(svg);
}

function read(svg) {
  const places = [], points = [];
  for (const group of svg.querySelectorAll('g[role~="graphics-symbol"]')) {
    const box = group.querySelector('rect, circle').getBBox();
    const place = {
      element: group, label: group.getAttribute('aria-label'), steps: group.closest('[data-active]')?.dataset.active,
      x: box.x + box.width / 2, y: box.y + box.height / 2, rx: box.width / 2, ry: box.height / 2, inputs: [], users: [],
    };
    // A value that is used several times goes through a point, which is no place of its own.
    (group.querySelector('rect') ? places : points).push(place);
  }
  const operations = [...places];
  const at = ({ x, y }, among) => among.find(place =>
    Math.abs(x - place.x) < place.rx + 9 && Math.abs(y - place.y) < place.ry + 9);
  for (const arrow of svg.querySelectorAll('.value.arrow polyline')) {
    const start = arrow.points[0], end = arrow.points[arrow.points.length - 1];
    const head = arrow.parentElement.querySelector('polygon')?.getBBox();
    const tip = head ? { x: head.x + head.width, y: head.y + head.height / 2 } : end;
    const target = at(tip, operations) ?? at(end, points) ?? at(tip, points);
    if (!target) continue;
    const source = at(start, points) ?? at(start, operations) ?? leaf(svg, start, places);
    if (!source || source === target) continue;
    target.inputs.push(source);
    source.users.push(target);
  }
  for (const point of points) {
    for (const input of point.inputs) input.users = input.users.flatMap(user => user === point ? point.users : [user]);
    for (const user of point.users) user.inputs = user.inputs.flatMap(input => input === point ? point.inputs : [input]);
  }
  for (const place of places) {
    place.all = places;
    place.inputs.sort((a, b) => a.y - b.y);
  }
  return places;
}

// A variable is a word at the left of its arrow.
function leaf(svg, start, places) {
  const word = [...svg.querySelectorAll('text')].find(text => {
    const box = text.getBBox();
    return box.x + box.width <= start.x + 4 && start.x - box.x - box.width < 24 && Math.abs(box.y + box.height / 2 - start.y) < 14;
  });
  if (!word) return undefined;
  const known = places.find(place => place.element === word);
  if (known) return known;
  const box = word.getBBox();
  word.setAttribute('role', 'img');
  word.setAttribute('aria-label', word.textContent);
  const place = {
    element: word, label: word.textContent, steps: '', x: box.x + box.width / 2, y: box.y + box.height / 2, inputs: [], users: [],
  };
  places.push(place);
  return place;
}
