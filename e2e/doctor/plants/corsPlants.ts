import { BUCKET } from '../startSetUp.ts';
import { cors, without, type Plant } from './Plant.ts';

const pasteXml: Plant['mend'] = (d, paste) => d.pasteXml(paste('cors-xml'));
const pasteJson: Plant['mend'] = (d, paste) => d.pasteJson(paste('cors-json'));
const hides = (...names: readonly string[]): Plant => ({
  what: `the CORS rule hides ${names.join(', ')}`,
  plant: (d) => d.changeRule((rule) => ({ ...rule, exposeHeaders: without(rule.exposeHeaders, ...names) })),
  page: cors('CorsNotExposed', { headers: names }),
  mend: pasteXml,
});
const lacksMethod = (...names: readonly string[]): Plant => ({
  what: `the CORS rule lacks ${names.join(', ')}`,
  plant: (d) => d.changeRule((rule) => ({ ...rule, allowedMethods: without(rule.allowedMethods, ...names) })),
  page: cors('CorsMethods', { methods: names }),
  mend: pasteJson,
});

export const corsPlants: readonly Plant[] = [
  {
    what: 'no CORS rule at all',
    plant: (d) => d.emulator.control.setCors(BUCKET, []),
    page: cors('CorsOrBucket'),
    commandLine: cors('CorsMissing'),
    mend: pasteXml,
  },
  {
    what: 'a CORS rule for another page',
    plant: (d) => d.changeRule((rule) => ({ ...rule, allowedOrigins: ['https://other.example.com'] })),
    page: cors('CorsOrBucket'),
    commandLine: cors('CorsMissing'),
    mend: pasteJson,
  },
  lacksMethod('GET'),
  lacksMethod('PUT'),
  lacksMethod('POST', 'DELETE'),
  {
    what: 'a CORS rule without Authorization',
    plant: (d) =>
      d.changeRule((rule) => ({
        ...rule,
        allowedHeaders: [
          'content-type',
          'cache-control',
          'content-md5',
          'x-cos-security-token',
          'x-cos-forbid-overwrite',
          'x-cos-storage-class',
          'x-cos-acl',
          'x-cos-copy-source',
          'x-cos-metadata-directive',
          'x-cos-meta-beeline-mtime',
        ],
      })),
    page: cors('CorsHeaders', { headers: ['Authorization'] }),
    mend: pasteXml,
  },
  hides('ETag'),
  hides('x-cos-hash-crc64ecma'),
  hides('Date'),
  hides('Content-Range'),
];
