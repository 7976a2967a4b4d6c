const greeted = new Set<string>();

/**
 * Opens a connection to this origin while the keys are still on their way: name, TCP and TLS are three round trips that the
 * first listing then need not wait for. Once for each; the connection is one without cookies, as our requests are.
 */
export function preconnect(origin: string): void {
  if (greeted.has(origin)) return;
  greeted.add(origin);
  const link = document.createElement('link');
  link.rel = 'preconnect';
  link.crossOrigin = 'anonymous';
  link.href = origin;
  document.head.append(link);
}
