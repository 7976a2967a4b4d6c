import { expect, test } from 'vitest';
import { FailureError } from '#lib/FailureError.ts';
import { createStreamSink } from './createStreamSink.ts';
import type { DownloadStream } from './openDownloadStream.ts';

const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

/** Downloads of the browser as it would show them: what it was given, and how it ended. */
function browser() {
  const downloads: {
    name: string;
    sizeBytes: number | undefined;
    content: string;
    end: 'open' | 'whole' | 'failed';
  }[] = [];
  let stopsAt = '';
  const open = async (name: string, sizeBytes: number | undefined): Promise<DownloadStream> => {
    const download: (typeof downloads)[number] = { name, sizeBytes, content: '', end: 'open' };
    downloads.push(download);
    return {
      write: async (piece) => {
        const text = new TextDecoder().decode(piece);
        if (text === stopsAt) throw new FailureError({ kind: 'local', code: 'StreamStopped', message: '' });
        download.content += text;
        structuredClone(piece.buffer, { transfer: [piece.buffer] });
      },
      end: async () => void (download.end = 'whole'),
      fail: () => void (download.end = 'failed'),
    };
  };
  return { downloads, open, stopAt: (text: string) => void (stopsAt = text) };
}

test('bytes go to the browser as they come, the last ones only when all of it is verified', async () => {
  const { downloads, open } = browser();
  const sink = createStreamSink('a/../x\u202Egnp.exe', open);
  sink.begins?.(11);
  await sink.write(bytes('hello '), 0);
  await sink.write(bytes('world'), 6);
  expect(downloads).toEqual([
    { name: expect.stringMatching(/^[^/\u202E]+\.exe$/) as string, sizeBytes: 11, content: 'hello ', end: 'open' },
  ]);
  await sink.truncate(11);
  await sink.commit();
  expect(downloads).toMatchObject([{ content: 'hello world', end: 'whole' }]);
  await sink.discard();
  expect(downloads).toMatchObject([{ end: 'whole' }]);
});

test('whatever goes wrong before the end, the browser shows a failed download', async () => {
  const { downloads, open, stopAt } = browser();
  const sink = createStreamSink('a', open);
  await sink.write(bytes('one'), 0);
  await sink.write(bytes('two'), 3);
  await sink.truncate(0); // A checksum differed.
  expect(downloads).toMatchObject([{ content: 'one', end: 'failed' }]);
  await sink.write(bytes('one'), 0);
  stopAt('one');
  await expect(sink.write(bytes('two'), 3)).rejects.toMatchObject({ failure: { code: 'StreamStopped' } });
  await sink.truncate(0);
  await sink.write(bytes('one'), 0);
  sink.giveUp?.();
  const stopped = { failure: { code: 'StreamStopped' } };
  await expect(sink.write(bytes('two'), 0)).rejects.toMatchObject(stopped);
  await expect(sink.commit()).rejects.toMatchObject(stopped);
  expect(downloads.map(({ end }) => end)).toEqual(['failed', 'failed', 'failed']);
});

test('an empty object is an empty file', async () => {
  const { downloads, open } = browser();
  const sink = createStreamSink('a', open);
  await sink.truncate(0);
  await sink.commit();
  expect(downloads).toMatchObject([{ content: '', end: 'whole' }]);
});

test('a gap is never written', async () => {
  const { open } = browser();
  const sink = createStreamSink('a', open);
  await sink.write(bytes('one'), 0);
  await expect(sink.write(bytes('two'), 4)).rejects.toThrow(RangeError);
});
