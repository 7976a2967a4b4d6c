import { parseArgs } from 'node:util';
import { isBucketName, isConnectionPrefix, isRegion } from '#config/bucketNames.ts';
import { corsRuleFor } from '#diagnosis/corsRuleFor.ts';
import { permanentKeyPolicy } from '../credentials/permanentKeyPolicy.ts';

const USAGE = `Usage: npm run rules -- --bucket media-1250000000 --region ap-guangzhou --origin http://localhost:4173

  --origin  where the page will be served
  --prefix  team/: only what is below it is reached; the whole bucket when left out`;

/**
 * `npm run rules`: what a new bucket has to be told before Beeline works with it, to paste into the two consoles.
 * Ends with 2 when something is missing.
 */
try {
  const { values } = parseArgs({
    options: {
      bucket: { type: 'string', default: '' },
      region: { type: 'string', default: '' },
      origin: { type: 'string', default: '' },
      prefix: { type: 'string', default: '' },
    },
  });
  const { bucket, region, origin, prefix } = values;
  if (!isBucketName(bucket)) throw new Error('--bucket must be a full name like media-1250000000.');
  if (!isRegion(region)) throw new Error('--region must be one like ap-guangzhou.');
  if (!URL.canParse(origin)) throw new Error('--origin must be an address like https://files.example.com.');
  if (!isConnectionPrefix(prefix)) throw new Error('--prefix must end with a slash and not begin with one.');
  const cors = corsRuleFor(origin);
  console.log(`1. COS console, bucket ${bucket}, Security Management, CORS, "Add rule":\n\n${cors.console}\n`);
  console.log('   The same for tools that take XML:\n');
  console.log(`${cors.xml}\n`);
  console.log('2. CAM console, Policies, "Create custom policy" by policy syntax; attach it to the sub-user whose key');
  console.log(
    `   makes the temporary ones:\n\n${JSON.stringify(permanentKeyPolicy({ bucket, region, prefix }), null, 2)}`,
  );
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.error(`\n${USAGE}`);
  process.exitCode = 2;
}
