import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'vite';
import { projectRoot } from './projectRoot.ts';

export interface DevPages {
  readonly pages: (request: IncomingMessage, response: ServerResponse) => void;
  close(): Promise<void>;
}

/** Vite's development server as a handler, with hot reload; without the strict headers, which hot reload cannot live with. */
export async function devPages(): Promise<DevPages> {
  const vite = await createServer({ root: projectRoot, server: { middlewareMode: true, hmr: { host: 'localhost' } } });
  return {
    pages: (request, response) => {
      vite.middlewares(request, response);
    },
    close: () => vite.close(),
  };
}
