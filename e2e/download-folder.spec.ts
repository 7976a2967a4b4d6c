import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import type { Page } from '@playwright/test';
import { MiB } from './fixtures/makeFile.ts';
import { sha256 } from './fixtures/TestBucket.ts';
import { expect, expectStatus, row, test, transfer } from './fixtures.ts';

/** The person picks a folder: a real one, of the browser's private file system, as no dialog can be clicked here. */
async function answerFolderPicker(page: Page): Promise<void> {
  await page.addInitScript(() => {
    Object.assign(globalThis, {
      async showDirectoryPicker(): Promise<FileSystemDirectoryHandle> {
        const root = await navigator.storage.getDirectory();
        return root.getDirectoryHandle('Picked', { create: true });
      },
    });
  });
}

/** Every file below the picked folder with its SHA-256, every empty folder with `''`, by path. */
function pickedFolder(page: Page): Promise<Record<string, string>> {
  return page.evaluate(async () => {
    const found: Record<string, string> = {};
    const walk = async (folder: FileSystemDirectoryHandle, path: string): Promise<void> => {
      let isEmpty = true;
      for await (const [name, handle] of folder.entries()) {
        isEmpty = false;
        if (handle.kind === 'directory') await walk(handle, `${path}${name}/`);
        else {
          const bytes = await (await handle.getFile()).arrayBuffer();
          const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
          found[path + name] = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
        }
      }
      if (isEmpty) found[path] = '';
    };
    const root = await navigator.storage.getDirectory();
    await walk(await root.getDirectoryHandle('Picked', { create: true }), '');
    return found;
  });
}

/** Puts a file where the person keeps theirs. */
function placeFile(page: Page, folderName: string, name: string, text: string): Promise<void> {
  return page.evaluate(
    async (wanted) => {
      const root = await navigator.storage.getDirectory();
      const picked = await root.getDirectoryHandle('Picked', { create: true });
      const folder = await picked.getDirectoryHandle(wanted.folderName, { create: true });
      const writable = await (await folder.getFileHandle(wanted.name, { create: true })).createWritable();
      await writable.write(wanted.text);
      await writable.close();
    },
    { folderName, name, text },
  );
}

async function downloadRows(page: Page, ...names: readonly string[]): Promise<void> {
  for (const [index, name] of names.entries()) {
    await row(page, name).click(index === 0 ? {} : { modifiers: ['Control'] });
  }
  await page.getByRole('button', { name: 'Download' }).first().click();
}

test('a folder and an object become a tree on disk; the second time only what is missing comes', async ({
  page,
  app,
  bucket,
}) => {
  const bodies: Record<string, Buffer> = {
    'in/photos/large.bin': randomBytes(20 * MiB),
    'in/photos/2024/a.txt': Buffer.from('a'),
    'in/photos/2024/A.txt': Buffer.from('another'),
    'in/photos/..\\..\\evil.txt': Buffer.from('evil'),
    'in/photos/2024/con': Buffer.from('con'),
    'in/photos/zero': Buffer.alloc(0),
    'in/loose 报告.txt': Buffer.from('loose'),
    'in/elsewhere/no.txt': Buffer.from('no'),
  };
  for (const [key, body] of Object.entries(bodies)) await bucket.put(key, body);
  await bucket.put('in/photos/empty/', '');
  await answerFolderPicker(page);
  await app.open({ prefix: 'in/' });
  await downloadRows(page, 'photos', 'loose');
  // Said before the first byte, and gone after ten seconds, which a slow machine needs for the rest.
  await expect(page.getByText('3 names were changed to be safe on disk')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Transfers' })).toContainText('All 7 files done');
  const hash = (key: string): string => sha256(bodies[key] ?? Buffer.alloc(0));
  const expected = {
    'photos/large.bin': hash('in/photos/large.bin'),
    'photos/2024/A.txt': hash('in/photos/2024/A.txt'),
    'photos/2024/a (1).txt': hash('in/photos/2024/a.txt'),
    'photos/evil.txt': hash('in/photos/..\\..\\evil.txt'),
    'photos/2024/_con': hash('in/photos/2024/con'),
    'photos/zero': hash('in/photos/zero'),
    'photos/empty/': '',
    'loose 报告.txt': hash('in/loose 报告.txt'),
  };
  expect(await pickedFolder(page)).toEqual(expected);

  await page.getByRole('button', { name: 'Clear finished' }).click();
  await bucket.put('in/photos/new.txt', 'new');
  await placeFile(page, 'photos', 'mine.txt', 'mine, of another size');
  await bucket.put('in/photos/mine.txt', 'theirs');
  const before = bucket.requests('GetObject').length;
  await page.getByRole('button', { name: 'Download' }).first().click();
  await expect(page.getByRole('region', { name: 'Transfers' })).toContainText('2 done · 7 skipped');
  await expect(transfer(page, 'large.bin')).toContainText('a file of this name and size was there already');
  expect(bucket.requests('GetObject').length - before).toBe(2);
  expect(await pickedFolder(page)).toEqual({
    ...expected,
    'photos/new.txt': sha256(Buffer.from('new')),
    'photos/mine.txt': sha256(Buffer.from('mine, of another size')),
    'photos/mine (1).txt': sha256(Buffer.from('theirs')),
  });
});

test('a file that fails is told, tried again by its button, and leaves nothing half on disk', async ({
  page,
  app,
  bucket,
  guard,
}) => {
  guard.tolerateFailedRequests();
  for (const name of ['bad.bin', 'good.bin']) await bucket.put(`f/${name}`, randomBytes(3 * MiB));
  bucket.plantFaults({
    operation: 'GetObject',
    keyContains: 'bad',
    times: 1,
    effect: { type: 'error', status: 403, code: 'AccessDenied' },
  });
  await answerFolderPicker(page);
  await app.open();
  await downloadRows(page, 'f');
  await expectStatus(page, 'good.bin', 'Done');
  await expectStatus(page, 'bad.bin', 'Failed');
  expect(Object.keys(await pickedFolder(page))).toEqual(['f/good.bin']);
  await page.getByRole('button', { name: 'Retry bad.bin' }).click();
  await expectStatus(page, 'bad.bin', 'Done');
  expect((await pickedFolder(page))['f/bad.bin']).toBe(await bucket.sha256('f/bad.bin'));
});

test('a folder whose listing breaks off says so', async ({ page, app, bucket, guard }) => {
  guard.tolerateFailedRequests();
  await bucket.put('many/1', 'x');
  await answerFolderPicker(page);
  await app.open();
  await row(page, 'many').click();
  const effect = { type: 'error', status: 403, code: 'AccessDenied' } as const;
  bucket.plantFaults({ operation: 'GetBucket', times: Infinity, effect });
  await page.getByRole('button', { name: 'Download' }).first().click();
  await expect(page.getByRole('complementary', { name: 'Notices' })).toContainText('Not everything in');
});

/** Names in an archive with the SHA-256 of their bytes, as Python reads them; `unzip` must have no complaint either. */
function unzipped(path: string): Record<string, string> {
  expect(execFileSync('unzip', ['-tq', path], { encoding: 'utf8' })).toContain('No errors detected');
  const program = `import hashlib,json,sys,zipfile
z=zipfile.ZipFile(sys.argv[1]); print(json.dumps({n: hashlib.sha256(z.read(n)).hexdigest() for n in z.namelist()}))`;
  return JSON.parse(execFileSync('python3', ['-c', program, path], { encoding: 'utf8' })) as Record<string, string>;
}

test('without a folder picker a selection is one ZIP file, through a cut connection, and nothing is missing', async ({
  page,
  app,
  bucket,
  guard,
}) => {
  guard.tolerateFailedRequests();
  const bodies: Record<string, Buffer> = {
    'in/照片/large.bin': randomBytes(9 * MiB),
    'in/照片/a:b.txt': Buffer.from('a'),
    'in/照片/deep/b.txt': Buffer.from('b'),
    'in/照片/zero': Buffer.alloc(0),
    'in/loose.txt': Buffer.from('loose'),
  };
  for (const [key, body] of Object.entries(bodies)) await bucket.put(key, body);
  await bucket.put('in/照片/empty/', '');
  await page.addInitScript(() => {
    delete (globalThis as { showDirectoryPicker?: unknown }).showDirectoryPicker;
  });
  bucket.plantFaults({
    operation: 'GetObject',
    keyContains: 'large',
    nth: 2,
    effect: { type: 'cut', afterBytes: 500_000 },
  });
  await app.open({ prefix: 'in/' });
  const downloading = page.waitForEvent('download');
  await downloadRows(page, '照片', 'loose');
  const download = await downloading;
  expect(download.suggestedFilename()).toBe('in.zip');
  await expectStatus(page, 'in.zip', 'Done');
  await expect(transfer(page, 'in.zip')).toContainText('verified');
  const hash = (key: string): string => sha256(bodies[key] ?? Buffer.alloc(0));
  expect(unzipped(await download.path())).toEqual({
    '照片/large.bin': hash('in/照片/large.bin'),
    '照片/a_b.txt': hash('in/照片/a:b.txt'),
    '照片/deep/b.txt': hash('in/照片/deep/b.txt'),
    '照片/zero': sha256(Buffer.alloc(0)),
    '照片/empty/': sha256(Buffer.alloc(0)),
    'loose.txt': hash('in/loose.txt'),
  });
});

test('an archive with damaged bytes is never saved', async ({ page, app, bucket, guard }) => {
  guard.tolerateFailedRequests();
  await bucket.put('f/good.bin', randomBytes(1000));
  await bucket.put('f/harmed.bin', randomBytes(5000));
  bucket.plantFaults({
    operation: 'GetObject',
    keyContains: 'harmed',
    times: Infinity,
    effect: { type: 'corrupt', atByte: 100 },
  });
  let saved = 0;
  page.on('download', () => {
    saved += 1;
  });
  await app.open();
  await page.getByRole('button', { name: 'More actions for f' }).click();
  await page.getByRole('menuitem', { name: 'Download as ZIP' }).click();
  await expectStatus(page, 'f.zip', 'Failed');
  expect(saved).toBe(0);
});
