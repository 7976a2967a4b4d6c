import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface LoopbackServer {
  readonly port: number;
  /** Ends open connections too, so that it is quick. */
  close(): Promise<void>;
}

/**
 * Serves on 127.0.0.1 and ::1, never on an address that others can reach. Chromium tries ::1 first for `localhost`; a
 * machine without IPv6 gets only the former.
 *
 * @param port 0 picks a free one.
 * @throws The listen error (`EADDRINUSE`) of either address.
 */
export async function listenOnLoopback(listener: RequestListener, port: number): Promise<LoopbackServer> {
  const four = createServer(listener);
  const chosen = await listen(four, '127.0.0.1', port);
  const six = createServer(listener);
  const servers = [four];
  try {
    await listen(six, '::1', chosen);
    servers.push(six);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'EADDRNOTAVAIL' && code !== 'EAFNOSUPPORT') {
      await close(four);
      throw error;
    }
  }
  return {
    port: chosen,
    close: async () => {
      await Promise.all(servers.map(close));
    },
  };
}

function listen(server: Server, host: string, port: number): Promise<number> {
  return new Promise((done, fail) => {
    server.once('error', fail);
    server.listen({ host, port, ipv6Only: true }, () => {
      server.off('error', fail);
      done((server.address() as AddressInfo).port);
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((done) => {
    server.close(() => done());
    server.closeAllConnections();
  });
}
