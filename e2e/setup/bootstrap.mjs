/**
 * Runs before `npm start`, `npm test` and `npm run check`, on a clone with nothing installed: checks Node, then installs
 * the packages of package-lock.json unless that was already done. Depends on nothing but Node itself, and uses no
 * syntax that an old Node could not read: its first job is to tell such a Node what is wrong.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const lockFile = join(root, 'package-lock.json');
const marker = join(root, 'node_modules', '.bootstrap');

requireNode();
if (!isInstalled()) install();

/** The same range as "engines" in package.json; what Vite 8 supports. */
function requireNode() {
  const parts = process.versions.node.split('.').map(Number);
  const major = parts[0];
  const minor = parts[1];
  const fits = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22;
  if (fits) return;
  console.error(
    'Beeline needs Node 20.19 or newer (22.12 or newer in the 22 line); this is ' + process.versions.node + '.',
  );
  console.error('Install a newer one from https://nodejs.org and run the command again.');
  process.exit(1);
}

/** What was installed, for which Node and machine: native packages differ between them. */
function fingerprint() {
  const hash = createHash('sha256').update(readFileSync(lockFile)).digest('hex');
  return [hash, process.versions.modules, process.platform, process.arch].join(' ') + '\n';
}

function isInstalled() {
  if (existsSync(marker)) return readFileSync(marker, 'utf8') === fingerprint();
  if (!installedByHand()) return false;
  writeFileSync(marker, fingerprint());
  return true;
}

/** True when somebody ran npm themselves and node_modules holds exactly what the lockfile names. */
function installedByHand() {
  const record = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const installed = JSON.parse(readFileSync(record, 'utf8')).packages;
  const wanted = JSON.parse(readFileSync(lockFile, 'utf8')).packages;
  return Object.keys(wanted).every(function (path) {
    const entry = wanted[path];
    if (path === '' || entry.optional || entry.devOptional) return true;
    return installed[path] !== undefined && installed[path].version === entry.version;
  });
}

function install() {
  const started = Date.now();
  console.log('Installing packages (once per lockfile)…');
  const npm = process.env.npm_execpath;
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const options = { cwd: root, stdio: 'inherit' };
  const result = npm
    ? spawnSync(process.execPath, [npm].concat(args), options)
    : spawnSync('npm', args, Object.assign({ shell: process.platform === 'win32' }, options));
  if (result.status !== 0) {
    console.error(
      'npm ci failed. Is the package registry reachable? `npm config get registry` shows which one is used.',
    );
    process.exit(1);
  }
  writeFileSync(marker, fingerprint());
  console.log('Installed in ' + ((Date.now() - started) / 1000).toFixed(1) + ' s.');
}
