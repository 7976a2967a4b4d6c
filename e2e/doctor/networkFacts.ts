import { lookup } from 'node:dns/promises';
import { connect as connectTcp, isIP } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { connect as connectTls } from 'node:tls';
import type { NetworkKind } from '#lib/Finding.ts';
import { networkOf } from '#diagnosis/networkOf.ts';

/** What only a program outside the browser can see of a host. */
export interface HostFacts {
  readonly host: string;
  readonly addresses: readonly { readonly address: string; readonly network: NetworkKind | undefined }[];
  /** Why the name has no address. */
  readonly dnsProblem?: string;
  readonly ports: readonly PortFacts[];
}

export interface PortFacts {
  readonly port: number;
  /** `open`, or why not. */
  readonly tcp: string;
  /** Protocol and issuer, or why the certificate is not trusted; absent where none was asked for. */
  readonly tls?: string;
}

const TIMEOUT_MS = 5000;

/** Resolves a name and knocks at its ports: 80 and 443 as a rule, and TLS on all but 80. */
export async function lookUpHost(origin: string): Promise<HostFacts> {
  const { hostname: host, port, protocol } = new URL(origin);
  const isPlain = protocol === 'http:';
  try {
    const found = await Promise.race([
      lookup(nodeName(host), { all: true }),
      rejectIn(TIMEOUT_MS, 'no answer from the resolver'),
    ]);
    const addresses = found.map(({ address }) => ({ address, network: networkOf(address) }));
    const ports = port === '' ? [80, 443] : [Number(port)];
    const facts = await Promise.all(ports.map((each) => knock(host, each, each !== 80 && !isPlain)));
    return { host, addresses, ports: facts };
  } catch (error) {
    return { host, addresses: [], dnsProblem: reasonOf(error), ports: [] };
  }
}

/** The environment's proxy settings. Node's `fetch` goes past them unless NODE_USE_ENV_PROXY is set; browsers do not. */
export function proxyVariables(env: NodeJS.ProcessEnv): readonly string[] {
  return Object.keys(env)
    .filter((name) => /^(?:https?|all|no)_proxy$/i.test(name) && env[name] !== '')
    .map((name) => `${name}=${withoutPassword(env[name] ?? '')}`);
}

async function knock(host: string, port: number, withTls: boolean): Promise<PortFacts> {
  const tcp = await open((done) => connectTcp({ host: nodeName(host), port }, done).setTimeout(TIMEOUT_MS));
  if (tcp !== 'open' || !withTls) return { port, tcp };
  return { port, tcp, tls: await shakeHands(host, port) };
}

function open(connect: (done: () => void) => ReturnType<typeof connectTcp>): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(() => {
      resolve('open');
      socket.destroy();
    });
    socket.on('error', (error) => resolve(reasonOf(error)));
    socket.on('timeout', () => {
      resolve(`no answer in ${TIMEOUT_MS / 1000} s`);
      socket.destroy();
    });
  });
}

function shakeHands(host: string, port: number): Promise<string> {
  return new Promise((resolve) => {
    // An untrusted certificate is what we want to hear about, so it must not end the connection.
    const servername = isIP(host) === 0 ? { servername: host } : {};
    const socket = connectTls({ host, port, ...servername, rejectUnauthorized: false }, () => {
      const { issuer, valid_to: until } = socket.getPeerCertificate();
      const by = [issuer?.O ?? issuer?.CN ?? 'an unknown issuer'].flat().join(', ');
      const problem = socket.authorizationError as unknown;
      resolve(
        socket.authorized
          ? `${socket.getProtocol() ?? 'TLS'}, certificate by ${by} until ${until}`
          : `certificate by ${by} is not trusted: ${String(problem)}`,
      );
      socket.destroy();
    });
    socket.setTimeout(TIMEOUT_MS, () => {
      resolve(`no handshake in ${TIMEOUT_MS / 1000} s`);
      socket.destroy();
    });
    socket.on('error', (error) => resolve(reasonOf(error)));
  });
}

async function rejectIn(milliseconds: number, reason: string): Promise<never> {
  await setTimeout(milliseconds, undefined, { ref: false });
  throw new Error(reason);
}

/** Browsers know every `*.localhost`; resolvers often do not. */
function nodeName(host: string): string {
  return host.endsWith('.localhost') ? 'localhost' : host.replace(/^\[|\]$/g, '');
}

function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return code ?? message;
}

function withoutPassword(value: string): string {
  return value.replace(/\/\/[^/@]*@/, '//…@');
}
