import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { connect } from 'node:tls';
import { type HOSTINGS, hostSnippet } from '#config/hostSnippets.ts';
import { parseConfig } from '#config/parseConfig.ts';
import { securityHeaders } from '#config/securityHeaders.ts';
import { projectRoot } from '../setup/projectRoot.ts';

export type ServerName = Extract<(typeof HOSTINGS)[number], 'nginx' | 'caddy'>;

export interface ReadmeServerOptions {
  readonly name: ServerName;
  /** An empty folder for the copy of the build, the settings and what the server writes. */
  readonly folder: string;
  readonly build: string;
  /** What is served as `config.json`, and what the headers are made for. */
  readonly config: unknown;
  readonly port: number;
  /** Port of the key service. */
  readonly endpointPort: number;
  /** Who may sign in. */
  readonly user: { readonly username: string; readonly password: string };
}

/** Whether the program is installed here. */
export function isInstalled(name: ServerName): boolean {
  return spawnSync(name, [name === 'nginx' ? '-v' : 'version']).error === undefined;
}

/**
 * Starts a web server with the block that the README shows, word for word but for its paths, its name and its ports.
 * Returns how to stop it.
 *
 * @throws When the README no longer shows what is replaced, or the server ends before it answers.
 */
export async function startReadmeServer(options: ReadmeServerOptions): Promise<() => Promise<void>> {
  const { name, folder, port, endpointPort } = options;
  const origin = `https://localhost:${port}`;
  const root = join(folder, 'srv');
  cpSync(options.build, root, { recursive: true });
  writeFileSync(join(root, 'config.json'), JSON.stringify(options.config));
  const headersFile = join(folder, 'beeline-headers.conf');
  writeFileSync(headersFile, hostSnippet(name, securityHeaders(parseConfig(options.config, origin), origin)));

  const usersFile = join(folder, 'users');
  writeFileSync(usersFile, userLine(name, options.user));

  const block = replaceAll(readmeBlock(name), {
    '/srv/beeline': root,
    [`/etc/${name}/beeline-users`]: usersFile,
    [`/etc/${name}/beeline-headers.conf`]: headersFile,
    '127.0.0.1:8080': `127.0.0.1:${endpointPort}`,
    ...(name === 'nginx'
      ? {
          'listen 443 ssl': `listen 127.0.0.1:${port} ssl`,
          'server_name files.example.com': 'server_name localhost',
          '/etc/ssl/files.example.com': join(folder, 'certificate'),
        }
      : { 'files.example.com {': `${origin} {\n  bind 127.0.0.1\n  tls internal` }),
  });
  const settings = join(folder, name === 'nginx' ? 'nginx.conf' : 'Caddyfile');
  writeFileSync(settings, name === 'nginx' ? aroundNginx(folder, block) : aroundCaddy(block));
  if (name === 'nginx') makeCertificate(join(folder, 'certificate'));

  const args =
    name === 'nginx' ? ['-p', folder, '-c', settings] : ['run', '--adapter', 'caddyfile', '--config', settings];
  const server = spawn(name, args, {
    env: { ...process.env, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder, HOME: folder },
  });
  let said = '';
  server.stderr.on('data', (text: Buffer) => (said += text.toString()));
  const ended = new Promise<void>((done) => server.once('close', () => done()));
  await answering(port, server, () => said);
  return async () => {
    server.kill();
    await ended;
  };
}

function readmeBlock(name: ServerName): string {
  const readme = readFileSync(join(projectRoot, 'README.md'), 'utf8');
  const block = new RegExp('```' + name + '\\n([^`]*)```').exec(readme)?.[1];
  if (block === undefined) throw new Error(`The README has no block for ${name}.`);
  return block;
}

function replaceAll(text: string, replacements: Readonly<Record<string, string>>): string {
  return Object.entries(replacements).reduce((result, [from, to]) => {
    if (!result.includes(from)) throw new Error(`The README's block does not say ${from}.`);
    return result.replaceAll(from, to);
  }, text);
}

/** As `htpasswd` and `caddy hash-password` write it. */
function userLine(name: ServerName, { username, password }: ReadmeServerOptions['user']): string {
  const [command, ...args] =
    name === 'nginx' ? ['openssl', 'passwd', '-apr1', password] : ['caddy', 'hash-password', '--plaintext', password];
  const hash = execFileSync(command, args, { encoding: 'utf8' }).trim();
  return `${username}${name === 'nginx' ? ':' : ' '}${hash}\n`;
}

/** What a distribution's own `nginx.conf` has around its servers. */
function aroundNginx(folder: string, block: string): string {
  mkdirSync(join(folder, 'bodies'), { recursive: true });
  return `daemon off; pid ${folder}/pid; error_log stderr; user root;
events {}
http {
  include /etc/nginx/mime.types; default_type application/octet-stream; access_log off;
  client_body_temp_path ${folder}/bodies; proxy_temp_path ${folder}/bodies;
  fastcgi_temp_path ${folder}/bodies; uwsgi_temp_path ${folder}/bodies; scgi_temp_path ${folder}/bodies;
${block}}
`;
}

/** No administration port, no certificate authority added to this machine, no redirect from port 80. */
function aroundCaddy(block: string): string {
  return `{
  admin off
  skip_install_trust
  auto_https disable_redirects
}
${block}`;
}

function makeCertificate(path: string): void {
  execFileSync(
    'openssl',
    ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=localhost'].concat([
      '-keyout',
      `${path}.key`,
      '-out',
      `${path}.pem`,
    ]),
    { stdio: 'ignore' },
  );
}

async function answering(port: number, server: ReturnType<typeof spawn>, said: () => string): Promise<void> {
  for (;;) {
    if (server.exitCode !== null) throw new Error(`The server ended: ${said()}`);
    const isOpen = await new Promise<boolean>((done) => {
      // A whole handshake: Caddy listens before it has made its certificate.
      const at = { port, host: '127.0.0.1', servername: 'localhost', rejectUnauthorized: false };
      const socket = connect(at, () => {
        socket.destroy();
        done(true);
      }).once('error', () => setTimeout(done, 50, false));
    });
    if (isOpen) return;
  }
}
