// What only the browser can do: the address, keys outside of fields, the preferred colours.

const dark = matchMedia('(prefers-color-scheme: dark)');
const keys = new Set(['ArrowLeft', 'ArrowRight', ' ', 'Home', 'End']);
let page;
// The address as the page wrote it, to tell the reader's changes from its own.
let shown = '';

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
