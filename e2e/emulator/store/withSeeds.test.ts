import { assert, asyncProperty, integer } from 'fast-check';
import { expect, test } from 'vitest';
import { startTestCos, BUCKET, REGION } from '../testing/startTestCos.ts';
import { createCrc64 } from '../crc64.ts';
import { seededObjects } from './seededObjects.ts';

test('a bucket of a million keys starts at once, pages through them and counts folders', async () => {
  const began = performance.now();
  const here = await startTestCos({
    buckets: [
      { name: BUCKET, region: REGION, seeds: [{ pattern: 'd##/IMG_####.jpg', count: 1_000_000, sizesBytes: [5, 7] }] },
    ],
  });
  try {
    const folders = await here.ask({ query: { delimiter: '/' } });
    expect(performance.now() - began).toBeLessThan(1000);
    expect(folders.text.match(/<CommonPrefixes>/g)).toHaveLength(100);
    const page = await here.ask({ query: { prefix: 'd99/', marker: 'd99/IMG_9000.jpg' } });
    expect(page.text).toContain('<IsTruncated>false</IsTruncated>');
    expect(page.text.match(/<Key>/g)).toHaveLength(999);
    expect((await here.ask({ key: 'd00/IMG_0001.jpg' })).text).toBe('\0'.repeat(7));
    expect((await here.ask({ key: 'd00/IMG_00010.jpg' })).code).toBe('NoSuchKey');
  } finally {
    await here.cos.close();
  }
});

test('seeded objects can be written over and deleted, and others lie between them', async () => {
  const here = await startTestCos();
  try {
    await here.cos.control.seedKeys(BUCKET, { pattern: 'k#', count: 4 });
    await here.ask({ method: 'PUT', key: 'k1', body: 'mine' });
    await here.ask({ method: 'PUT', key: 'k15', body: 'between' });
    await here.ask({ method: 'DELETE', key: 'k2' });
    expect(await here.cos.control.listKeys(BUCKET)).toEqual(['k0', 'k1', 'k15', 'k3']);
    expect((await here.ask({ key: 'k1' })).text).toBe('mine');
    await here.ask({ method: 'DELETE', key: 'k1' });
    expect(await here.cos.control.listKeys(BUCKET)).toEqual(['k0', 'k15', 'k3']);
    expect((await here.ask({ key: 'k2' })).code).toBe('NoSuchKey');
  } finally {
    await here.cos.close();
  }
});

test('the checksum is that of the zeros it gives out, for every size', async () => {
  await assert(
    asyncProperty(integer({ min: 0, max: 300_000 }), async (sizeBytes) => {
      const object = seededObjects({ pattern: '#', count: 1, sizesBytes: [sizeBytes] }, 0).find('0');
      const crc = await createCrc64();
      crc.update(new Uint8Array(sizeBytes));
      expect(object?.crc64).toBe(crc.digest());
    }),
    { numRuns: 30 },
  );
  const huge = seededObjects({ pattern: '#', count: 1, sizesBytes: [6 * 1024 ** 3] }, 0).find('0');
  expect(huge?.crc64).toMatch(/^\d+$/);
  expect(huge?.etag).toMatch(/^[0-9a-f]{32}-2$/);
});

test('a pattern with too few digits is refused', () => {
  expect(() => seededObjects({ pattern: 'a#', count: 11 }, 0)).toThrow('too few #');
  expect(() => seededObjects({ pattern: 'a', count: 1 }, 0)).toThrow('too few #');
});
