import type { Connection } from '../DeploymentConfig.ts';

/** A connection, for tests that do not care which. */
export const someConnection: Connection = {
  id: 'a',
  label: 'A',
  bucket: 'a-1250000000',
  region: 'ap-guangzhou',
  prefix: '',
  hosts: [],
  access: 'credentials',
};
