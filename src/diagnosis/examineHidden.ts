import { bucketOrigins } from '#config/bucketOrigins.ts';
import { checkCors, missingMethods } from './checkCors.ts';
import { checkKeys } from './checkEndpoint.ts';
import { CORS_METHODS } from './corsRuleFor.ts';
import type { Finding } from '#lib/Finding.ts';
import { REGIONS } from './regions.ts';
import type { ExaminationTools } from './SetUp.ts';
import type { Visit } from './Visit.ts';

const HIDDEN: Finding = { check: 'bucket', code: 'BucketHidden', severity: 'unknown' };
const THERE: Finding = { check: 'bucket', code: 'BucketThere', severity: 'good' };

/**
 * Something answers under the bucket's name, and the page may not read it: no CORS rule, no bucket, or somebody in
 * between. A page cannot tell these apart; a program outside the browser can.
 */
export async function examineHidden(visit: Visit): Promise<void> {
  const { setUp, origin, clock, prober, keys, randomKey, begin, report } = visit;
  if (keys.browse) report(checkKeys(keys.browse, clock));
  begin('cors');
  const methods = await missingMethods(origin, prober, randomKey);
  // Another method can be read, so the bucket is there and its rule lacks GET.
  if (methods.length < CORS_METHODS.length) {
    report(THERE, ...(await checkCors(visit, methods, { read: [], hidden: [] })));
    return;
  }
  const { seeThrough } = visit.tools;
  if (seeThrough === undefined) {
    report(HIDDEN, { check: 'cors', code: 'CorsOrBucket', severity: 'bad' });
    return;
  }
  const seen = await seeThrough(`${origin}/`);
  if (seen === undefined) report(HIDDEN);
  else if (/^\s*<(?:!doctype\s+html|html)/i.test(seen.body)) {
    const hosts = bucketOrigins(setUp.connection).map((each) => new URL(each).host);
    report({ check: 'hosts', code: 'PortalInTheWay', severity: 'bad', facts: { hosts } });
  } else if (seen.body.includes('<Code>NoSuchBucket</Code>')) {
    const region = await findRegion(origin, setUp.connection.region, seeThrough);
    report(
      region === undefined
        ? { check: 'bucket', code: 'BucketMissing', severity: 'bad' }
        : { check: 'bucket', code: 'BucketElsewhere', severity: 'bad', facts: { region } },
    );
  } else report(THERE, { check: 'cors', code: 'CorsMissing', severity: 'bad' });
}

/** A bucket's name is taken once in all regions, and every region answers for itself whether it has it. */
async function findRegion(
  origin: string,
  askedRegion: string,
  seeThrough: NonNullable<ExaminationTools['seeThrough']>,
): Promise<string | undefined> {
  if (!origin.includes(`.${askedRegion}.`)) return undefined;
  const found = await Promise.all(
    REGIONS.filter((region) => region !== askedRegion).map(async (region) => {
      const seen = await seeThrough(`${origin.replace(`.${askedRegion}.`, `.${region}.`)}/`);
      const isThere = seen !== undefined && (seen.status === 200 || seen.body.includes('<Code>AccessDenied</Code>'));
      return isThere ? region : undefined;
    }),
  );
  return found.find((region) => region !== undefined);
}
