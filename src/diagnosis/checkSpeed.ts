import type { Finding } from '#lib/Finding.ts';
import type { ProbeAnswer, Prober } from './prober.ts';
import { PART_BYTES, type Trials } from './tryPermissions.ts';

/** The round trip, and what one connection carries each way, as far as it was seen. */
export function checkSpeed(prober: Prober, trials: Trials, object: ProbeAnswer | undefined): Finding {
  const trips = prober.records
    .filter(({ outcome, operation }) => outcome === 'answer' && !/^(?:Credentials|Page|UploadPart)/.test(operation))
    .map(({ milliseconds }) => milliseconds)
    .toSorted((a, b) => a - b);
  const milliseconds = trips[Math.floor(trips.length / 2)];
  if (milliseconds === undefined) return { check: 'speed', code: 'SpeedUnknown', severity: 'unknown' };
  const part = trials.get('name/cos:UploadPart');
  const sent = part?.type === 'answer' && part.status === 200 ? part : undefined;
  return {
    check: 'speed',
    code: 'SpeedMeasured',
    severity: 'good',
    facts: {
      milliseconds,
      ...(sent ? { uploadBytesPerSecond: perSecond(PART_BYTES, sent.milliseconds) } : {}),
      ...(object && object.bytes > 0 ? { downloadBytesPerSecond: perSecond(object.bytes, object.milliseconds) } : {}),
    },
  };
}

function perSecond(bytes: number, milliseconds: number): number {
  return Math.round((bytes * 1000) / Math.max(1, milliseconds));
}
