import { judgeListing } from './checkBucket.ts';
import { checkClock } from './checkClock.ts';
import { checkCors, missingMethods } from './checkCors.ts';
import { checkKeys } from './checkEndpoint.ts';
import { checkPermissions } from './checkPermissions.ts';
import { checkSpeed } from './checkSpeed.ts';
import { headersSeen } from './headersSeen.ts';
import { areKeysRefused, type ProbeAnswer, type ProbeOutcome } from './prober.ts';
import { readOneObject } from './readOneObject.ts';
import { tryPermissions, type Trials } from './tryPermissions.ts';
import type { Visit } from './Visit.ts';

/** The page may read the bucket's answers: everything else can be looked at. */
export async function examineReadable(visit: Visit, listed: ProbeAnswer): Promise<void> {
  const { setUp, origin, clock, prober, keys, randomKey, begin, report } = visit;
  const { connection } = setUp;
  const place = judgeListing(listed, connection);
  if (connection.access === 'credentials') report(checkKeys(keys.browse, clock));
  report(place);
  begin('clock');
  report(checkClock(clock, prober.knowsTime));
  if (place.check !== 'bucket' || place.code === 'BucketMissing') return;

  begin('permissions');
  const listing = listed.status === 200 ? listed : undefined;
  const areKeysTaken = !areKeysRefused(listed);
  const { browse } = keys;
  const tried: Trials = browse && areKeysTaken ? await tryPermissions(visit, { ...keys, browse }) : new Map();
  if (areKeysTaken && (browse !== undefined || connection.access === 'anonymous')) {
    const trials = new Map<string, ProbeOutcome>([['name/cos:GetBucket', listed], ...tried]);
    report(checkPermissions(trials, keys.upload !== undefined));
  }
  begin('speed');
  const object = await readOneObject(origin, prober, listing, browse);
  report(checkSpeed(prober, tried, object));
  begin('cors');
  const methods = await missingMethods(origin, prober, randomKey);
  const seen = headersSeen(listed, tried, object);
  report(...(await checkCors(visit, methods, seen)));
}
