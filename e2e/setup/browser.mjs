/**
 * A Chromium for the end-to-end tests: finds an installed one or fetches one.
 *
 * [Note: Which Chromium] In this order, first that works: $CHROME_PATH, an installed headless shell, Chromium, Chrome or
 * Edge from version 130 on, Playwright's own copy, `playwright install`, and as root on Debian the package
 * `chromium-headless-shell` with a font for Chinese. Ubuntu's packages are only pointers to a snap, so they are not tried
 * there. The headless shell comes first because it is the same engine without a browser window's own pages: measured here,
 * the same twelve journeys took 41 s instead of 94 s.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const MINIMUM_VERSION = 130;
const PLAYWRIGHT = fileURLToPath(new URL('../../node_modules/.bin/playwright', import.meta.url));
const COMMANDS = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge',
];
const MAC_APPS = ['Chromium', 'Google Chrome', 'Microsoft Edge'].map(
  (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
);

/** @returns {Promise<string | undefined>} Path of a browser that is already here. */
export async function findBrowser() {
  const wished = process.env.CHROME_PATH;
  if (wished) {
    if (versionOf(wished) === undefined) throw new Error(`CHROME_PATH is ${wished}, which does not start.`);
    return wished;
  }
  const installed = candidates().find((path) => (versionOf(path) ?? 0) >= MINIMUM_VERSION);
  return installed ?? (await playwrightBrowser());
}

/**
 * A whole browser, for what the headless shell lacks: it denies a page every file of an earlier visit.
 *
 * @returns {string | undefined} Path of an installed Chromium, Chrome or Edge.
 */
export function findWholeBrowser() {
  const { CHROME_PATH } = process.env;
  return [...(CHROME_PATH ? [CHROME_PATH] : []), ...candidates()].find(
    (path) => !path.includes('headless-shell') && (versionOf(path) ?? 0) >= MINIMUM_VERSION,
  );
}

/** @returns {string | undefined} Path of an installed Firefox. */
export function findFirefox() {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const app = process.platform === 'darwin' ? ['/Applications/Firefox.app/Contents/MacOS/firefox'] : [];
  return [...folders.flatMap((folder) => [join(folder, 'firefox'), join(folder, 'firefox-esr')]), ...app].find((path) =>
    existsSync(path),
  );
}

/**
 * @param {(message: string) => void} say Called before anything slow.
 * @returns {Promise<string>} Path of a browser, fetched if need be.
 */
export async function obtainBrowser(say) {
  const found = await findBrowser();
  if (found) return found;

  say('No Chromium here; asking Playwright to download its own…');
  run(PLAYWRIGHT, ['install', 'chromium']);
  if (existsSync(await playwrightPath()) && !(await playwrightBrowser()) && isRoot()) {
    say('Its system libraries are missing; installing them…');
    run(PLAYWRIGHT, ['install-deps', 'chromium']);
  }
  const downloaded = await playwrightBrowser();
  if (downloaded) return downloaded;

  if (isRoot() && isDebian()) {
    say('Installing the Debian package chromium-headless-shell…');
    run('apt-get', ['-qq', 'update']);
    run('apt-get', ['-qq', '-y', 'install', '--no-install-recommends', 'chromium-headless-shell', 'fonts-noto-cjk']);
    const installed = candidates().find((path) => (versionOf(path) ?? 0) >= MINIMUM_VERSION);
    if (installed) return installed;
  }
  throw new Error(
    `No Chromium ${MINIMUM_VERSION} or newer was found, and none could be fetched. Install Chromium, Chrome or Edge, or set CHROME_PATH to its program file.`,
  );
}

function candidates() {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const onPath = COMMANDS.flatMap((command) => folders.map((folder) => join(folder, command)));
  return [...onPath, ...(process.platform === 'darwin' ? MAC_APPS : [])].filter((path) => existsSync(path));
}

/** Major version, or undefined when the program does not start. */
function versionOf(path) {
  const { stdout } = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 20_000 });
  const match = /(\d+)\.\d+\.\d+/.exec(stdout ?? '');
  return match ? Number(match[1]) : undefined;
}

async function playwrightBrowser() {
  const path = await playwrightPath();
  return existsSync(path) && versionOf(path) !== undefined ? path : undefined;
}

async function playwrightPath() {
  const { chromium } = await import('playwright');
  return chromium.executablePath();
}

function run(command, args) {
  spawnSync(command, args, {
    stdio: ['ignore', 'ignore', command === PLAYWRIGHT ? 'ignore' : 'inherit'],
    timeout: 600_000,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '20000' },
  });
}

function isRoot() {
  return process.getuid?.() === 0;
}

function isDebian() {
  return existsSync('/etc/os-release') && /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));
}
