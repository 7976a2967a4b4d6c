import { defineConfig } from '@playwright/test';
import { findBrowser, findFirefox } from './e2e/setup/browser.mjs';

const isFirefox = process.env['BEELINE_BROWSER'] === 'firefox';
const executablePath = isFirefox ? findFirefox() : await findBrowser();

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  globalSetup: './e2e/setup/appFolder.ts',
  fullyParallel: true,
  workers: 3,
  // A journey that passes at the second try has found something; it is not hidden.
  retries: 0,
  // Generous: a busy machine is slow, and a test that passes does not wait.
  timeout: 120_000,
  expect: {
    timeout: 20_000,
    // To the last child: a tree that only contains what was expected hides what should not be there.
    toMatchAriaSnapshot: { children: 'deep-equal', pathTemplate: '{testDir}/a11y/structure/{arg}{ext}' },
  },
  reporter: 'list',
  use: {
    // An installed Firefox, spoken to by WebDriver BiDi.
    ...(isFirefox ? { browserName: 'firefox', channel: 'moz-firefox' } : {}),
    locale: 'en-US',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1280, height: 800 },
    // A trace keeps every body that crosses the wire: with one the journeys take more than twice as long. A failure
    // leaves a picture and the page as a screen reader meets it; `npx playwright test FILE --trace on` tells the rest.
    trace: 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      // Chromium's sandbox refuses to run as root, as containers do.
      args: !isFirefox && process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    },
  },
});
