// While the page is developed, its files come from the server. The published page has offline.published.js here.
self.addEventListener('fetch', () => { });
