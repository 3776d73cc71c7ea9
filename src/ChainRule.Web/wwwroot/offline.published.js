// The service worker: keeps all files of one version of the page, so that it opens without a network, and throws those of
// other versions away. Which files there are stands in the list that is made when the page is published.

importScripts('./files.js');

const version = 'chainrule-' + self.assetsManifest.version;
const files = self.assetsManifest.assets
  .filter(file => !/offline|files\.js$/.test(file.url))
  .map(file => new Request(file.url, { integrity: file.hash, cache: 'no-cache' }));

self.addEventListener('install', event => event.waitUntil((async () => {
  await (await caches.open(version)).addAll(files);
  await self.skipWaiting();
})()));

self.addEventListener('activate', event => event.waitUntil((async () => {
  for (const name of await caches.keys())
    if (name.startsWith('chainrule-') && name !== version) await caches.delete(name);
  await self.clients.claim();
})()));

self.addEventListener('fetch', event => {
  if (event.request.method === 'GET') event.respondWith(answer(event.request));
});

async function answer(request) {
  const cache = await caches.open(version);
  const kept = await cache.match(request.mode === 'navigate' ? 'index.html' : request);
  if (kept) return kept;
  const fresh = await fetch(request);
  // The worker of the live network is kept once it was wanted.
  if (fresh.ok && new URL(request.url).pathname.includes('/network/')) await cache.put(request, fresh.clone());
  return fresh;
}
