import * as fc from 'fast-check';
import { serviceFailure } from '#cos/testing/serviceFailure.ts';
import type { Failure } from '#lib/Failure.ts';
import { MIB } from '../planParts.ts';
import type { RequestFault } from './FaultyCosClient.ts';
import type { PlannedFault } from './ScheduleServer.ts';
import type { ScheduleWorld } from './ScheduleWorld.ts';
import { damaged } from './SymbolicBlob.ts';

/** One step, written so that a failing schedule can be read and pasted as an example. */
export type Step =
  | readonly ['add', tab: number, sizeBytes: number, onExisting: 'ask' | 'replace' | 'keep-both']
  | readonly ['other tab' | 'edit' | 'lose part' | 'lose upload' | 'foreign', pick: number]
  | readonly ['pause' | 'resume' | 'cancel' | 'skip' | 'retry' | 'takeOver', pick: number]
  | readonly ['pass' | 'sleep' | 'outage', ms: number]
  | readonly ['online' | 'offline']
  | readonly ['crash', tab: number]
  | readonly ['fault', PlannedFault['operation'], FaultName, times: number];

const lost: Failure = { kind: 'network', code: 'ConnectionLost', message: 'reset' };
const FAULTS = {
  reset: { type: 'fail', failure: lost, afterBytes: 300_000 },
  'lost answer': { type: 'fail', failure: lost, acted: true },
  'slow down': { type: 'fail', failure: serviceFailure('SlowDown') },
  'internal error': { type: 'fail', failure: serviceFailure('InternalError') },
  'internal error after acting': { type: 'fail', failure: serviceFailure('InternalError'), acted: true },
  expired: { type: 'fail', failure: serviceFailure('ExpiredToken') },
  skewed: { type: 'fail', failure: serviceFailure('RequestTimeTooSkewed') },
  denied: { type: 'fail', failure: serviceFailure('AccessDenied') },
  'key service down': { type: 'fail', failure: { kind: 'credentials', code: 'EndpointUnreachable', message: '' } },
  'sign in': { type: 'fail', failure: { kind: 'credentials', code: 'SignInRequired', message: '' } },
  page: { type: 'fail', failure: { kind: 'integrity', code: 'UnexpectedAnswer', message: 'HTML', status: 200 } },
  hang: { type: 'hang' },
  'hang after acting': { type: 'hang', acted: true },
  slow: { type: 'slow', latencyMs: 30_000 },
  drip: { type: 'drip', bytesPerSecond: 500 },
  damage: { type: 'damage', how: damaged },
  'no such upload': { type: 'fail', failure: serviceFailure('NoSuchUpload') },
  'invalid part': { type: 'fail', failure: serviceFailure('InvalidPart') },
} satisfies Record<string, RequestFault>;
type FaultName = keyof typeof FAULTS;

const pick = fc.nat(7);
/** Any step; faults and waits are the most frequent. */
export const anyStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.tuple(
      fc.constant('add' as const),
      fc.nat(1),
      fc.constantFrom(0, 1000, MIB, MIB + 1, 4 * MIB, 9 * MIB),
      fc.constantFrom('ask' as const, 'replace' as const, 'keep-both' as const),
    ),
  },
  {
    weight: 6,
    arbitrary: fc.tuple(
      fc.constant('fault' as const),
      fc.constantFrom(
        'any' as const,
        'putObject' as const,
        'initiateMultipartUpload' as const,
        'uploadPart' as const,
        'listParts' as const,
        'completeMultipartUpload' as const,
        'headObject' as const,
        'abortMultipartUpload' as const,
        'listMultipartUploads' as const,
      ),
      fc.constantFrom(...(Object.keys(FAULTS) as FaultName[])),
      fc.constantFrom(1, 1, 1, 2, 3, 9),
    ),
  },
  {
    weight: 4,
    arbitrary: fc.tuple(fc.constant('pass' as const), fc.constantFrom(1, 15, 50, 200, 700, 21_000, 130_000)),
  },
  {
    weight: 5,
    arbitrary: fc.tuple(
      fc.constantFrom(
        'pause' as const,
        'resume' as const,
        'cancel' as const,
        'skip' as const,
        'retry' as const,
        'takeOver' as const,
      ),
      pick,
    ),
  },
  {
    weight: 3,
    arbitrary: fc.tuple(
      fc.constantFrom(
        'other tab' as const,
        'edit' as const,
        'lose part' as const,
        'lose upload' as const,
        'foreign' as const,
      ),
      pick,
    ),
  },
  { weight: 2, arbitrary: fc.tuple(fc.constantFrom('online' as const, 'offline' as const)) },
  { weight: 1, arbitrary: fc.tuple(fc.constant('crash' as const), fc.nat(1)) },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.constantFrom('outage' as const, 'sleep' as const), fc.constantFrom(5000, 600_000)),
  },
);

/** Does it. */
export async function takeStep(world: ScheduleWorld, [what, ...rest]: Step): Promise<void> {
  switch (what) {
    case 'add':
      return world.add(...(rest as [number, number, 'ask']));
    case 'fault': {
      const [operation, name, times] = rest as [PlannedFault['operation'], FaultName, number];
      return world.server.plan({ operation, fault: FAULTS[name], times });
    }
    case 'pass':
      return world.time.pass(rest[0] as number);
    case 'sleep':
      return world.time.sleep(rest[0] as number);
    case 'outage':
      return world.outage(rest[0] as number);
    case 'online':
    case 'offline':
      return world.setOnline(what === 'online');
    case 'crash':
      return world.crash(rest[0] as number);
    case 'other tab':
      return world.addInOtherTab(rest[0] as number);
    case 'edit':
      return world.edit(rest[0] as number);
    case 'lose part':
      return world.server.losePart(rest[0] as number);
    case 'lose upload':
      return world.server.loseUpload(rest[0] as number);
    case 'foreign':
      return world.writeForeign(rest[0] as number);
    case 'pause':
    case 'resume':
    case 'cancel':
    case 'skip':
    case 'retry':
    case 'takeOver':
      return world.command(rest[0] as number, what);
  }
}
