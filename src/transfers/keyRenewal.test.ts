import { describe, expect, test } from 'vitest';
import { createCosClient } from '#cos/createCosClient.ts';
import { createLanes } from '#cos/lanes.ts';
import type { SendXhr } from '#cos/sendXhr.ts';
import { loadSigner } from '#cos/signer.ts';
import { createCredentialsProvider } from '#credentials/createCredentialsProvider.ts';
import { createServerClock } from '#credentials/createServerClock.ts';
import { FIRST_LANES } from './nextLaneCount.ts';
import { MIB } from './planParts.ts';
import { startEngine } from './testing/startEngine.ts';
import { VirtualTime } from './testing/VirtualTime.ts';

await import('#cos/createWriteCalls.ts'); // Virtual time does not wait for modules.

const CONNECTION = {
  id: 'media',
  label: 'Media',
  bucket: 'media-1250000000',
  region: 'ap-guangzhou',
  prefix: '',
  hosts: [],
  access: 'credentials',
} as const;
const FILE_BYTES = 48 * MIB;
const TICK_MS = 5000;
const probe = { probe: async () => 'reachable' as const };

interface Body {
  readonly partNumber: number;
  readonly wasCut: boolean;
}

/**
 * A bucket far away whose keys end in the middle of things: bodies take their time, and one whose token ends on the way
 * is cut, as COS does it.
 */
function startFarBucket({
  lifeSeconds,
  laneBytesPerSecond,
  firstPartBytes = MIB,
}: {
  lifeSeconds: number;
  laneBytesPerSecond: number;
  firstPartBytes?: number;
}) {
  const time = new VirtualTime();
  const bodies: Body[] = [];
  let keysGiven = 0;

  const answer: typeof fetch = async (input, init) => {
    const url = new URL(input as string, 'https://page.invalid');
    if (url.pathname === '/keys') {
      keysGiven += 1;
      const startTime = Math.floor(time.now() / 1000);
      const expiredTime = startTime + lifeSeconds;
      const credentials = { tmpSecretId: 'id', tmpSecretKey: 'secret', sessionToken: `ends-${expiredTime}` };
      return Response.json({ credentials, startTime, expiredTime });
    }
    if (url.searchParams.has('uploads')) {
      return new Response('<InitiateMultipartUploadResult><UploadId>u1</UploadId></InitiateMultipartUploadResult>');
    }
    if (init?.method === 'POST') {
      return new Response('<CompleteMultipartUploadResult><ETag>"w"</ETag></CompleteMultipartUploadResult>');
    }
    throw new TypeError(`nobody expected ${String(init?.method)} ${url.search}`);
  };

  const sendXhr: SendXhr = ({ url, headers, body, onSent, signal }) =>
    new Promise((resolve, reject) => {
      const partNumber = Number(new URL(url).searchParams.get('partNumber'));
      const endsAt = Number(/\d+$/.exec(headers['x-cos-security-token'] ?? '')?.[0]) * 1000;
      const beganAt = time.now();
      signal?.addEventListener('abort', () => reject(signal.reason as Error));
      const tick = (): void => {
        const sent = Math.min(body.size, ((time.now() - beganAt) / 1000) * laneBytesPerSecond);
        const wasCut = time.now() >= endsAt;
        if (!wasCut && sent < body.size) {
          onSent?.(sent);
          time.setTimeout(tick, TICK_MS);
          return;
        }
        bodies.push({ partNumber, wasCut });
        const refusal = '<Error><Code>ExpiredToken</Code><Message>expired</Message></Error>';
        const status = wasCut ? 403 : 200;
        resolve({ status, headers: new Headers({ etag: `"e${partNumber}"` }), body: wasCut ? refusal : '' });
      };
      tick();
    });

  const clock = createServerClock({ now: time.now });
  const endpoint = {
    url: 'https://page.invalid/keys',
    method: 'POST',
    headers: {},
    withCredentials: false,
    timeoutSeconds: 60,
  } as const;
  const credentials = createCredentialsProvider({ endpoint, clock, fetch: answer, probe, now: time.now });
  const lanes = createLanes();
  const cos = createCosClient({ connection: CONNECTION, credentials, clock, lanes, fetch: answer, sendXhr, probe });
  const policy = { firstPartBytes };
  const started = startEngine({ cosFor: () => cos, timers: time, policy, settings: { verify: false } });
  return { ...started, time, bodies, keysGiven: () => keysGiven };
}

test.each([
  { lifeSeconds: 20, laneBytesPerSecond: MIB / 5 },
  // A part takes longer than the keys live when they are usually renewed.
  { lifeSeconds: 60, laneBytesPerSecond: MIB / 20 },
])(
  'keys of $lifeSeconds s end again and again, and no body is sent twice at $laneBytesPerSecond bytes/s',
  async (line) => {
    await loadSigner();
    const { upload, state, time, bodies, keysGiven } = startFarBucket(line);
    const id = upload({ key: 'long.bin', name: 'long.bin', file: new Blob([new Uint8Array(FILE_BYTES)]) });
    const longestMs = 1000 * (FILE_BYTES / line.laneBytesPerSecond + 600);
    for (let ms = 0; ms < longestMs && state(id).status !== 'completed'; ms += TICK_MS) await time.pass(TICK_MS);
    expect(state(id)).toMatchObject({ status: 'completed', etag: 'w' });
    expect(bodies.filter(({ wasCut }) => wasCut)).toEqual([]);
    const parts = new Set(bodies.map(({ partNumber }) => partNumber));
    expect(bodies).toHaveLength(parts.size);
    const tookSeconds = (time.now() - Date.UTC(2026, 0, 1)) / 1000;
    // The keys were renewed all along, and not for each part.
    expect(keysGiven()).toBeGreaterThan(1);
    expect(keysGiven()).toBeLessThanOrEqual(Math.ceil(tookSeconds / (line.lifeSeconds / 4)) + 1);
  },
  20_000,
);

describe('a line so slow that keys end before one part is sent', () => {
  const lifeSeconds = 60;

  test('parts get smaller, and the upload ends', async () => {
    await loadSigner();
    const line = { lifeSeconds, laneBytesPerSecond: MIB / 40, firstPartBytes: 2 * MIB };
    const { upload, state, time, bodies } = startFarBucket(line);
    const id = upload({ key: 'long.bin', name: 'long.bin', file: new Blob([new Uint8Array(FILE_BYTES)]) });
    for (let ms = 0; ms < 7_200_000 && state(id).status !== 'completed'; ms += TICK_MS) await time.pass(TICK_MS);
    expect(state(id)).toMatchObject({ status: 'completed', etag: 'w' });
    // Two lives for the first parts, which nobody could know to be too big, and nothing after that.
    expect(bodies.filter(({ wasCut }) => wasCut).length).toBeLessThanOrEqual(2 * FIRST_LANES);
  });

  test('when no part is small enough, it is said why: nobody withdrew anything', async () => {
    await loadSigner();
    const { upload, state, time } = startFarBucket({ lifeSeconds, laneBytesPerSecond: MIB / 200 });
    const id = upload({ key: 'long.bin', name: 'long.bin', file: new Blob([new Uint8Array(FILE_BYTES)]) });
    for (let ms = 0; ms < 3_600_000 && state(id).status !== 'failed'; ms += TICK_MS) await time.pass(TICK_MS);
    expect(state(id)).toMatchObject({ status: 'failed', failure: { code: 'KeysTooShort' }, resumable: true });
  });
});
