import type { IncomingMessage, ServerResponse } from 'node:http';
import sirv from 'sirv';
import { parseConfig } from '#config/parseConfig.ts';
import { securityHeaders } from '#config/securityHeaders.ts';
import { listenOnLoopback } from './listenOnLoopback.ts';
import { answerWith, type WebHandler } from './webHandler.ts';

/** The production build as a host would serve it: real security headers, `config.json`, the credentials endpoint. */
export interface AppServer {
  /** `http://localhost:<port>` */
  readonly origin: string;
  /** What `/config.json` answers from now on: JSON, or text to be served as it is. */
  setConfig(config: unknown): void;
  setEndpoint(endpoint: WebHandler): void;
  /** Paths asked for since start, `GET /assets/x.js`; never a body. */
  readonly requests: readonly string[];
  close(): Promise<void>;
}

export interface AppServerOptions {
  /** Folder with the build. */
  readonly folder: string;
  /** 0 picks a free one. */
  readonly port: number;
  readonly endpoint?: WebHandler;
  /** Serves pages instead of the folder, as Vite's middleware does; the page's own headers are then left out. */
  readonly pages?: (request: IncomingMessage, response: ServerResponse) => void;
}

export const ENDPOINT_PATH = '/credentials';

export async function serveApp(options: AppServerOptions): Promise<AppServer> {
  let config: unknown = {};
  let headers: Readonly<Record<string, string>> = {};
  let { endpoint } = options;
  const requests: string[] = [];
  const pages =
    options.pages ??
    sirv(options.folder, {
      dev: true,
      etag: true,
      setHeaders: (response, path) => {
        response.setHeader(
          'Cache-Control',
          path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
        );
      },
    });

  const listener = (request: IncomingMessage, response: ServerResponse): void => {
    const path = (request.url ?? '/').replace(/[?#].*$/, '');
    requests.push(`${request.method ?? 'GET'} ${path}`);
    if (!isLoopbackHost(request.headers.host)) {
      response.writeHead(403, { 'Content-Type': 'text/plain' }).end('This server answers to localhost only.\n');
      return;
    }
    if (path === ENDPOINT_PATH && endpoint) {
      answerWith(endpoint, request, response).catch(() => response.destroy());
      return;
    }
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    if (path === '/config.json') {
      response.writeHead(200, { 'Content-Type': 'application/json', 'Cache-Control': 'no-cache' });
      response.end(typeof config === 'string' ? config : JSON.stringify(config));
      return;
    }
    pages(request, response);
  };

  const server = await listenOnLoopback(listener, options.port);
  const origin = `http://localhost:${server.port}`;
  return {
    origin,
    requests,
    setConfig: (next) => {
      config = next;
      if (!options.pages) headers = headersFor(next, origin);
    },
    setEndpoint: (next) => {
      endpoint = next;
    },
    close: () => server.close(),
  };
}

/** A config the app will refuse still gets the page its headers: those of a config that allows nothing else. */
function headersFor(config: unknown, origin: string): Readonly<Record<string, string>> {
  try {
    return securityHeaders(parseConfig(config, origin), origin);
  } catch {
    const nothingElse = {
      endpoint: { url: ENDPOINT_PATH },
      connections: [{ id: 'none', label: 'None', bucket: 'none-1250000000', region: 'ap-guangzhou' }],
    };
    return securityHeaders(parseConfig(nothingElse, origin), origin);
  }
}

/** A page of another site whose name was pointed at this machine must not read what is served here. */
function isLoopbackHost(host: string | undefined): boolean {
  return /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(host ?? '');
}
