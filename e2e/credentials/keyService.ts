import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { createCredentialsEndpoint } from '../credentials-endpoint.ts';
import { listenOnLoopback } from '../setup/listenOnLoopback.ts';
import { answerWith } from '../setup/webHandler.ts';
import { parseUsers, signedInBefore } from './signedInBefore.ts';
import { tencentStsIssuer } from './tencentStsIssuer.ts';

const USAGE = `Usage: COS_SECRET_ID=… COS_SECRET_KEY=… npm run keys -- \\
  --bucket media-1250000000 --region ap-guangzhou --origin https://files.example.com --users users.json

  --origin  where the app is served, exactly; may be repeated
  --users   { "anna": { "prefix": "team/", "mayUpload": true, "mayDelete": true } }; "*" is everybody else
  --header  in which the web server in front says who was signed in; x-signed-in when left out
  --port    8080 when left out; on this machine only`;

/**
 * `npm run keys`: the reference endpoint beside a web server that signs people in. It listens on this machine only,
 * because it believes what that server says (`signedInBefore`). Ends with 2 when it could not begin.
 */
try {
  const { values } = parseArgs({
    options: {
      bucket: { type: 'string' },
      region: { type: 'string' },
      origin: { type: 'string', multiple: true, default: [] },
      users: { type: 'string' },
      header: { type: 'string', default: 'x-signed-in' },
      port: { type: 'string', default: '8080' },
    },
  });
  const { COS_SECRET_ID: secretId, COS_SECRET_KEY: secretKey } = process.env;
  const { bucket, region, origin, users } = values;
  if (!secretId || !secretKey) throw new Error('COS_SECRET_ID and COS_SECRET_KEY are not set.');
  if (!bucket || !region || !users || origin.length === 0) throw new Error('Something is missing.');
  const wrong = origin.find((each) => !URL.canParse(each) || new URL(each).origin !== each);
  if (wrong !== undefined) throw new Error(`--origin ${wrong} is not an origin like https://files.example.com.`);

  const handler = createCredentialsEndpoint({
    bucket,
    region,
    allowedOrigins: origin,
    authenticate: signedInBefore(parseUsers(readFileSync(users, 'utf8')), values.header.toLowerCase()),
    issuer: tencentStsIssuer({ secretId, secretKey, region }),
    log: (line) => console.log(line),
  });
  const { port } = await listenOnLoopback((request, response) => {
    answerWith(handler, request, response).catch(() => response.destroy());
  }, Number(values.port));
  console.log(`Keys for ${bucket} in ${region}: http://127.0.0.1:${port}, for ${origin.join(' and ')}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.error(`\n${USAGE}`);
  process.exitCode = 2;
}
