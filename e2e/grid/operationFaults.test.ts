/* oxlint-disable vitest/valid-title -- the grid names its tests */
/* oxlint-disable vitest/expect-expect -- the helpers expect */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { COPY_LIMITS } from '#cos/calls/copySourceHeaders.ts';
import { fetchAnswer } from '#cos/fetchAnswer.ts';
import { serviceFailure } from '#cos/testing/serviceFailure.ts';
import { toFailure, type Failure } from '#lib/Failure.ts';
import { createMemoryJournal } from '#lib/testing/createMemoryJournal.ts';
import { readLimitedText } from '#lib/readLimitedText.ts';
import type { RequestFault } from '#transfers/testing/FaultyCosClient.ts';
import { gridTitle } from './faultGrid.ts';
import type { FaultId } from './FaultRow.ts';
import { OperationMeeting } from './OperationMeeting.ts';

/*
 * The columns `delete` and `copy`: a folder of three objects is deleted or renamed by the engine, in virtual time, and
 * one request meets a fault.
 */

const ALL = ['a/1', 'a/2', 'a/3'];
const RENAMED = ['b/1', 'b/2', 'b/3'];
const lost: Failure = { kind: 'network', code: 'ConnectionLost', message: 'reset' };
const fail = (failure: Failure, acted = false): RequestFault => ({ type: 'fail', failure, acted });
const service = (code: string, more: Partial<Failure> = {}): RequestFault => fail(serviceFailure(code, more));
const network = (code: string): Failure => ({ kind: 'network', code, message: '' });
const endpoint = (code: string): Failure => ({ kind: 'credentials', code, message: '' });

/** What heals by asking again. */
const ACCIDENTS: Partial<Record<FaultId, RequestFault>> = {
  F1: fail(lost),
  F2: fail(lost),
  F3: fail(lost, true),
  F4: fail(lost, true),
  F5: fail(network('Timeout'), true),
  F6: fail(network('Timeout')),
  F7: service('SlowDown'),
  F8: service('InternalError'),
  F11: service('ExpiredToken'),
  F13: service('RequestTimeTooSkewed'),
  F18: fail(lost, true),
  F36: fail(lost, true),
};

/** What is waited out, however long it takes, and under which name. */
const OUTAGES = [
  ['F31', endpoint('EndpointUnreachable'), 'waiting credentials'],
  ['F33', endpoint('SignInRequired'), 'waiting credentials'],
  ['F40', network('HostUnreachable'), 'waiting host-down'],
] as const;

const corsBlocked: Failure = { kind: 'cors', code: 'CorsBlocked', message: '' };

async function deletes(meeting: OperationMeeting, ms = 60_000): Promise<void> {
  await meeting.pass(ms);
  expect(meeting.state).toMatchObject({ status: 'completed', counts: { done: 3, failed: 0 } });
  expect(meeting.bucket.keys()).toEqual([]);
}

async function renames(meeting: OperationMeeting, ms = 60_000): Promise<void> {
  await meeting.pass(ms);
  expect(meeting.state).toMatchObject({ status: 'completed', counts: { done: 3, failed: 0, kept: 0 } });
  expect(meeting.bucket.keys()).toEqual(RENAMED);
  for (const [index, key] of RENAMED.entries()) expect(await meeting.bucket.bodyOf(key)?.text()).toBe(ALL[index]);
}

/** The one function every request goes through gives up by itself, whoever waits. */
function ask(answer: typeof fetch, limits: { readonly idleMs?: number; readonly totalMs?: number }): Promise<string> {
  const where = { host: 'h', bucket: 'b-1250000000', region: 'r-1' };
  const what = { operation: 'CopyObject', action: 'name/cos:PutObject' };
  return fetchAnswer(
    {
      fetch: answer,
      request: { ...what, purpose: 'upload', method: 'PUT', placement: 'header', ...limits },
      target: { url: 'http://h/', headers: {} },
      context: { ...what, ...where },
      options: {},
      onHeaders: () => undefined,
    },
    ({ body }, alive) => readLimitedText(body, 1000, alive),
  ).catch((error: unknown) => toFailure(error).code);
}

const silent: typeof fetch = (_url, init) =>
  new Promise((_resolve, reject) => {
    init?.signal?.addEventListener('abort', () => reject(init.signal?.reason as Error));
  });

async function endsAfter(asking: Promise<string>, ms: number, end: string): Promise<void> {
  const isOver = vi.fn<() => void>();
  void asking.then(isOver);
  await vi.advanceTimersByTimeAsync(ms - 1);
  expect(isOver).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(await asking).toBe(end);
}

const full = (): Promise<never> => Promise.reject(new DOMException('no room', 'QuotaExceededError'));

describe('a delete', () => {
  for (const fault of ['F1', 'F2', 'F3', 'F4', 'F5', 'F6', 'F7', 'F8', 'F11', 'F13', 'F18', 'F36'] as const)
    test(gridTitle([[fault, 'delete']]), async () => {
      const meeting = new OperationMeeting().plan('deleteObjects', ACCIDENTS[fault] ?? fail(lost));
      meeting.remove();
      await deletes(meeting);
      expect(meeting.count('deleteObjects')).toBe(2);
    });

  test(gridTitle([['F25', 'delete']]), async () => {
    const meeting = new OperationMeeting().plan('deleteObjects', { type: 'hang' });
    meeting.remove();
    await meeting.pass(100);
    meeting.time.sleep(3_600_000);
    await deletes(meeting, 700_000);
  });

  for (const [fault, failure] of [
    ['F12', serviceFailure('AccessDenied', { status: 403 })],
    ['F17', corsBlocked],
  ] as const)
    test(gridTitle([[fault, 'delete']]), async () => {
      const meeting = new OperationMeeting()
        .plan('deleteObjects', fail(failure), 99)
        .plan('deleteObject', fail(failure), 99);
      meeting.remove();
      await meeting.pass(1000);
      expect(meeting.operation?.problems.map(({ key }) => key)).toEqual(ALL);
      expect(meeting.story.at(-1)).toBe(`failed ${failure.code}`);
      expect(meeting.bucket.keys()).toEqual(ALL);
    });

  test(gridTitle([['F24', 'delete']]), async () => {
    const meeting = new OperationMeeting().plan('deleteObjects', { type: 'hang' });
    meeting.remove();
    await meeting.pass(100);
    meeting.setOnline(false);
    await meeting.pass(3_600_000);
    expect(meeting.story.at(-1)).toBe('waiting offline');
    meeting.setOnline(true);
    await deletes(meeting, 2000);
  });

  for (const [fault, failure, words] of OUTAGES)
    test(gridTitle([[fault, 'delete']]), async () => {
      const meeting = new OperationMeeting().plan('deleteObjects', fail(failure), 12);
      meeting.remove();
      await meeting.pass(150_000);
      expect(meeting.story).toContain(words);
      await deletes(meeting, 900_000);
    });

  test(
    gridTitle([
      ['F9', 'delete'],
      ['F35', 'delete'],
      ['F37', 'delete'],
    ]),
    async () => {
      const some: RequestFault = {
        type: 'alter',
        change: () => ({
          deleted: ['a/1', 'a/3'],
          errors: [{ key: 'a/2', code: 'ObjectLocked', message: 'until 2030' }],
        }),
      };
      const meeting = new OperationMeeting().plan('deleteObjects', some);
      meeting.remove();
      await meeting.pass(1000);
      expect(meeting.state).toMatchObject({ status: 'failed', counts: { done: 2, failed: 1 } });
      expect(meeting.operation?.problems).toMatchObject([
        { key: 'a/2', failure: { code: 'ObjectLocked', message: 'until 2030' } },
      ]);
    },
  );

  test(gridTitle([['F10', 'delete']]), async () => {
    const silent: RequestFault = { type: 'alter', change: () => ({ deleted: ['a/1'], errors: [] }) };
    const meeting = new OperationMeeting().plan('deleteObjects', silent);
    meeting.remove();
    await meeting.pass(1000);
    expect(meeting.operation?.problems.map(({ key, failure }) => [key, failure.code])).toEqual([
      ['a/2', 'UnexpectedAnswer'],
      ['a/3', 'UnexpectedAnswer'],
    ]);
  });

  test(gridTitle([['F26', 'delete']]), async () => {
    const meeting = new OperationMeeting().plan('deleteObjects', { type: 'hang', acted: true });
    const id = meeting.remove();
    await meeting.pass(100);
    meeting.engine.dispose();
    await meeting.pass(10);
    const next = meeting.openTab();
    await next.recall();
    expect(meeting.operation).toMatchObject({ id, state: { status: 'paused', by: 'earlier' } });
    next.resume(id);
    await meeting.pass(1000);
    expect([meeting.state?.status, meeting.bucket.keys()]).toEqual(['completed', []]);
  });

  test(gridTitle([['F27', 'delete']]), async () => {
    const meeting = new OperationMeeting();
    meeting.remove();
    meeting.openTab().start({ kind: 'delete', connectionId: 'c', name: 'a', roots: ALL.map((from) => ({ from })) });
    await deletes(meeting);
    expect(meeting.story).not.toContain('failed NoSuchKey');
  });
});

describe('a copy, and the deletion of its original', () => {
  for (const fault of ['F2', 'F5', 'F6', 'F13', 'F18'] as const)
    test(gridTitle([[fault, 'copy']]), async () => {
      const meeting = new OperationMeeting().plan('copyObject', ACCIDENTS[fault] ?? fail(lost));
      meeting.rename();
      await renames(meeting);
      expect(meeting.count('copyObject')).toBe(4);
    });

  test(gridTitle([['F14', 'copy']]), async () => {
    const wrong: RequestFault = { type: 'alter', change: () => ({ etag: 'another', crc64: '7' }) };
    const meeting = new OperationMeeting().plan('copyObject', wrong);
    meeting.rename();
    await renames(meeting);
  });

  test(gridTitle([['F17', 'copy']]), async () => {
    const meeting = new OperationMeeting().plan('copyObject', fail(corsBlocked), 99);
    meeting.rename();
    await meeting.pass(1000);
    expect(meeting.story.at(-1)).toBe('failed CorsBlocked');
    expect(meeting.bucket.keys()).toEqual(ALL);
  });

  test(gridTitle([['F24', 'copy']]), async () => {
    const meeting = new OperationMeeting().plan('copyObject', { type: 'hang', acted: true }, 3);
    meeting.rename();
    await meeting.pass(200);
    meeting.setOnline(false);
    await meeting.pass(3_600_000);
    expect(meeting.story.at(-1)).toBe('waiting offline');
    meeting.setOnline(true);
    await renames(meeting, 2000);
  });

  test(gridTitle([['F25', 'copy']]), async () => {
    const meeting = new OperationMeeting().plan('copyObject', { type: 'hang', acted: true });
    meeting.rename();
    await meeting.pass(200);
    meeting.time.sleep(3_600_000);
    await renames(meeting, 700_000);
  });

  test(gridTitle([['F26', 'copy']]), async () => {
    const meeting = new OperationMeeting().plan('copyObject', { type: 'hang', acted: true });
    const id = meeting.rename();
    await meeting.pass(200);
    meeting.engine.dispose();
    await meeting.pass(10);
    const next = meeting.openTab();
    await next.recall();
    expect(meeting.operation).toMatchObject({ id, state: { status: 'paused', by: 'earlier' } });
    next.resume(id);
    await meeting.pass(1000);
    expect([meeting.state?.status, meeting.bucket.keys()]).toEqual(['completed', RENAMED]);
  });

  test(gridTitle([['F27', 'copy']]), async () => {
    const meeting = new OperationMeeting().plan('copyObject', { type: 'slow', latencyMs: 5000 });
    const id = meeting.rename();
    await meeting.pass(200);
    const other = meeting.openTab();
    await other.recall();
    expect(meeting.story).toEqual(['running']);
    await renames(meeting);
    expect([id, meeting.count('copyObject')]).toEqual([meeting.operation?.id, 3]);
  });

  test(gridTitle([['F28', 'copy']]), async () => {
    const meeting = new OperationMeeting({ ...createMemoryJournal(), put: full, entries: full, remove: full });
    meeting.rename();
    await renames(meeting);
  });

  for (const [fault, failure, words] of OUTAGES)
    test(gridTitle([[fault, 'copy']]), async () => {
      const meeting = new OperationMeeting().plan('copyObject', fail(failure), 40);
      meeting.rename();
      await meeting.pass(150_000);
      expect(meeting.story).toContain(words);
      await renames(meeting, 3_600_000);
    });

  test(gridTitle([['F35', 'copy']]), async () => {
    const meeting = new OperationMeeting().plan('copyObject', service('InvalidObjectState', { status: 403 }));
    meeting.rename();
    await meeting.pass(1000);
    expect(meeting.operation?.problems).toMatchObject([{ key: 'a/1', failure: { code: 'InvalidObjectState' } }]);
    expect(meeting.bucket.keys()).toEqual(['a/1', 'b/2', 'b/3']);
  });
});

describe('how long an answer may take', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test(gridTitle([['F5', 'delete']]), () => endsAfter(ask(silent, {}), 20_000, 'Timeout'));

  test(gridTitle([['F5', 'copy']]), () => endsAfter(ask(silent, COPY_LIMITS), 60_000, 'Timeout'));

  test(gridTitle([['F6', 'copy']]), () => {
    let spaces = 0;
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) =>
        new Promise((resolve) => {
          setTimeout(() => {
            spaces += 1;
            controller.enqueue(new TextEncoder().encode(spaces < 30 ? ' ' : '<CopyObjectResult/>'));
            if (spaces === 30) controller.close();
            resolve();
          }, 10_000);
        }),
    });
    const answer = `${' '.repeat(29)}<CopyObjectResult/>`;
    return endsAfter(
      ask(async () => new Response(body), COPY_LIMITS),
      300_000,
      answer,
    );
  });
});
