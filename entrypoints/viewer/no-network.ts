// A document that got the better of the parser would find nothing here to reach the network with. Extension workers
// fall under the manifest's policy, which has to let the viewer's own page fetch documents from any site.
for (const name of ['fetch', 'XMLHttpRequest', 'WebSocket', 'WebTransport', 'EventSource', 'importScripts']) {
  Object.defineProperty(globalThis, name, { value: undefined });
}
