/* oxlint-disable vitest/valid-title -- the grid names its tests */
/* oxlint-disable vitest/expect-expect -- `ends` and `endsWell` expect */
import { describe, expect, test } from 'vitest';
import { serviceFailure } from '#cos/testing/serviceFailure.ts';
import type { Failure } from '#lib/Failure.ts';
import type { RequestFault } from '#transfers/testing/FaultyCosClient.ts';
import { damaged } from '#transfers/testing/SymbolicBlob.ts';
import { gridTitle } from './faultGrid.ts';
import type { FaultId } from './FaultRow.ts';
import { MIB, OPERATION, UploadMeeting } from './UploadMeeting.ts';
import type { UploadPhase } from './UploadMeeting.ts';

const lost: Failure = { kind: 'network', code: 'ConnectionLost', message: 'reset' };
const fail = (failure: Failure, more: { acted?: boolean; afterBytes?: number } = {}): RequestFault => ({
  type: 'fail',
  failure,
  ...more,
});
const credentials = (code: string): RequestFault => fail({ kind: 'credentials', code, message: '' });
const page = (code = 'UnexpectedAnswer', acted = false): RequestFault =>
  fail({ kind: 'integrity', code, message: '', status: 200 }, { acted });
const altered = (change: (answer: Record<string, unknown>) => unknown): RequestFault => ({
  type: 'alter',
  change: (answer) => change(answer as Record<string, unknown>),
});

/** Requests of the phase itself, and of those it asks before it decides. */
interface Cost {
  readonly own: number;
  readonly head?: number;
  readonly list?: number;
}

interface Healing {
  readonly cell: readonly [FaultId, UploadPhase];
  readonly fault: RequestFault;
  readonly times?: number;
  /** Requests in all, faults included; of parts, only those that were sent again. */
  readonly cost: Cost;
}

const reset = fail(lost);
const midBody = fail(lost, { afterBytes: 300_000 });
const lostAnswer = fail(lost, { acted: true });
const slowDown = fail(serviceFailure('SlowDown'));
const internal = fail(serviceFailure('InternalError'));
const inOk = fail(serviceFailure('InternalError', { status: 200 }));
const expired = fail(serviceFailure('ExpiredToken'));
const skewed = fail(serviceFailure('RequestTimeTooSkewed'));

/** One accident, and the upload ends Done and verified as if nothing had been. */
const HEALING: readonly Healing[] = [
  { cell: ['F1', 'init'], fault: reset, cost: { own: 2, list: 1 } },
  { cell: ['F1', 'part'], fault: reset, cost: { own: 1 } },
  { cell: ['F1', 'list parts'], fault: reset, cost: { own: 2 } },
  { cell: ['F1', 'complete'], fault: reset, cost: { own: 2, head: 1 } },
  { cell: ['F2', 'init'], fault: reset, cost: { own: 2, list: 1 } },
  { cell: ['F2', 'part'], fault: midBody, cost: { own: 1 } },
  { cell: ['F2', 'complete'], fault: reset, cost: { own: 2, head: 1 } },
  { cell: ['F3', 'init'], fault: lostAnswer, cost: { own: 1, list: 1 } },
  { cell: ['F3', 'part'], fault: lostAnswer, cost: { own: 0 } },
  { cell: ['F3', 'list parts'], fault: lostAnswer, cost: { own: 2 } },
  { cell: ['F3', 'complete'], fault: lostAnswer, cost: { own: 1, head: 1 } },
  { cell: ['F4', 'init'], fault: lostAnswer, cost: { own: 1, list: 1 } },
  { cell: ['F4', 'part'], fault: lostAnswer, cost: { own: 0 } },
  { cell: ['F4', 'list parts'], fault: lostAnswer, cost: { own: 2 } },
  { cell: ['F4', 'complete'], fault: lostAnswer, cost: { own: 1, head: 1 } },
  { cell: ['F7', 'init'], fault: slowDown, cost: { own: 2 } },
  { cell: ['F7', 'list parts'], fault: slowDown, cost: { own: 2 } },
  { cell: ['F7', 'complete'], fault: slowDown, cost: { own: 2, head: 1 } },
  { cell: ['F8', 'init'], fault: internal, cost: { own: 2, list: 1 } },
  { cell: ['F8', 'part'], fault: internal, cost: { own: 1 } },
  { cell: ['F8', 'list parts'], fault: internal, cost: { own: 2 } },
  { cell: ['F8', 'complete'], fault: internal, cost: { own: 2, head: 1 } },
  { cell: ['F9', 'list parts'], fault: inOk, cost: { own: 2 } },
  { cell: ['F9', 'complete'], fault: inOk, cost: { own: 2, head: 1 } },
  { cell: ['F10', 'part'], fault: page(), cost: { own: 1 } },
  { cell: ['F10', 'complete'], fault: page('UnexpectedAnswer', true), cost: { own: 1, head: 1 } },
  { cell: ['F11', 'init'], fault: expired, cost: { own: 2 } },
  { cell: ['F11', 'part'], fault: expired, cost: { own: 1 } },
  { cell: ['F11', 'list parts'], fault: expired, cost: { own: 2 } },
  { cell: ['F11', 'complete'], fault: expired, cost: { own: 2, head: 1 } },
  { cell: ['F13', 'init'], fault: skewed, cost: { own: 2 } },
  { cell: ['F13', 'part'], fault: skewed, cost: { own: 1 } },
  { cell: ['F13', 'list parts'], fault: skewed, cost: { own: 2 } },
  { cell: ['F13', 'complete'], fault: skewed, cost: { own: 2, head: 1 } },
  { cell: ['F14', 'complete'], fault: altered((answer) => ({ ...answer, etag: 'wrong' })), cost: { own: 1 } },
  { cell: ['F15', 'part'], fault: { type: 'damage', how: damaged }, times: 2, cost: { own: 2 } },
  { cell: ['F18', 'init'], fault: lostAnswer, cost: { own: 1, list: 1 } },
  { cell: ['F18', 'list parts'], fault: lostAnswer, cost: { own: 2 } },
  { cell: ['F18', 'complete'], fault: lostAnswer, cost: { own: 1, head: 1 } },
];

describe('an upload outlives', () => {
  for (const { cell, fault, times = 1, cost } of HEALING)
    test(gridTitle([cell]), async () => {
      const [, phase] = cell;
      const meeting = await UploadMeeting.begin().reach(phase);
      meeting.mark().plan(phase, fault, times).goOn();
      await meeting.ends('completed');
      expect(meeting.verified).toBe(true);
      expect(meeting.story.filter((words) => /failed|asks|host-down/.test(words))).toEqual([]);
      const seen = meeting.seen(OPERATION[phase]);
      // Of parts, those that were sent again.
      const first = phase === 'part' ? new Set(seen.map(({ partNumber }) => partNumber)).size : 0;
      expect(seen.length - first).toBe(cost.own);
      expect(meeting.count('headObject')).toBe(cost.head ?? 0);
      expect(meeting.count('listMultipartUploads')).toBe(cost.list ?? 0);
      expect(meeting.world.server.bucket.openUploads()).toEqual([]);
    });
});

/** Every try of a phase ends like this, and the upload stops where a person can see why. */
const STOPPING: readonly {
  readonly cell: readonly [FaultId, UploadPhase];
  readonly fault: RequestFault;
  readonly ends: string;
  /** Requests of the phase until it is said. */
  readonly tries: number;
}[] = [
  {
    cell: ['F9', 'init'],
    fault: fail(serviceFailure('AccessDenied', { status: 200 })),
    ends: 'failed AccessDenied',
    tries: 1,
  },
  { cell: ['F10', 'init'], fault: page(), ends: 'failed UnexpectedAnswer', tries: 3 },
  { cell: ['F10', 'list parts'], fault: page(), ends: 'failed UnexpectedAnswer', tries: 3 },
  { cell: ['F12', 'init'], fault: fail(serviceFailure('AccessDenied')), ends: 'failed AccessDenied', tries: 1 },
  { cell: ['F12', 'list parts'], fault: fail(serviceFailure('AccessDenied')), ends: 'asks AccessDenied', tries: 1 },
  { cell: ['F12', 'complete'], fault: fail(serviceFailure('AccessDenied')), ends: 'asks AccessDenied', tries: 1 },
  ...(['init', 'list parts', 'complete'] as const).map((phase) => ({
    cell: ['F17', phase] as const,
    fault: fail({ kind: 'cors', code: 'CorsBlocked', message: '' } as const),
    ends: 'failed CorsBlocked',
    tries: 1,
  })),
  {
    cell: ['F23', 'list parts'],
    fault: altered((answer) => ({ ...answer, nextPartNumberMarker: 1 })),
    ends: 'failed ListingBroken',
    tries: 2,
  },
  {
    cell: ['F35', 'init'],
    fault: fail(serviceFailure('UnavailableForLegalReasons', { status: 451 })),
    ends: 'failed UnavailableForLegalReasons',
    tries: 1,
  },
  {
    cell: ['F35', 'complete'],
    fault: fail(serviceFailure('ObjectLocked', { status: 403 })),
    ends: 'failed ObjectLocked',
    tries: 1,
  },
];

describe('an upload stops for', () => {
  for (const { cell, fault, ends, tries } of STOPPING)
    test(gridTitle([cell]), async () => {
      const [, phase] = cell;
      const meeting = await UploadMeeting.begin().reach(phase);
      meeting.mark().plan(phase, fault, 99).goOn();
      await meeting.ends(ends);
      expect(meeting.count(OPERATION[phase])).toBe(tries);
      expect(await goesOnAfterwards(meeting)).toBe(true);
    });

  test(gridTitle([['F12', 'part']]), async () => {
    const meeting = await UploadMeeting.begin().reach('part');
    await meeting.until(() => meeting.world.server.bucket.openUploads()[0]?.partNumbers.length === 3);
    meeting.mark().plan('part', fail(serviceFailure('AccessDenied')), 99);
    await meeting.ends('asks AccessDenied');
    const kept = meeting.world.server.bucket.openUploads()[0]?.partNumbers ?? [];
    expect(kept.length).toBeGreaterThanOrEqual(3);
    meeting.mark();
    await meeting.world.heal();
    expect(meeting.story).toContain('completed');
    expect(meeting.seen('uploadPart').filter(({ partNumber = 0 }) => kept.includes(partNumber))).toEqual([]);
  });

  test(gridTitle([['F17', 'part']]), async () => {
    const meeting = await UploadMeeting.begin().reach('part');
    meeting.plan('part', fail({ kind: 'cors', code: 'CorsBlocked', message: '' }), 99);
    await meeting.ends('failed CorsBlocked');
  });

  test(gridTitle([['F35', 'part']]), async () => {
    const meeting = await UploadMeeting.begin().reach('part');
    meeting.plan('part', fail(serviceFailure('PaymentRequired', { status: 402 })), 99);
    await meeting.ends('failed PaymentRequired');
  });
});

/** An outage of minutes in each phase: it waits with the reason, makes few requests, and goes on by itself. */
const WAITING: readonly { readonly fault: FaultId; readonly strikes: RequestFault; readonly shows: string }[] = [
  { fault: 'F31', strikes: credentials('EndpointUnreachable'), shows: 'waiting credentials' },
  { fault: 'F33', strikes: credentials('SignInRequired'), shows: 'waiting credentials' },
  {
    fault: 'F40',
    strikes: fail({ kind: 'network', code: 'HostUnreachable', message: '' }),
    shows: 'waiting host-down',
  },
];
const UPLOAD_PHASES = ['init', 'part', 'list parts', 'complete'] as const;

describe('an upload waits for', () => {
  for (const { fault, strikes, shows } of WAITING)
    for (const phase of UPLOAD_PHASES)
      test(gridTitle([[fault, phase]]), async () => {
        const meeting = await UploadMeeting.begin().reach(phase);
        meeting.mark().plan(phase, strikes, 9999).plan('any', strikes, 9999).goOn();
        await meeting.until(() => meeting.story.at(-1) === shows);
        const since = meeting.world.server.requests.length;
        await meeting.pass(600_000);
        expect(meeting.story.at(-1)).toBe(shows);
        expect(meeting.world.server.requests.length - since).toBeLessThanOrEqual(60);
        meeting.world.server.clearFaults();
        await meeting.ends('completed', 90_000);
        expect(meeting.verified).toBe(true);
      });

  for (const phase of UPLOAD_PHASES)
    test(gridTitle([['F24', phase]]), async () => {
      const meeting = await UploadMeeting.begin().reach(phase);
      meeting.mark().goOn();
      await meeting.until(() => meeting.count(OPERATION[phase]) > 0);
      meeting.world.setOnline(false);
      await meeting.pass(20);
      expect(meeting.story.at(-1)).toBe('waiting offline');
      const since = meeting.world.server.requests.length;
      await meeting.pass(3_600_000);
      expect(meeting.world.server.requests.length).toBe(since);
      meeting.world.setOnline(true);
      await meeting.until(() => meeting.world.server.requests.length > since, 2000);
      await meeting.ends('completed');
    });
});

describe('silence, sleep and slowness', () => {
  const PATIENCE = [
    ['init', 20_000],
    ['list parts', 20_000],
    ['complete', 60_000],
  ] as const;
  for (const [phase, ms] of PATIENCE)
    test(gridTitle([['F5', phase]]), async () => {
      const meeting = await UploadMeeting.begin().reach(phase);
      meeting.mark().plan(phase, { type: 'hang' }).goOn();
      await meeting.ends('completed', 120_000);
      const [first, second] = meeting.seen(OPERATION[phase]);
      const waited = (second?.startedAt ?? 0) - (first?.startedAt ?? 0);
      expect(waited).toBeGreaterThanOrEqual(ms);
      expect(waited).toBeLessThan(ms + 3000);
      expect(meeting.count('headObject')).toBe(phase === 'complete' ? 1 : 0);
    });

  test(gridTitle([['F5', 'part']]), async () => {
    // Two parts, both under way at once.
    const meeting = await UploadMeeting.begin().reach('init', MIB + 1);
    meeting.plan('part', { type: 'hang' }, 6);
    await meeting.until(() => meeting.story.includes('waiting stalled'), 15_000);
    await meeting.ends('completed', 400_000);
    const tries = meeting.seen('uploadPart').filter(({ partNumber }) => partNumber === 1);
    const gaps = tries
      .slice(1)
      .map(({ startedAt }, at) => Math.round((startedAt - (tries[at]?.startedAt ?? 0)) / 1000));
    expect(gaps.length).toBe(3);
    for (const [at, seconds] of [20, 40, 80].entries()) {
      expect(gaps[at]).toBeGreaterThanOrEqual(seconds);
      expect(gaps[at]).toBeLessThan(seconds + 5);
    }
  });

  test(gridTitle([['F6', 'complete']]), async () => {
    const meeting = await UploadMeeting.begin().reach('complete');
    meeting.mark().plan('complete', { type: 'spaces', forMs: 540_000 });
    await meeting.ends('completed', 600_000);
    expect([meeting.count('completeMultipartUpload'), meeting.count('headObject')]).toEqual([1, 0]);
  });

  test(gridTitle([['F6', 'part']]), async () => {
    const meeting = await UploadMeeting.begin().reach('init', 3000 * MIB);
    meeting.plan('part', { type: 'drip', bytesPerSecond: 500 });
    await meeting.until(() => meeting.count('uploadPart') > 3);
    const [first] = meeting.seen('uploadPart');
    const again = (): readonly number[] =>
      meeting
        .seen('uploadPart')
        .flatMap(({ partNumber, startedAt }) => (partNumber === first?.partNumber ? [startedAt] : []));
    await meeting.until(() => again().length === 2, 70_000);
    expect((again()[1] ?? 0) - (again()[0] ?? 0)).toBeGreaterThanOrEqual(60_000);
    expect(meeting.story.filter((words) => words.startsWith('waiting'))).toEqual([]);
  });

  for (const phase of ['init', 'list parts'] as const)
    test(gridTitle([['F6', phase]]), async () => {
      const meeting = await UploadMeeting.begin().reach(phase);
      meeting.mark().plan(phase, { type: 'slow', latencyMs: 300_000 }).goOn();
      await meeting.ends('completed');
      expect(meeting.count(OPERATION[phase])).toBeLessThanOrEqual(2);
    });

  test(gridTitle([['F7', 'part']]), async () => {
    const meeting = await UploadMeeting.begin().reach('init', 400 * MIB);
    meeting.plan('part', fail(serviceFailure('SlowDown', { facts: { retryAfterSeconds: 7 } })), 3);
    await meeting.ends('completed', 200_000);
    const struck = meeting.seen('uploadPart').filter(({ fault }) => fault === 'fail');
    for (const { partNumber, startedAt } of struck) {
      const next = meeting.seen('uploadPart').find((one) => one.partNumber === partNumber && one.startedAt > startedAt);
      const waited = (next?.startedAt ?? 0) - startedAt;
      expect(waited).toBeGreaterThanOrEqual(7000);
      expect(waited).toBeLessThan(7700 + 100);
    }
    expect(struck.length).toBeGreaterThan(0);
  });

  for (const phase of UPLOAD_PHASES)
    test(gridTitle([['F25', phase]]), async () => {
      const meeting = await UploadMeeting.begin().reach(phase);
      meeting.mark().plan(phase, { type: 'hang' }).goOn();
      await meeting.until(() => meeting.count(OPERATION[phase]) > 0);
      await meeting.pass(500);
      meeting.mark();
      meeting.world.time.sleep(3_600_000);
      const woke = meeting.world.time.now();
      const again = phase === 'complete' ? 'headObject' : phase === 'init' ? 'listMultipartUploads' : OPERATION[phase];
      await meeting.until(() => meeting.count(again) > 0, 6000);
      expect((meeting.seen(again)[0]?.startedAt ?? 0) - woke).toBeLessThanOrEqual(5000);
      await meeting.ends('completed');
    });
});

describe('what the server has and has not', () => {
  test(gridTitle([['F14', 'part']]), async () => {
    const meeting = await UploadMeeting.begin().reach('part');
    meeting.mark().plan(
      'part',
      altered((answer) => ({ ...answer, etag: 'wrong' })),
    );
    await meeting.ends('completed');
    expect([meeting.count('completeMultipartUpload'), meeting.verified]).toEqual([2, true]);
  });

  test(gridTitle([['F15', 'complete']]), async () => {
    const meeting = await UploadMeeting.begin().reach('complete');
    meeting.plan(
      'complete',
      altered((answer) => ({ ...answer, crc64: '5' })),
    );
    await meeting.ends('failed ChecksumMismatch');
    meeting.world.command(0, 'retry');
    await meeting.world.heal();
    expect(meeting.story).toContain('completed');
  });

  test(gridTitle([['F16', 'part']]), async () => {
    const meeting = await UploadMeeting.begin().reach('part');
    meeting.mark().plan(
      'part',
      altered(({ etag: _etag, ...answer }) => answer),
      99,
    );
    await meeting.ends('completed');
    expect([meeting.count('listParts'), meeting.verified]).toEqual([1, true]);
  });

  test(gridTitle([['F16', 'complete']]), async () => {
    const meeting = await UploadMeeting.begin().reach('complete');
    const hidden = altered(({ crc64: _crc64, ...answer }) => answer);
    meeting.plan('complete', hidden).plan('headObject', hidden);
    await meeting.ends('completed');
    expect(meeting.verified).toBe(false);
  });

  for (const phase of ['part', 'list parts'] as const)
    test(gridTitle([['F21', phase]]), async () => {
      const meeting = await UploadMeeting.begin().reach(phase);
      meeting
        .mark()
        .plan(phase, fail(serviceFailure('NoSuchUpload')))
        .goOn();
      await meeting.ends('completed');
      expect([meeting.count('initiateMultipartUpload'), meeting.verified]).toEqual([1, true]);
    });

  test(gridTitle([['F21', 'complete']]), async () => {
    const meeting = await UploadMeeting.begin().reach('complete');
    meeting.mark().plan('complete', fail(serviceFailure('NoSuchUpload'), { acted: true }));
    await meeting.ends('completed');
    expect([meeting.count('headObject'), meeting.count('initiateMultipartUpload')]).toEqual([1, 0]);
  });

  test(gridTitle([['F21', 'delete']]), async () => {
    const meeting = await UploadMeeting.begin().reach('part');
    await meeting.until(() => meeting.count('uploadPart') > 0);
    meeting.mark().plan('abortMultipartUpload', fail(serviceFailure('NoSuchUpload')));
    meeting.world.command(0, 'cancel');
    await meeting.pass(60_000);
    expect([meeting.story.at(-1), meeting.count('abortMultipartUpload')]).toEqual(['cancelled', 1]);
  });

  for (const phase of ['part', 'list parts', 'complete'] as const)
    test(gridTitle([['F22', phase]]), async () => {
      const meeting = await UploadMeeting.begin().reach(phase === 'part' ? 'list parts' : phase);
      const [{ partNumbers } = { partNumbers: [] }] = meeting.world.server.bucket.openUploads();
      meeting.world.server.losePart(0);
      meeting.mark().goOn();
      await meeting.ends('completed');
      expect(meeting.verified).toBe(true);
      expect(meeting.seen('uploadPart').some(({ partNumber }) => partNumber === partNumbers[0])).toBe(true);
    });
});

const refuse = (): Promise<never> => Promise.reject(new DOMException('no room', 'QuotaExceededError'));

describe('the tab, the disk, the other tab', () => {
  for (const phase of UPLOAD_PHASES)
    test(gridTitle([['F26', phase]]), async () => {
      const meeting = await UploadMeeting.begin().reach(phase);
      meeting.mark().goOn();
      await meeting.until(() => meeting.count(OPERATION[phase]) > 0);
      if (phase !== 'init') await meeting.pass(10);
      await meeting.world.crash(0);
      meeting.listen();
      await meeting.ends('completed');
      expect(meeting.verified).toBe(true);
      expect(meeting.count('initiateMultipartUpload')).toBeLessThanOrEqual(phase === 'init' ? 2 : 0);
    });

  test(gridTitle([['F27', 'init']]), async () => {
    const meeting = await UploadMeeting.begin().reach('part');
    meeting.world.addInOtherTab(0);
    await meeting.pass(20);
    expect(meeting.world.stateIn(1)).toMatchObject({ status: 'waiting', reason: 'other-tab' });
    await meeting.world.heal();
    expect(
      meeting.world.server.requests.filter(({ operation }) => operation === 'initiateMultipartUpload'),
    ).toHaveLength(1);
    expect(meeting.world.stateIn(1)?.status).toBe('completed');
    expect(meeting.world.broken).toEqual([]);
  });

  test(
    gridTitle([
      ['F28', 'init'],
      ['F28', 'part'],
      ['F28', 'list parts'],
      ['F28', 'complete'],
    ]),
    async () => {
      const meeting = await UploadMeeting.begin({
        put: refuse,
        putAll: refuse,
        entries: refuse,
        remove: refuse,
        keepLast: refuse,
      }).reach('list parts');
      meeting.goOn();
      await meeting.ends('completed');
      expect([meeting.verified, meeting.world.complaints.length]).toEqual([true, 1]);
    },
  );

  for (const phase of ['part', 'complete'] as const)
    test(gridTitle([['F29', phase]]), async () => {
      const meeting = await UploadMeeting.begin().reach(phase);
      if (phase === 'part') meeting.plan('part', reset);
      meeting.world.edit(0);
      await meeting.ends('asks FileChanged');
      expect(meeting.count('completeMultipartUpload')).toBe(0);
      await meeting.world.heal();
      expect([meeting.story.at(-1), meeting.world.broken]).toEqual(['completed', []]);
    });

  for (const phase of ['init', 'part'] as const)
    test(gridTitle([['F30', phase]]), async () => {
      const meeting = await UploadMeeting.begin().reach(phase);
      meeting.plan(phase, reset);
      meeting.world.remove(0);
      await meeting.ends('failed FileUnreadable');
      await meeting.pass(60_000);
      expect(meeting.world.server.bucket.openUploads()).toEqual([]);
      meeting.world.add(0, 1000, 'ask');
      await meeting.ends('completed');
    });
});

/** What stopped it is put right, and the button that the row has then ends it well. */
async function goesOnAfterwards(meeting: UploadMeeting): Promise<boolean> {
  await meeting.world.heal();
  return meeting.story.includes('completed') && meeting.world.broken.length === 0;
}
