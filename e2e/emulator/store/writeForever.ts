import { Readable } from 'node:stream';
import { createDiskObjectStore } from '../createDiskObjectStore.ts';

/** The process that the crash test kills: writes objects of many sizes, one line on stdout per acknowledged write. */
async function writeForever(folder: string): Promise<void> {
  const store = await createDiskObjectStore(folder, { now: Date.now });
  for (let index = 0; ; index++) {
    const bodies = [1, 1000, 100_000, 2_500_000].map((size) => Buffer.alloc(size, String(index)));
    await Promise.all(
      bodies.map(async (body, at) => {
        const object = { headers: {}, storageClass: 'STANDARD', acl: 'default' };
        await store.write('store-1250000000', `${index}/${at}`, Readable.from([body]), object);
        process.stdout.write('.\n');
      }),
    );
  }
}

await writeForever(process.argv[2] ?? '');
