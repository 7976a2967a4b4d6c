import { test as base, expect, type Locator, type Page } from '@playwright/test';
import { startCosEmulator } from './emulator/startCosEmulator.ts';
import type { CosEmulator } from './emulator/EmulatorOptions.ts';
import { bridgeFirefoxGaps, isFirefox } from './fixtures/firefoxGaps.ts';
import { PageGuard } from './fixtures/PageGuard.ts';
import { secretsFound } from './fixtures/secretsFound.ts';
import { TestBucket } from './fixtures/TestBucket.ts';
import { TestEndpoint } from './fixtures/TestEndpoint.ts';
import { OWNER } from './fixtures/vendorClient.ts';
import { appConfig, type AppConfig } from './setup/appConfig.ts';
import { appFolder } from './setup/appFolder.ts';
import { serveApp, type AppServer } from './setup/serveApp.ts';

interface WorkerWorld {
  readonly emulator: CosEmulator;
  readonly appServer: AppServer;
}

export interface App {
  readonly origin: string;
  /** Opens the production build on the test's bucket, at a prefix, and waits for nothing. */
  open(place?: { readonly prefix?: string; readonly page?: Page }): Promise<void>;
  /** Changes `config.json` before `open`. */
  configure(change: (config: AppConfig) => unknown): void;
}

interface TestWorld {
  readonly bucket: TestBucket;
  readonly endpoint: TestEndpoint;
  readonly guard: PageGuard;
  readonly app: App;
  /** Another person: a page in a browser of their own that has never been here. */
  readonly stranger: () => Promise<Page>;
  /** Looks after every journey for keys, tokens and signatures in all that its pages keep, show or say. */
  readonly secretScan: void;
}

/**
 * An emulator and an app server per worker, a bucket and an endpoint per test, the production build under the real
 * headers. Parts may be as small as 64 KiB, so that multipart costs little.
 */
export const test = base.extend<TestWorld, { world: WorkerWorld }>({
  world: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of the first parameter, so it is a pattern
    async ({}, run) => {
      const emulator = await startCosEmulator({ buckets: [], accounts: [OWNER], minimumPartBytes: 64 * 1024 });
      const appServer = await serveApp({ folder: appFolder, port: 0 });
      await run({ emulator, appServer });
      await Promise.all([appServer.close(), emulator.close()]);
    },
    { scope: 'worker' },
  ],

  bucket: async ({ world }, run) => {
    world.emulator.control.moveClock(0);
    world.emulator.control.clearFaults();
    world.emulator.control.clearJournal();
    await run(await TestBucket.create(world.emulator, world.appServer.origin));
  },

  endpoint: async ({ world, bucket }, run) => {
    const endpoint = new TestEndpoint(
      world.emulator,
      { bucket: bucket.name, region: bucket.region },
      world.appServer.origin,
    );
    await run(endpoint);
  },

  guard: [
    async ({ page }, run, testInfo) => {
      if (isFirefox(page)) bridgeFirefoxGaps(page, (reason) => testInfo.skip(true, reason));
      const guard = new PageGuard();
      await guard.watch(page);
      await run(guard);
      expect(guard.unexpected()).toEqual([]);
    },
    { auto: true },
  ],

  stranger: async ({ browser, guard }, run) => {
    await run(async () => {
      const context = await browser.newContext({ locale: 'en-US' });
      const page = await context.newPage();
      await guard.watch(page);
      return page;
    });
  },

  secretScan: [
    async ({ guard, endpoint, page }, run, testInfo) => {
      await run();
      if (testInfo.status === testInfo.expectedStatus)
        expect(await secretsFound(guard, endpoint.secrets), 'secrets where none may be').toEqual([]);
      const others = new Set(guard.pages.map((each) => each.context()));
      others.delete(page.context());
      await Promise.all(Array.from(others, (context) => context.close()));
    },
    { auto: true },
  ],

  app: async ({ world, bucket, endpoint, page }, run) => {
    world.appServer.setEndpoint(endpoint.handle);
    const config = appConfig({ bucket: bucket.name, region: bucket.region, label: 'Test', hosts: bucket.origins });
    world.appServer.setConfig(config);
    await run({
      origin: world.appServer.origin,
      configure: (change) => world.appServer.setConfig(change(config)),
      open: async (place = {}) => {
        const query = place.prefix ? `?${new URLSearchParams({ c: 'main', p: place.prefix })}` : '';
        await (place.page ?? page).goto(`${world.appServer.origin}/${query}`);
      },
    });
  },
});

export { expect };

/** The row of an object or folder, by the beginning of its accessible name. */
export function row(page: Page, name: string): Locator {
  return page.getByRole('grid', { name: 'Files' }).getByRole('row', { name: startsWith(name) });
}

/** The transfer of a file in the dock. */
export function transfer(page: Page, name: string): Locator {
  return page.getByRole('region', { name: 'Transfers' }).getByRole('listitem', { name: new RegExp(escape(name)) });
}

/** Waits until the transfer's status text starts with a word of the contract. */
export async function expectStatus(page: Page, name: string, status: string, timeout = 30_000): Promise<void> {
  await expect(transfer(page, name).getByText(startsWith(status)).first()).toBeVisible({ timeout });
}

function startsWith(text: string): RegExp {
  return new RegExp(`^${escape(text)}`);
}

function escape(text: string): string {
  return text.replace(/[$()*+.?[\\\]^{|}]/g, (sign) => `\\${sign}`);
}
