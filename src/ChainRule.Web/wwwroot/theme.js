// The colours that the reader chose, before anything is painted; and the page's files for when there is no network.

try {
  const theme = localStorage.getItem('theme');
  if (theme) document.documentElement.dataset.theme = theme;
} catch { /* private mode */ }

if ('serviceWorker' in navigator && isSecureContext)
  addEventListener('load', () => navigator.serviceWorker.register('offline.js').catch(() => { /* works without */ }));
