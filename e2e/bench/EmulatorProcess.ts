import { fork, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import COS from 'cos-nodejs-sdk-v5';
import type { CredentialsIssuer } from '../credentials/CredentialsIssuer.ts';
import { startCosEmulator } from '../emulator/startCosEmulator.ts';
import { fileManagerCors } from '../emulator/defaultCors.ts';
import type { CosEmulator, EmulatorOptions, IssuedKeys, JournalEntry, KeySeed } from '../emulator/EmulatorOptions.ts';
import { OWNER, vendorClient } from '../fixtures/vendorClient.ts';

export const BENCH_BUCKET = { name: 'bench-1250000000', region: 'ap-guangzhou' };

interface Question {
  readonly call: 'issueKeys' | 'takeJournal' | 'putObject' | 'emptyBucket' | 'seedKeys';
  readonly key?: string;
  readonly sizeBytes?: number;
  readonly policy?: unknown;
  readonly seed?: KeySeed;
}

interface Started {
  readonly port: number;
  readonly origins: readonly [string, string];
}

/** How far away it is. Default: on this machine. */
export type Line = Pick<EmulatorOptions, 'latencyMs' | 'bytesPerSecond'>;

/** The local COS in a process of its own, as a server is: it must not compete with what measures it. */
export class EmulatorProcess {
  readonly port: number;
  readonly origins: readonly [string, string];
  private readonly child: ChildProcess;
  private lastAnswer: Promise<unknown> = Promise.resolve();

  private constructor(child: ChildProcess, { port, origins }: Started) {
    this.child = child;
    this.port = port;
    this.origins = origins;
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  static async start(pageOrigin: string, line: Line = {}): Promise<EmulatorProcess> {
    const child = fork(import.meta.filename, [pageOrigin, JSON.stringify(line)], { execArgv: ['--import', 'tsx'] });
    const [started] = (await once(child, 'message')) as [Started];
    return new EmulatorProcess(child, started);
  }

  /** Keys for the endpoint to hand out. */
  readonly issue: CredentialsIssuer = async ({ policy }) => {
    const { startTime, expiredTime, ...credentials } = await this.ask<IssuedKeys>({ call: 'issueKeys', policy });
    return { credentials, startTime, expiredTime };
  };

  /** A URL that takes one PUT without further keys, signed by the vendor's client. */
  presignPut(key: string, origin = this.origins[0]): string {
    const authorization = COS.getAuthorization({
      SecretId: OWNER.secretId,
      SecretKey: OWNER.secretKey,
      Method: 'PUT',
      Key: key,
      Expires: 3600,
      Headers: { Host: new URL(origin).host },
    });
    return `${origin}/${key}?${authorization}`;
  }

  /** Frees the disk between rounds. */
  emptyBucket(): Promise<true> {
    return this.ask({ call: 'emptyBucket' });
  }

  /** Requests since the last call. */
  takeJournal(): Promise<JournalEntry[]> {
    return this.ask({ call: 'takeJournal' });
  }

  /** An object of random bytes. */
  putObject(key: string, sizeBytes = 5): Promise<true> {
    return this.ask({ call: 'putObject', key, sizeBytes });
  }

  /** Many objects by rule. */
  seedKeys(seed: KeySeed): Promise<true> {
    return this.ask({ call: 'seedKeys', seed });
  }

  /** A URL that a browser saves, signed by the vendor's client. */
  presignAttachment(key: string): string {
    const [origin] = this.origins;
    const query = { 'response-content-disposition': 'attachment' };
    const authorization = COS.getAuthorization({
      SecretId: OWNER.secretId,
      SecretKey: OWNER.secretKey,
      Method: 'GET',
      Key: key,
      Expires: 3600,
      Query: query,
      Headers: { Host: new URL(origin).host },
    });
    return `${origin}/${key}?${authorization}&${new URLSearchParams(query)}`;
  }

  async close(): Promise<void> {
    const ended = once(this.child, 'exit');
    this.child.kill();
    await ended;
  }

  /** One question at a time: an answer does not say which question it is for. */
  private ask<T>(question: Question): Promise<T> {
    const asked = this.lastAnswer.then(async () => {
      const answered = once(this.child, 'message');
      this.child.send(question);
      const [answer] = (await answered) as [T];
      return answer;
    });
    this.lastAnswer = asked;
    return asked;
  }
}

/** What runs in the child. */
async function serve(pageOrigin: string, line: Line): Promise<void> {
  const emulator = await startCosEmulator({
    ...line,
    buckets: [{ ...BENCH_BUCKET, cors: fileManagerCors([pageOrigin]) }],
    accounts: [OWNER],
  });
  process.on('message', ({ call, policy, key, seed, sizeBytes = 0 }: Question) => {
    if (call === 'seedKeys' && seed) {
      void emulator.control.seedKeys(BENCH_BUCKET.name, seed).then(() => process.send?.(true));
    }
    if (call === 'putObject') {
      void emulator.control
        .putObject(BENCH_BUCKET.name, key ?? '', randomBytes(sizeBytes))
        .then(() => process.send?.(true));
    }
    if (call === 'emptyBucket') void emptyBucket(emulator).then(() => process.send?.(true));
    if (call === 'issueKeys') process.send?.(emulator.issueKeys({ policy, durationSeconds: 7200 }));
    if (call === 'takeJournal') {
      process.send?.(emulator.control.journal());
      emulator.control.clearJournal();
    }
  });
  process.once('SIGTERM', () => void emulator.close().finally(() => process.exit(0)));
  // A bench that was killed leaves nothing behind.
  process.once('disconnect', () => process.exit(0));
  process.send?.({ port: emulator.port, origins: emulator.bucketOrigins(BENCH_BUCKET.name) } satisfies Started);
}

const KEYS_PER_DELETE = 1000;

async function emptyBucket(emulator: CosEmulator): Promise<void> {
  const client = vendorClient(emulator);
  const place = { Bucket: BENCH_BUCKET.name, Region: BENCH_BUCKET.region };
  const keys = await emulator.control.listKeys(place.Bucket);
  for (let at = 0; at < keys.length; at += KEYS_PER_DELETE) {
    const Objects = keys.slice(at, at + KEYS_PER_DELETE).map((Key) => ({ Key }));
    await client.deleteMultipleObject({ ...place, Objects });
  }
}

if (process.send && process.argv[1] === import.meta.filename) {
  await serve(process.argv[2] ?? '', JSON.parse(process.argv[3] ?? '{}') as Line);
}
