// What only the browser can do: the address, keys outside of fields, the preferred colours.

const dark = matchMedia('(prefers-color-scheme: dark)');
const keys = new Set(['ArrowLeft', 'ArrowRight', ' ', 'Home', 'End']);
let page;
// The address as the page wrote it, to tell the reader's changes from its own.
let shown = '';
let wasDragged = false;

const stored = name => { try { return localStorage.getItem(name); } catch { return null; } };
const store = (name, value) => { try { localStorage.setItem(name, value); } catch { /* private mode */ } };
const theme = () => document.documentElement.dataset.theme ?? (dark.matches ? 'dark' : 'light');

export function start(dotnet) {
  page = dotnet;
  shown = location.hash;
  dark.addEventListener('change', () => page.invokeMethodAsync('OnDark', theme() === 'dark'));
  addEventListener('hashchange', () => {
    if (location.hash !== shown) page.invokeMethodAsync('OnFragment', shown = location.hash);
  });
  addEventListener('keydown', event => {
    if (event.altKey || event.ctrlKey || event.metaKey || !keys.has(event.key)) return;
    const field = event.target.closest?.('input, textarea, select, [role=tab]');
    const isScrub = field?.matches('.scrub input') && event.key === ' ';
    if (field && !isScrub) return;
    // Buttons, links and summaries are pressed by space.
    if (event.key === ' ' && event.target.closest?.('button, a, summary')) return;
    event.preventDefault();
    page.invokeMethodAsync('OnKey', event.key);
  });
  addEventListener('click', event => {
    const node = event.target.closest?.('.workbench .figure [data-unfold]');
    if (node && !wasDragged) page.invokeMethodAsync('OnUnfold', node.dataset.unfold);
    // A menu closes when something else is pressed, or something in it.
    for (const menu of document.querySelectorAll('details.menu[open]'))
      if (!menu.contains(event.target) || event.target.closest('button')) menu.open = false;
  });
  addEventListener('keydown', event => {
    if (event.key !== 'Escape') return;
    for (const menu of document.querySelectorAll('details.menu[open]')) {
      menu.open = false;
      menu.querySelector('summary').focus();
    }
  });
  addEventListener('pointerdown', drag);
  addEventListener('focusin', async ({ target }) => {
    if (target.matches('.figure')) (await import('./edges.js')).attach(target);
  });
  return [location.hash, stored('language') ?? navigator.language, theme()];
}

export function showFragment(fragment, isOtherPlace) {
  if (isOtherPlace) {
    history.pushState(null, '', fragment);
    scrollTo(0, 0);
  } else {
    history.replaceState(null, '', fragment);
  }
  shown = location.hash;
}

export function showLanguage(code) {
  document.documentElement.lang = code;
  store('language', code);
}

export function toggleTheme() {
  const next = theme() === 'dark' ? 'light' : 'dark';
  document.documentElement.dataset.theme = next;
  store('theme', next);
  page.invokeMethodAsync('OnDark', next === 'dark');
}

export async function copy(text) {
  await navigator.clipboard.writeText(text);
}

// A large picture follows the mouse; fingers scroll it anyway.
function drag(down) {
  wasDragged = false;
  const figure = down.target.closest?.('.figure');
  if (!figure || down.pointerType !== 'mouse' || down.button !== 0) return;
  const { scrollLeft, scrollTop } = figure;
  const move = event => {
    if (Math.hypot(event.x - down.x, event.y - down.y) > 4) wasDragged = true;
    figure.scrollLeft = scrollLeft - event.x + down.x;
    figure.scrollTop = scrollTop - event.y + down.y;
  };
  addEventListener('pointermove', move);
  addEventListener('pointerup', () => removeEventListener('pointermove', move), { once: true });
}

export async function save(name, type, text) {
  const blob = type === 'image/png' ? await paint(text) : new Blob([text], { type });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

// An SVG as a PNG, twice as large, so that it is sharp in print.
async function paint(svg) {
  const picture = new Image();
  picture.src = 'data:image/svg+xml;charset=utf-8,' + encodeURIComponent(svg);
  await picture.decode();
  const canvas = document.createElement('canvas');
  canvas.width = 2 * picture.naturalWidth;
  canvas.height = 2 * picture.naturalHeight;
  canvas.getContext('2d').drawImage(picture, 0, 0, canvas.width, canvas.height);
  return new Promise(done => canvas.toBlob(done, 'image/png'));
}
