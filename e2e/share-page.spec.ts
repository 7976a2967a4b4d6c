import { execFileSync } from 'node:child_process';
import { deflateSync, inflateSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { shot } from './fixtures/shot.ts';
import { sha256 } from './fixtures/TestBucket.ts';
import { expect, row, test } from './fixtures.ts';
import { sampleObjects } from './setup/sampleObjects/sampleObjects.ts';

const sample = (key: string) => {
  const found = sampleObjects().find((object) => object.key === key);
  if (found === undefined) throw new Error(`No sample ${key}`);
  return found;
};

/** Chooses all rows and makes a share page of them; its address. */
async function sharePage(page: Page): Promise<string> {
  await page.getByRole('checkbox', { name: 'Select all' }).check();
  await page.getByRole('button', { name: 'Share link' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('A share page', { exact: true }).click();
  const link = dialog.getByRole('textbox', { name: 'Link' });
  await expect(link).toHaveValue(/#\/s\/[\w-]+$/);
  return link.inputValue();
}

const previewOf = (name: string): RegExp => new RegExp(`^Preview .*${name}`);

/** The fragment as another program reads and writes it. */
function changed(address: string, change: (fields: Record<string, unknown>) => void): string {
  const [page = '', packed = ''] = address.split('#/s/');
  const fields = JSON.parse(inflateSync(Buffer.from(packed, 'base64url')).toString()) as Record<string, unknown>;
  change(fields);
  return `${page}#/s/${deflateSync(JSON.stringify(fields)).toString('base64url')}`;
}

test('fifty objects behind one link: seen, looked into and downloaded by somebody without an account', async ({
  page,
  app,
  bucket,
  stranger,
  endpoint,
}) => {
  const odd = [
    '报告 final+v2.txt',
    "it's (1)!&=#?%.txt",
    '<b onclick=alert(1)>.txt',
    '\u202Etxt.exe',
    'sub/深/a b.bin',
  ];
  const names = [...odd, ...Array.from({ length: 45 }, (_, at) => `file ${at}.txt`)];
  for (const name of names) await bucket.put(`shared/${name}`, `of ${name}`);
  await bucket.put('private.txt', 'not shared');
  await app.open({ prefix: 'shared/' });
  const address = await sharePage(page);
  expect(address.length).toBeLessThan(8000);
  await page.getByRole('button', { name: 'QR code' }).click();
  await expect(page.getByRole('img', { name: /^QR code of the link to/ })).toBeVisible();
  await shot(page, 'share-page-made');
  // What it asks by itself in idle time is not the visitor's.
  await page.close();
  const asked = endpoint.questions.length;
  bucket.forgetRequests();

  const visitor = await stranger();
  await visitor.goto(address);
  await expect(visitor.getByRole('heading', { name: 'shared' })).toBeVisible();
  await expect(visitor.getByText('50 files')).toBeVisible();
  await expect(visitor.getByText(/^Works until .+ \(in /)).toBeVisible();
  await expect(visitor.getByRole('listitem').filter({ hasText: '报告 final+v2' })).toBeVisible();
  expect(bucket.requests().map(({ operation }) => operation)).toEqual(['GetObject']);

  await visitor.getByRole('button', { name: /^Preview .*报告/ }).click();
  await expect(visitor.getByRole('dialog').getByText('of 报告 final+v2.txt')).toBeVisible();
  await visitor.keyboard.press('Escape');

  const saved = visitor.waitForEvent('download');
  await visitor.getByRole('button', { name: 'Download all as ZIP' }).click();
  const download = await saved;
  expect(download.suggestedFilename()).toBe('shared.zip');
  const listed = execFileSync(
    'python3',
    [
      '-c',
      'import sys,zipfile,hashlib,json; z=zipfile.ZipFile(sys.argv[1]); print(json.dumps(sorted(hashlib.sha256(z.read(n)).hexdigest() for n in z.namelist())))',
      await download.path(),
    ],
    { encoding: 'utf8' },
  );
  expect(JSON.parse(listed)).toEqual(names.map((name) => sha256(Buffer.from(`of ${name}`))).toSorted());
  await expect(visitor.getByRole('region', { name: 'Transfers' }).getByText(/^Done/).first()).toBeVisible();
  await expect(visitor.getByRole('region', { name: 'Transfers' }).getByText('verified')).toBeVisible();

  expect(endpoint.questions).toHaveLength(asked);
  expect(await visitor.evaluate(() => [localStorage.length, document.cookie])).toEqual([0, '']);
});

test('the end is seen from both sides, while the page is open and after', async ({
  page,
  app,
  bucket,
  stranger,
  world,
  guard,
}) => {
  guard.tolerateFailedRequests();
  await bucket.put('a.txt', 'a');
  await bucket.put('b.txt', 'b');
  await app.open();
  const address = await sharePage(page);
  const shown = await page
    .getByRole('dialog')
    .getByText(/^Expires /)
    .textContent();
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  // "My links" keeps what was handed out and when it ends, and nothing that opens it.
  await page.getByRole('button', { name: 'Copy link' }).click();
  const kept = (): Promise<string> => page.evaluate(() => localStorage.getItem('beeline.madeLinks') ?? '');
  await expect.poll(kept).toContain('"kind":"page","keys":["a.txt","b.txt"]');
  expect(await kept()).not.toMatch(/#\/s\/|http|sign/);
  // It is made anew from there.
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('menuitem', { name: 'My links' }).click();
  await page.evaluate(() => navigator.clipboard.writeText(''));
  await page.getByRole('button', { name: 'Copy a new link to a.txt' }).click();
  const copied = (): Promise<string> => page.evaluate(() => navigator.clipboard.readText());
  await expect.poll(copied).toMatch(/#\/s\/[\w-]+$/);
  const again = await stranger();
  await again.goto(await copied());
  await expect(again.getByText('2 files')).toBeVisible();

  const visitor = await stranger();
  await visitor.goto(address);
  await expect(visitor.getByText(/^Works until /)).toContainText((shown ?? '').replace('Expires ', ''));

  let end = 0;
  changed(address, (fields) => {
    end = (fields['w'] as number[])[1] ?? 0;
  });
  world.emulator.control.moveClock(end * 1000 - Date.now() + 1500);
  await visitor.getByRole('button', { name: /^Download .*b\.txt/ }).click();
  await expect(visitor.getByText('This link has ended').first()).toBeVisible();
  await expect(visitor.getByRole('button', { name: 'Download all as ZIP' })).toHaveAttribute('aria-disabled', 'true');

  await visitor.reload();
  await expect(visitor.getByRole('heading', { name: 'This link has ended' })).toBeVisible();
  await expect(visitor.getByText(/^It worked until /)).toBeVisible();
});

test('a key that is gone, an altered link, a cut one: each says which it is', async ({
  page,
  app,
  bucket,
  stranger,
  world,
  guard,
}) => {
  guard.tolerateFailedRequests();
  await bucket.put('a.txt', 'a');
  await bucket.put('b.txt', 'b');
  await app.open();
  const address = await sharePage(page);
  const visitor = await stranger();
  const opened = async (to: string, says: string): Promise<void> => {
    await visitor.goto(to);
    await expect(visitor.getByRole('heading', { name: says })).toBeVisible();
  };
  const altered = changed(address, (fields) => {
    fields['w'] = [(fields['w'] as number[])[0], 4_000_000_000];
  });
  await opened(altered, 'This link was altered');
  await opened(address.slice(0, -9), 'This link is not whole');
  await opened(
    changed(address, (fields) => {
      fields['v'] = 2;
    }),
    'This link is newer than this page',
  );
  let secretId = '';
  changed(address, (fields) => {
    secretId = String(fields['k']);
  });
  world.emulator.control.revokeKeys(secretId);
  await opened(address, 'This link has ended early');
});

test('a link to a host that is not of this site is refused, and nobody is asked', async ({
  page,
  app,
  bucket,
  stranger,
}) => {
  await bucket.put('a.txt', 'a');
  await bucket.put('b.txt', 'b');
  await app.open();
  const address = await sharePage(page);
  await page.close();
  bucket.forgetRequests();
  const visitor = await stranger();
  const asked: string[] = [];
  visitor.on('request', (request) => asked.push(new URL(request.url()).origin));
  for (const host of ['https://evil.example', 'http://evil.localhost:9', app.origin]) {
    const hostile = changed(address, (fields) => {
      fields['o'] = host;
    });
    await visitor.goto(hostile);
    await expect(visitor.getByRole('heading', { name: 'This link leads somewhere else' })).toBeVisible();
  }
  expect(new Set(asked)).toEqual(new Set([app.origin]));
  expect(bucket.requests()).toEqual([]);
});

test('more than a link can carry: the list lies in the bucket', async ({ page, app, bucket, stranger }) => {
  await bucket.seed({ pattern: 'many/file-###.txt', count: 400, sizesBytes: [3] });
  await app.open();
  await expect(row(page, 'many')).toBeVisible();
  const address = await sharePage(page);
  expect(address.length).toBeLessThan(2500);
  const lists = (await bucket.keys()).filter((key) => key.startsWith('.beeline-shares/'));
  expect(lists).toHaveLength(1);
  const visitor = await stranger();
  await visitor.goto(address);
  await expect(visitor.getByText('400 files')).toBeVisible();
  await expect(visitor.getByRole('button', { name: 'Show 100 more' })).toBeVisible();
});

test('a film and a sound are played from the share page by ranges, and a picture is seen', async ({
  page,
  app,
  bucket,
  stranger,
}) => {
  for (const key of ['media/flight.webm', 'media/tune.wav', 'pictures/sunset.jpg']) {
    const { body } = sample(key);
    await bucket.put(`for you/${key.split('/')[1]}`, body, 'text/html');
  }
  await app.open({ prefix: 'for you/' });
  const address = await sharePage(page);
  await page.close();
  const visitor = await stranger();
  await visitor.goto(address);
  await expect(visitor.getByText('3 files')).toBeVisible();
  await shot(visitor, 'share-media');
  bucket.forgetRequests();
  for (const [name, element] of [
    ['flight.webm', 'video'],
    ['tune.wav', 'audio'],
  ] as const) {
    await visitor.getByRole('button', { name: previewOf(name) }).click();
    const player = visitor.getByRole('dialog').locator(element);
    await expect.poll(() => player.evaluate((media: HTMLMediaElement) => media.readyState)).toBeGreaterThan(1);
    await shot(visitor, `share-${element}`);
    await player.evaluate((media: HTMLMediaElement) => media.play());
    await expect.poll(() => player.evaluate((media: HTMLMediaElement) => media.currentTime)).toBeGreaterThan(0);
    await player.evaluate((media: HTMLMediaElement) => {
      media.pause();
      media.currentTime = media.duration / 2;
    });
    await expect.poll(() => player.evaluate((media: HTMLMediaElement) => media.seeking)).toBe(false);
    await visitor.keyboard.press('Escape');
  }
  await visitor.getByRole('button', { name: previewOf('sunset.jpg') }).click();
  await expect(visitor.getByRole('dialog').getByRole('img', { name: 'sunset.jpg' })).toBeVisible();
  await shot(visitor, 'share-picture');
  await visitor.keyboard.press('Escape');
  // A player that seeks leaves an answer (status 0) and asks for another range.
  const answered = bucket.requests().filter(({ status }) => status !== 0);
  expect(new Set(answered.map(({ operation, status }) => `${operation} ${status}`))).toEqual(
    new Set(['GetObject 206']),
  );
  await visitor.getByRole('button', { name: '简体中文' }).click();
  await expect(visitor.getByText('3 个文件')).toBeVisible();
  await shot(visitor, 'share-media-zh');
});

test('a link that is too long for a QR code says so, and can be copied', async ({ page, app, bucket }) => {
  await bucket.seed({ pattern: 'file-###.txt', count: 120, sizesBytes: [3] });
  await app.open();
  await expect(row(page, 'file-000.txt')).toBeVisible();
  const address = await sharePage(page);
  expect(address.length).toBeGreaterThan(2953); // What the largest code holds (ISO/IEC 18004).
  await page.getByRole('button', { name: 'QR code' }).click();
  await expect(page.getByText(/this link is too long for a QR code/)).toBeVisible();
  await shot(page, 'qr-too-long');
});

test('lists of share pages that have ended are removed from My links, and those of others stay', async ({
  page,
  app,
  bucket,
  endpoint,
}) => {
  const [ended, other, alive] = [
    `.beeline-shares/until-20260101T1200Z-${'a'.repeat(22)}`,
    `.beeline-shares/until-20260102T1200Z-${'b'.repeat(22)}`,
    `.beeline-shares/until-29990101T1200Z-${'c'.repeat(22)}`,
  ];
  for (const key of [ended, other, alive, 'a.txt']) await bucket.put(key);
  await app.open();
  await expect(row(page, 'a.txt')).toBeVisible();
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('menuitem', { name: 'My links' }).click();
  const dialog = page.getByRole('dialog', { name: 'My links' });
  await expect(dialog.getByText('The lists of 2 share pages that have ended are still in the bucket.')).toBeVisible();
  await shot(page, 'ended-lists');
  await dialog.getByRole('button', { name: 'Remove 2 ended lists' }).click();
  await expect.poll(() => bucket.keys()).toEqual([alive, 'a.txt']);
  await expect(dialog.getByText(/are still in the bucket/)).toBeHidden();

  await bucket.put(ended);
  endpoint.withhold('name/cos:DeleteObject', 'name/cos:DeleteMultipleObjects');
  await page.reload();
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('menuitem', { name: 'My links' }).click();
  const remove = dialog.getByRole('button', { name: 'Remove 1 ended list' });
  await expect(remove).toHaveAttribute('aria-disabled', 'true');
  await expect(remove).toHaveAttribute('title', /name\/cos:DeleteObject/);
});
