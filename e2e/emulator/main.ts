/** Starts the local COS from a shell: `npm run emulator -- --port 9000 --data .beeline/data`. */
import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { fileManagerCors } from './defaultCors.ts';
import { startCosEmulator } from './startCosEmulator.ts';

const HELP = `A Tencent COS on this machine.

  --port <number>       EMULATOR_PORT    default: a free one
  --data <folder>       EMULATOR_DATA    default: a temporary one, emptied at the end
  --bucket <name-appid> EMULATOR_BUCKET  default: media-1250000000
  --region <region>     EMULATOR_REGION  default: ap-guangzhou
  --origin <origin>     EMULATOR_ORIGIN  may use the bucket from a browser; may be repeated, or a comma list
  --seed <pattern:count> objects by rule, each # a digit: photos/IMG_######.jpg:1000000; may be repeated
  --public              anyone may read and list
`;

const { env } = process;
const { values } = parseArgs({
  options: {
    port: { type: 'string', default: env.EMULATOR_PORT ?? '0' },
    data: { type: 'string', ...(env.EMULATOR_DATA ? { default: env.EMULATOR_DATA } : {}) },
    bucket: { type: 'string', default: env.EMULATOR_BUCKET ?? 'media-1250000000' },
    region: { type: 'string', default: env.EMULATOR_REGION ?? 'ap-guangzhou' },
    origin: { type: 'string', multiple: true, default: (env.EMULATOR_ORIGIN ?? '').split(',').filter(Boolean) },
    seed: { type: 'string', multiple: true, default: [] },
    public: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) {
  console.log(HELP);
} else {
  const account = {
    secretId: `EMULATOR${randomBytes(14).toString('hex')}`,
    secretKey: randomBytes(16).toString('hex'),
  };
  const origins = values.origin.flatMap((each) => each.split(',')).filter((each) => each !== '');
  const emulator = await startCosEmulator({
    port: Number(values.port),
    ...(values.data === undefined ? {} : { dataFolder: values.data }),
    accounts: [account],
    buckets: [
      {
        name: values.bucket,
        region: values.region,
        acl: values.public ? 'public-read' : 'private',
        cors: origins.length > 0 ? fileManagerCors(origins) : [],
        seeds: values.seed.map((seed) => ({
          pattern: seed.slice(0, seed.lastIndexOf(':')),
          count: Number(seed.slice(seed.lastIndexOf(':') + 1)),
        })),
      },
    ],
  });
  const [first, second] = emulator.bucketOrigins(values.bucket);
  console.log(`Local COS: ${emulator.origin}  (health: /_health)
bucket     ${first}
also       ${second}
SecretId   ${account.secretId}
SecretKey  ${account.secretKey}
control    POST ${emulator.origin}/_control/<call>  with  x-control-token: ${emulator.controlToken}
Ctrl+C ends it.`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      void emulator.close().then(() => process.exit(0));
    });
  }
}
