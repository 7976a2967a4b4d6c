import type { CorsRule } from './EmulatorOptions.ts';

/** The rule a browser file manager needs for the origins it is served from, metadata headers a test may read included. */
export function fileManagerCors(origins: readonly string[]): CorsRule[] {
  return [
    {
      id: 'file-manager',
      allowedOrigins: origins,
      allowedMethods: ['PUT', 'GET', 'POST', 'DELETE', 'HEAD'],
      allowedHeaders: ['*'],
      exposeHeaders: EXPOSED,
      maxAgeSeconds: 600,
    },
  ];
}

const EXPOSED = [
  'ETag',
  'Content-Length',
  'Content-Range',
  'Content-Disposition',
  'Content-Encoding',
  'Retry-After',
  'Accept-Ranges',
  'Date',
  'Last-Modified',
  'x-cos-request-id',
  'x-cos-hash-crc64ecma',
  'x-cos-version-id',
  'x-cos-delete-marker',
  'x-cos-storage-class',
  'x-cos-restore',
  'x-cos-acl',
  'x-cos-server-side-encryption',
];
