import { createReadStream, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { chromium, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { createCredentialsEndpoint } from '../credentials-endpoint.ts';
import { emulatorIssuer } from '../credentials/emulatorIssuer.ts';
import { fileManagerCors } from '../emulator/defaultCors.ts';
import type { CosEmulator } from '../emulator/EmulatorOptions.ts';
import { startCosEmulator } from '../emulator/startCosEmulator.ts';
import { OWNER, vendorClient } from '../fixtures/vendorClient.ts';
import { appConfig } from '../setup/appConfig.ts';
import { findWholeBrowser } from '../setup/browser.mjs';
import { buildIfStale } from '../setup/buildIfStale.ts';
import { localCaller } from '../setup/localCaller.ts';
import { serveApp, type AppServer } from '../setup/serveApp.ts';

const BUCKET = { name: 'soak-1250000000', region: 'ap-guangzhou' };

/** A bucket on disk that can be switched off and on, the production build, and a browser profile that outlives its browser. */
export class SoakWorld {
  readonly folder: string;
  private readonly app: AppServer;
  private readonly executablePath: string;
  private running: CosEmulator;
  private browser: BrowserContext | undefined;
  private other: Browser | undefined;

  private constructor(folder: string, app: AppServer, executablePath: string, running: CosEmulator) {
    this.folder = folder;
    this.app = app;
    this.executablePath = executablePath;
    this.running = running;
  }

  static async start(): Promise<SoakWorld> {
    const folder = mkdtempSync(join(tmpdir(), 'beeline-soak-'));
    const app = await serveApp({ folder: await buildIfStale(console.log), port: 0 });
    const executablePath = findWholeBrowser();
    if (executablePath === undefined) throw new Error('This needs Chromium, Chrome or Edge; set CHROME_PATH to it.');
    const world = new SoakWorld(folder, app, executablePath, await startEmulator(folder, app.origin, 0));
    world.announce();
    return world;
  }

  get emulator(): CosEmulator {
    return this.running;
  }

  get origin(): string {
    return this.app.origin;
  }

  get profile(): string {
    return join(this.folder, 'profile');
  }

  /** Opens the app in a browser of its own; the same profile each time. */
  async openBrowser(): Promise<{ readonly context: BrowserContext; readonly page: Page }> {
    mkdirSync(this.profile, { recursive: true });
    const context = await chromium.launchPersistentContext(this.profile, {
      executablePath: this.executablePath,
      locale: 'en-US',
      viewport: { width: 1280, height: 800 },
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    });
    this.browser = context;
    const page = context.pages()[0] ?? (await context.newPage());
    await page.goto(this.app.origin);
    await page.getByRole('grid', { name: 'Files' }).or(page.getByText('Drop files')).first().waitFor();
    return { context, page };
  }

  /** An address as somebody else opens it, in a browser that has never been here. */
  async openStranger(address: string): Promise<Page> {
    const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    this.other = await chromium.launch({ executablePath: this.executablePath, args });
    const page = await this.other.newPage({ locale: 'en-US' });
    await page.goto(address);
    return page;
  }

  /** The server is gone, as after a crash: connections are refused. */
  async stopBucket(): Promise<void> {
    await this.running.close();
  }

  /** The same objects and unfinished uploads at the same address. */
  async startBucket(): Promise<void> {
    this.running = await startEmulator(this.folder, this.app.origin, this.running.port);
    this.announce();
  }

  keys(): Promise<string[]> {
    return this.running.control.listKeys(BUCKET.name);
  }

  uploads(): Promise<{ key: string; uploadId: string; partNumbers: number[] }[]> {
    return this.running.control.listUploads(BUCKET.name);
  }

  /** SHA-256 of an object, read by the vendor's own client. */
  async sha256(key: string): Promise<string> {
    const hash = createHash('sha256');
    await vendorClient(this.running).getObject({ Bucket: BUCKET.name, Region: BUCKET.region, Key: key, Output: hash });
    return hash.digest('hex');
  }

  /** @param picture what the page looks like at the end, for whoever has to find out why */
  async close(picture?: string): Promise<void> {
    if (picture !== undefined) await this.browser?.pages()[0]?.screenshot({ path: picture });
    await Promise.all([this.browser?.close(), this.other?.close()]);
    await Promise.all([this.running.close(), this.app.close()]);
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }

  private announce(): void {
    this.app.setConfig(
      appConfig({ bucket: BUCKET.name, region: BUCKET.region, hosts: this.running.bucketOrigins(BUCKET.name) }),
    );
    this.app.setEndpoint(
      createCredentialsEndpoint({
        bucket: BUCKET.name,
        region: BUCKET.region,
        allowedOrigins: [this.app.origin],
        authenticate: localCaller(),
        issuer: emulatorIssuer(this.running),
      }),
    );
  }
}

function startEmulator(folder: string, pageOrigin: string, port: number): Promise<CosEmulator> {
  return startCosEmulator({
    port,
    dataFolder: join(folder, 'cos'),
    buckets: [{ ...BUCKET, cors: fileManagerCors([pageOrigin]) }],
    accounts: [OWNER],
  });
}

/** SHA-256 of a file of this machine. */
export async function sha256OfFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}
