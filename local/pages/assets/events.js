/**
 * Server-sent events while the page is in sight: a browser opens only six connections to one server, so that pages in the
 * background must not hold one. The server tells the state of things at once on each connection, so nothing is missed.
 * @param {string} address
 * @param {(data: any) => void} heard
 * @param {(connected: boolean) => void} [connection]
 */
export function hear(address, heard, connection = () => {}) {
  let source;
  const begin = () => {
    source = new EventSource(address);
    source.addEventListener('message', ({ data }) => heard(JSON.parse(data)));
    source.addEventListener('open', () => connection(true));
    source.addEventListener('error', () => connection(false));
  };
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) source?.close();
    else if (!source || source.readyState === EventSource.CLOSED) begin();
  });
  if (!document.hidden) begin();
}
