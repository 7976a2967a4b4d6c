import { BUCKET, REGION } from '../startSetUp.ts';
import { cors, without, type Named, type Plant } from './Plant.ts';

const pastePolicy: Plant['mend'] = (d, paste) => {
  d.policy = JSON.parse(paste('policy'));
};
const missing = (...actions: string[]): Named => ({
  check: 'permissions',
  code: 'PermissionsMissing',
  facts: { actions: actions.map((name) => `name/cos:${name}`) },
});

/** Bucket, region, clock and rights. */
export const bucketPlants: readonly Plant[] = [
  {
    what: 'the wrong region',
    plant: (d) => {
      d.connection = { region: 'ap-shanghai', hosts: d.hosts.map((host) => host.replace(REGION, 'ap-shanghai')) };
      d.endpoint = d.careless;
    },
    page: cors('CorsOrBucket'),
    commandLine: { check: 'bucket', code: 'BucketElsewhere', facts: { region: REGION } },
    mend: (d, paste) => {
      const { region } = JSON.parse(`{${paste('config')}}`) as { region: string };
      d.connection = { region, hosts: d.hosts.map((host) => host.replace(REGION, region)) };
    },
  },
  {
    what: 'a bucket that does not exist',
    plant: (d) => {
      const bucket = 'nobody-1250000000';
      d.connection = { bucket, hosts: d.hosts.map((host) => host.replace(BUCKET, bucket)) };
      d.endpoint = d.careless;
    },
    page: cors('CorsOrBucket'),
    commandLine: { check: 'bucket', code: 'BucketMissing' },
  },
  {
    what: 'a clock two hours behind',
    plant: (d) => {
      d.clockMs = -7_200_000;
    },
    page: { check: 'clock', code: 'ClockOff' },
  },
  {
    what: 'a clock a day ahead, and no Date to tell',
    plant: async (d) => {
      d.clockMs = 86_400_000;
      await d.changeRule((rule) => ({ ...rule, exposeHeaders: without(rule.exposeHeaders, 'Date') }));
    },
    page: { check: 'clock', code: 'ClockOff' },
  },
  ...['DeleteObject', 'GetBucket', 'GetObject', 'HeadObject', 'PutObject', 'PostObject', 'UploadPart'].map(
    (action): Plant => ({
      what: `a policy without ${action}`,
      plant: (d) => d.withoutActions(`name/cos:${action}`),
      page: missing(action),
      mend: pastePolicy,
    }),
  ),
  {
    what: 'a policy without the end of an upload in parts',
    plant: (d) => d.withoutActions('name/cos:CompleteMultipartUpload', 'name/cos:AbortMultipartUpload'),
    page: missing('CompleteMultipartUpload', 'AbortMultipartUpload'),
    mend: pastePolicy,
  },
  {
    what: 'keys the bucket does not know',
    plant: (d) => {
      d.endpoint = async (request) => {
        const keys = (await (await d.reference(request)).json()) as { credentials: object };
        return Response.json({ ...keys, credentials: { ...keys.credentials, sessionToken: 'of-another-account' } });
      };
    },
    page: { check: 'bucket', code: 'BucketRefuses', failure: 'InvalidAccessKeyId' },
  },
];
