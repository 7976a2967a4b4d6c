import type { Locator, Page } from '@playwright/test';
import { brokenEndpoints } from './fixtures/TestEndpoint.ts';
import { chooseFiles } from './fixtures/chooseFiles.ts';
import { makeFile } from './fixtures/makeFile.ts';
import { expect, expectStatus, row, test } from './fixtures.ts';

/** The page says what is wrong, offers a way on, and is not a blank. */
async function expectMessage(page: Page, pattern: RegExp): Promise<void> {
  await expect(page.getByRole('main').getByText(pattern).first()).toBeVisible({ timeout: 30_000 });
  await expect(
    page
      .getByRole('main')
      .getByRole('button', { name: /Retry|Sign in/ })
      .first(),
  ).toBeVisible();
  await expect(page.getByRole('main').getByRole('progressbar')).toHaveCount(0);
}

/** Presses Retry as a person would, who may be quicker than the once a second at which an endpoint is asked. */
async function retryUntil(page: Page, goal: Locator): Promise<void> {
  const retry = page.getByRole('main').getByRole('button', { name: /Retry/ }).first();
  await expect(async () => {
    if (await retry.isVisible()) await retry.click();
    await expect(goal).toBeVisible({ timeout: 3000 });
  }).toPass({ timeout: 30_000 });
}

/** Each has a heading of its own, but the two that ask for a sign-in. */
const ENDPOINTS: readonly { name: keyof typeof brokenEndpoints; heading: string; says?: string }[] = [
  { name: 'down', heading: 'The key service cannot be reached' },
  { name: 'slow', heading: 'The key service is too slow' },
  { name: 'html', heading: 'The key service did not send keys' },
  { name: 'unauthorized', heading: 'Please sign in' },
  { name: 'redirect', heading: 'Please sign in' },
  { name: 'forbidden', heading: 'The key service refused', says: 'Ask Anna for access.' },
  { name: 'nonsense', heading: "The key service's answer is not usable" },
  { name: 'crash', heading: 'The key service reported an error (500)' },
];

for (const { name, heading, says = '' } of ENDPOINTS) {
  test(`an endpoint that is broken (${name}) is named, and Retry recovers`, async ({
    page,
    app,
    bucket,
    endpoint,
    guard,
  }) => {
    guard.tolerateFailedRequests();
    await bucket.put('a.txt');
    endpoint.breakWith(brokenEndpoints[name]);
    app.configure((config) => ({ ...config, endpoint: { ...config.endpoint, timeoutSeconds: 1 } }));
    await app.open();
    await expect(page.getByRole('main').getByRole('heading', { name: heading, exact: true })).toBeVisible();
    await expect(page.getByRole('main')).toContainText(says);

    endpoint.recover();
    await retryUntil(page, row(page, 'a.txt'));
  });
}

test('a bucket without CORS: the rule to add is shown', async ({ page, app, bucket, guard }) => {
  guard.tolerateFailedRequests();
  await bucket.put('a.txt');
  await bucket.removeCors();
  await app.open();
  await expectMessage(page, /CORS/);
});

test('a wrong region is told by the endpoint', async ({ page, app, bucket, guard }) => {
  guard.tolerateFailedRequests();
  await bucket.put('a.txt');
  app.configure((config) => ({
    ...config,
    connections: config.connections.map((connection) => ({ ...connection, region: 'ap-beijing' })),
  }));
  await app.open();
  await expectMessage(page, /region/i);
});

test('a key that may not list says which right is missing', async ({ page, app, bucket, endpoint, guard }) => {
  guard.tolerateFailedRequests();
  await bucket.put('a.txt');
  endpoint.deny('name/cos:GetBucket');
  await app.open();
  await expectMessage(page, /not allowed|permission|denied|may not|right/i);
  await page.getByRole('button', { name: 'Details' }).first().click();
  await expect(page.getByText(/AccessDenied/).first()).toBeVisible();
});

test('a key that may not upload fails that file alone', async ({ page, app, bucket, endpoint, guard }, testInfo) => {
  guard.tolerateFailedRequests();
  await bucket.put('a.txt');
  endpoint.deny('name/cos:PutObject', 'name/cos:PostObject');
  await app.open();
  await chooseFiles(page, 'Upload files', makeFile(testInfo, 'refused.txt', 10).path);
  await expectStatus(page, 'refused.txt', 'Failed');
  await expect(row(page, 'a.txt')).toBeVisible();
  expect(await bucket.keys()).toEqual(['a.txt']);
});

for (const [name, body] of [
  ['HTML', '<!doctype html><h1>Welcome to the hotel</h1>'],
  ['cut XML', '<?xml version="1.0"?><ListBucketResult><Name>x</Name><Contents><Key>a'],
  ['nothing', ''],
] as const) {
  test(`a listing answered with ${name} is an error, not an empty folder`, async ({ page, app, bucket, guard }) => {
    guard.tolerateFailedRequests();
    await bucket.put('a.txt');
    bucket.plantFaults({ operation: 'GetBucket', times: null, effect: { type: 'body', body } });
    await app.open();
    await expectMessage(page, /unexpected|not understand|answer|expected/i);
    bucket.clearFaults();
    await page.getByRole('main').getByRole('button', { name: /Retry/ }).first().click();
    await expect(row(page, 'a.txt')).toBeVisible();
  });
}

for (const [name, config, field] of [
  ['HTML', '<!doctype html><p>not found</p>', /config\.json/],
  ['no connections', { endpoint: { url: '/credentials' }, connections: [] }, /connections/],
  ['an endpoint by http', { endpoint: { url: 'http://keys.example.com/' }, connections: [] }, /endpoint\.url/],
  ['a script for an endpoint', { endpoint: { url: 'javascript:alert(1)' }, connections: [] }, /endpoint\.url/],
] as const) {
  test(`config.json with ${name} gets a page that names the problem`, async ({ page, app, bucket, guard }) => {
    guard.tolerateFailedRequests();
    app.configure(() => config);
    await app.open();
    await expect(page.getByText(field).first()).toBeVisible();
    expect(bucket.requests()).toEqual([]);
  });
}

test('a long wait is explained while it lasts', async ({ page, app, bucket, endpoint }) => {
  await bucket.put('a.txt');
  endpoint.breakWith(brokenEndpoints.slow);
  await app.open();
  await expect(page.getByRole('main').getByText(/Still waiting for the key service/)).toBeVisible();
});
