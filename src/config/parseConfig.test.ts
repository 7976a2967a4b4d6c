import { describe, expect, test } from 'vitest';
import { FailureError } from '#lib/FailureError.ts';
import { parseConfig } from './parseConfig.ts';

const PAGE = 'https://beeline.example';

function configWith(changes: { endpoint?: object; connection?: object; root?: object } = {}): unknown {
  return {
    endpoint: { url: '/credentials', ...changes.endpoint },
    connections: [{ id: 'media', bucket: 'media-1250000000', region: 'ap-guangzhou', ...changes.connection }],
    ...changes.root,
  };
}

function refusedField(json: unknown): string {
  try {
    parseConfig(json, PAGE);
    return 'accepted';
  } catch (error) {
    if (!(error instanceof FailureError) || error.failure.code !== 'ConfigInvalid') throw error;
    return error.failure.facts?.field ?? '';
  }
}

describe('parseConfig', () => {
  test('who only shows public buckets needs no endpoint; who wants keys does', () => {
    const { endpoint: _none, ...open } = configWith({ connection: { access: 'anonymous' } }) as Record<string, unknown>;
    expect(parseConfig(open, PAGE).endpoint).toBeUndefined();
    const place = { bucket: 'media-1250000000', region: 'ap-guangzhou' };
    const mixed = [
      { id: 'a', ...place, access: 'anonymous' },
      { id: 'b', ...place, access: 'credentials' },
    ];
    expect(refusedField({ connections: mixed })).toBe('endpoint');
  });

  test('fills in the defaults and makes URLs absolute', () => {
    expect(parseConfig(configWith(), PAGE)).toEqual({
      endpoint: {
        url: 'https://beeline.example/credentials',
        method: 'POST',
        headers: {},
        withCredentials: false,
        timeoutSeconds: 10,
      },
      connections: [
        {
          id: 'media',
          label: 'media-1250000000',
          bucket: 'media-1250000000',
          region: 'ap-guangzhou',
          prefix: '',
          hosts: [],
          access: 'credentials',
        },
      ],
      patience: 1,
    });
  });

  test('takes everything a deployment may say', () => {
    const json = {
      $schema: './config.schema.json',
      endpoint: {
        url: 'https://keys.example/sts?app=1',
        method: 'GET',
        headers: { 'x-beeline': '1' },
        withCredentials: true,
        signInUrl: 'https://keys.example/login',
        timeoutSeconds: 30,
      },
      connections: [
        {
          id: 'a',
          label: '媒体',
          bucket: 'media-1250000000',
          region: 'ap-beijing-1',
          prefix: 'team/a/',
          hosts: ['https://files.example/', 'http://media-1250000000.cos.ap-guangzhou.localhost:9000'],
          access: 'anonymous',
          thumbnails: 'image-processing',
        },
        { id: 'b', bucket: 'b-1250000000', region: 'na-siliconvalley' },
      ],
    };
    const config = parseConfig(json, PAGE);
    expect(config.endpoint).toEqual(json.endpoint);
    expect(config.connections[0]?.hosts).toEqual([
      'https://files.example',
      'http://media-1250000000.cos.ap-guangzhou.localhost:9000',
    ]);
    expect(config.connections.map(({ thumbnails }) => thumbnails)).toEqual(['image-processing', undefined]);
    expect(config).not.toHaveProperty('$schema');
  });

  test('a page on this machine may be http', () => {
    expect(parseConfig(configWith(), 'http://localhost:5173').endpoint?.url).toBe('http://localhost:5173/credentials');
  });

  test.each([
    ['nothing', undefined, 'config.json'],
    ['a list', [], 'connections'],
    ['text', 'config', 'config.json'],
    ['an unknown field', configWith({ root: { bucket: 'x' } }), 'bucket'],
    ['no endpoint', configWith({ root: { endpoint: undefined } }), 'endpoint'],
    ['endpoint as text', configWith({ root: { endpoint: '/credentials' } }), 'endpoint'],
    ['no connections', configWith({ root: { connections: [] } }), 'connections'],
    ['connections as an object', configWith({ root: { connections: {} } }), 'connections'],
    ['an unknown endpoint field', configWith({ endpoint: { secretKey: 'x' } }), 'endpoint.secretKey'],
    ['an unknown connection field', configWith({ connection: { endpoint: 'x' } }), 'connections.0.endpoint'],
    ['a method', configWith({ endpoint: { method: 'PUT' } }), 'endpoint.method'],
    ['text for a boolean', configWith({ endpoint: { withCredentials: 'yes' } }), 'endpoint.withCredentials'],
    ['no time at all', configWith({ endpoint: { timeoutSeconds: 0 } }), 'endpoint.timeoutSeconds'],
    ['no patience at all', configWith({ root: { patience: 0 } }), 'patience'],
    ['patience for years', configWith({ root: { patience: 1000 } }), 'patience'],
    ['a header name', configWith({ endpoint: { headers: { 'a b': '1' } } }), 'endpoint.headers.a b'],
    ['a header injection', configWith({ endpoint: { headers: { a: '1\r\nb: 2' } } }), 'endpoint.headers.a'],
    ['a number as header', configWith({ endpoint: { headers: { a: 1 } } }), 'endpoint.headers.a'],
    ['two of one id', configWith({ root: { connections: [1, 2].map(() => connection()) } }), 'connections.1.id'],
    ['an id with a slash', configWith({ connection: { id: 'a/b' } }), 'connections.0.id'],
    ['an empty label', configWith({ connection: { label: '' } }), 'connections.0.label'],
    ['a bucket without account', configWith({ connection: { bucket: 'media' } }), 'connections.0.bucket'],
    [
      'a bucket with a host in it',
      configWith({ connection: { bucket: 'x.evil.example/-1250000000' } }),
      'connections.0.bucket',
    ],
    ['a region with a host in it', configWith({ connection: { region: 'ap-x.evil.example' } }), 'connections.0.region'],
    ['a region with a path', configWith({ connection: { region: 'ap-x/y' } }), 'connections.0.region'],
    ['a prefix without slash', configWith({ connection: { prefix: 'team' } }), 'connections.0.prefix'],
    ['a prefix from the root', configWith({ connection: { prefix: '/team/' } }), 'connections.0.prefix'],
    ['a prefix with a folder that leads up', configWith({ connection: { prefix: 'a/../b/' } }), 'connections.0.prefix'],
    [
      'a bucket longer than any',
      configWith({ connection: { bucket: `${'a'.repeat(60)}-1250000000` } }),
      'connections.0.bucket',
    ],
    ['other buckets as true', configWith({ root: { otherBuckets: true } }), 'otherBuckets'],
    ['other buckets nowhere', configWith({ root: { otherBuckets: { regions: [] } } }), 'otherBuckets.regions'],
    ['a region *', configWith({ root: { otherBuckets: { regions: ['*'] } } }), 'otherBuckets.regions.0'],
    [
      'a host for all',
      configWith({ root: { otherBuckets: { regions: ['ap-beijing'], hosts: ['https://*'] } } }),
      'otherBuckets.hosts.0',
    ],
    [
      'a foreign token module',
      configWith({ endpoint: { tokenModule: 'https://evil.example/token.js' } }),
      'endpoint.tokenModule',
    ],
    [
      'a token module as data',
      configWith({ endpoint: { tokenModule: 'data:text/javascript,1' } }),
      'endpoint.tokenModule',
    ],
    [
      'a token module of two slashes',
      configWith({ endpoint: { tokenModule: '//evil.example/t.js' } }),
      'endpoint.tokenModule',
    ],
    ['hosts as text', configWith({ connection: { hosts: 'https://a.example' } }), 'connections.0.hosts'],
    ['an access', configWith({ connection: { access: 'public' } }), 'connections.0.access'],
  ])('refuses %s', (_what, json, field) => {
    expect(refusedField(json)).toBe(field);
  });

  test.each([
    'javascript:alert(1)',
    'data:application/json,{}',
    'ftp://keys.example/',
    'http://keys.example/sts',
    'https://user:password@keys.example/sts',
    '//keys.example/sts',
    '/\\keys.example/sts',
    '\\\\keys.example',
    'keys',
    '',
    'http://localhost.evil.example/',
    'http://127.0.0.1.evil.example/',
    'blob:https://beeline.example/1',
    ' https://keys.example',
    42,
    null,
  ])('endpoint.url %j is refused', (url) => {
    expect(refusedField(configWith({ endpoint: { url } }))).toBe('endpoint.url');
  });

  test.each(['javascript:alert(1)', 'https://evil.example/login', '//evil.example', 'http://beeline.example/login'])(
    'endpoint.signInUrl %j is refused',
    (signInUrl) => {
      expect(refusedField(configWith({ endpoint: { signInUrl } }))).toBe('endpoint.signInUrl');
    },
  );

  test.each([
    'http://files.example',
    'https://files.example/path',
    'https://files.example?x=1',
    'https://files.example#x',
    'https://user@files.example',
    'https://*.example',
    "https://files.example;script-src'unsafe-inline'",
    'https://files.example https://evil.example',
    'files.example',
    'javascript:alert(1)',
    '/files',
  ])('hosts %j is refused', (host) => {
    expect(refusedField(configWith({ connection: { hosts: ['https://ok.example', host] } }))).toBe(
      'connections.0.hosts.1',
    );
  });

  test.each(['myqcloud.com', 'tencentcos.cn'])('the static website of %s is refused, with what to write', (domain) => {
    const website = `https://media-1250000000.cos-website.ap-guangzhou.${domain}`;
    const hosts = configWith({ connection: { hosts: [website] } });
    expect(() => parseConfig(hosts, PAGE)).toThrow(
      new RegExp(
        `config\\.json: connections\\.0\\.hosts\\.0 is .*use https://media-1250000000\\.cos\\.ap-guangzhou\\.${domain}, or`,
      ),
    );
    const otherBuckets = { regions: ['ap-guangzhou'], hosts: [`https://{bucket}.cos-website.{region}.${domain}`] };
    expect(() => parseConfig(configWith({ root: { otherBuckets } }), PAGE)).toThrow(
      `config.json: otherBuckets.hosts.0 is the static-website domain, which cannot list, sign or write: use https://{bucket}.cos.{region}.${domain}`,
    );
  });
});

function connection(): object {
  return { id: 'same', bucket: 'media-1250000000', region: 'ap-guangzhou' };
}
