import { appendFileSync, createReadStream } from 'node:fs';
import { type FileHandle, open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { StoreRecord } from './StoreRecord.ts';

export interface Journal {
  /** Resolves when the record is with the operating system: it then outlives this process, even by `kill -9`. */
  append(record: StoreRecord): Promise<void>;
  close(): Promise<void>;
}

const LINE_FEED = 0x0a;
const FLUSH_CHARACTERS = 1 << 20;

/**
 * [Note: The journal is the truth]
 * A body is first written whole to a file of its own, under a name nothing refers to; then one line in an append-only
 * journal makes it the object. A process killed in between leaves an unreferenced file, which the next start sweeps
 * away; killed while writing the line, it leaves a line without an end, which the next start drops. In both cases the
 * old object is still there, whole, and nobody was told otherwise. Nothing is fsynced: this guards against a killed
 * process, not against a power cut.
 *
 * @param replay called with each record, oldest first, before this resolves
 * @param records after the replay: the shortest journal for what is now known, to write when the old one has grown long
 */
export async function openJournal(
  folder: string,
  replay: (record: StoreRecord) => void,
  records: () => Iterable<StoreRecord>,
): Promise<Journal> {
  const path = join(folder, 'journal.jsonl');
  const { lines, torn } = await replayLines(path, replay);
  let live = 0;
  for (const _ of records()) live++;
  if (torn || lines > 2 * live + 100) await rewrite(path, records());
  const handle = await open(path, 'a');
  return appender(handle);
}

async function replayLines(
  path: string,
  replay: (record: StoreRecord) => void,
): Promise<{ lines: number; torn: boolean }> {
  let lines = 0;
  let rest: Buffer[] = [];
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
      let start = 0;
      // Not node:readline, which would also break lines at U+2028, a letter a key may contain.
      for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, start)) {
        const line = Buffer.concat([...rest, chunk.subarray(start, end)]).toString('utf8');
        replay(JSON.parse(line) as StoreRecord);
        lines++;
        rest = [];
        start = end + 1;
      }
      if (start < chunk.length) rest.push(chunk.subarray(start));
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  return { lines, torn: rest.length > 0 };
}

async function rewrite(path: string, records: Iterable<StoreRecord>): Promise<void> {
  const temporary = `${path}.new`;
  const handle = await open(temporary, 'w');
  try {
    let text = '';
    for (const record of records) {
      text += `${JSON.stringify(record)}\n`;
      if (text.length > FLUSH_CHARACTERS) {
        await handle.write(text);
        text = '';
      }
    }
    if (text !== '') await handle.write(text);
  } finally {
    await handle.close();
  }
  await rename(temporary, path);
}

/** One line is a few hundred bytes and written in less time than handing it to another thread would take. */
function appender(handle: FileHandle): Journal {
  return {
    // Not a plain function: what `appendFileSync` throws has to reject.
    append: async (record) => appendFileSync(handle.fd, `${JSON.stringify(record)}\n`),
    close: () => handle.close(),
  };
}
