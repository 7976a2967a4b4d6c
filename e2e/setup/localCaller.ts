import type { Caller } from '../credentials-endpoint.ts';

/**
 * Who is signed in on this machine: you, with every right below `prefix`. The server listens on loopback only, so
 * nobody else can ask. A real deployment authenticates here.
 */
export function localCaller(prefix = ''): () => Promise<Caller> {
  return async () => ({ id: 'local', prefix, mayUpload: true, mayDelete: true });
}
