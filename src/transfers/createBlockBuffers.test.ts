import { expect, test } from 'vitest';
import type { WrittenBytes } from '#files/DownloadSink.ts';
import { createBlockBuffers } from './createBlockBuffers.ts';
import { MIB } from './planParts.ts';
import { crc64Of, MemorySink, patterned, startEngine } from './testing/startEngine.ts';

const BYTES = patterned(9 * MIB);

/** As the file worker does it: the memory goes away while it is written, and other memory comes back in its place. */
class MovingSink extends MemorySink {
  readonly countsChecksums = true as const;
  readonly lent = new Set<ArrayBuffer>();
  fresh = 0;

  override async write(bytes: Uint8Array<ArrayBuffer>, atByte: number): Promise<WrittenBytes> {
    if (!this.lent.delete(bytes.buffer)) this.fresh += 1;
    const moved = structuredClone(bytes, { transfer: [bytes.buffer] });
    await super.write(moved, atByte);
    const crc64 = crc64Of(moved);
    moved.fill(255); // Whoever still looked at it would notice.
    this.lent.add(moved.buffer);
    return { crc64, bytes: moved };
  }
}

test('a long download lives in the memory of the blocks under way', async () => {
  const { engine, cos, time, state } = startEngine({ policy: { blockBytes: MIB }, settings: { partsInFlight: 1 } });
  const sink = new MovingSink();
  const request = { connectionId: 'media', key: 'a', name: 'a', sizeBytes: BYTES.length, sink };
  const id = engine.addDownload(request);
  for (let position = 0; position < BYTES.length;) {
    const call = await cos.next('getObject');
    const { start = 0, end = BYTES.length } = call.input.range ?? {};
    const body = new Blob([BYTES.slice(start, end)]).stream();
    call.succeed({ sizeBytes: BYTES.length, etag: 'v1', crc64: crc64Of(BYTES), startByte: start, body });
    position = end;
  }
  await time.pass(1000);
  expect(state(id)).toMatchObject({ status: 'completed', verified: true });
  expect(crc64Of(sink.bytes)).toBe(crc64Of(BYTES));
  expect(sink.fresh).toBeLessThanOrEqual(3); // One is read, one is written; the first answer brings one of its own.
});

test('memory of another size is not kept', () => {
  const buffers = createBlockBuffers(8);
  buffers.giveBack(new Uint8Array(4));
  expect(buffers.take(3)).toHaveLength(3);
  const block = buffers.take(8);
  buffers.giveBack(block);
  const shorter = buffers.take(5);
  expect([shorter.length, shorter.buffer === block.buffer]).toEqual([5, true]);
  expect(buffers.take(8).buffer).not.toBe(block.buffer);
});
