import { describe, expect, test } from 'vitest';
import { assertPolicy, type Policy } from './assertPolicy.ts';
import { evaluatePolicy } from './evaluatePolicy.ts';

const BUCKET = 'media-1250000000';
const ON = `qcs::cos:ap-guangzhou:uid/1250000000:${BUCKET}/`;

interface Asked {
  readonly action?: string;
  readonly key?: string;
  readonly keys?: Readonly<Record<string, string>>;
}

function allows(statement: unknown, { action = 'name/cos:GetObject', key = 'docs/a.txt', keys = {} }: Asked): boolean {
  const policy: unknown = { version: '2.0', statement };
  assertPolicy(policy);
  const conditionKeys = (name: string): string | undefined => (Object.hasOwn(keys, name) ? keys[name] : undefined);
  return evaluatePolicy(policy, { action, bucket: BUCKET, region: 'ap-guangzhou', key, conditionKeys });
}

const allow = (part: object): Policy['statement'][number] => ({
  effect: 'allow',
  action: ['name/cos:GetObject'],
  resource: [`${ON}docs/*`],
  ...part,
});

describe('actions and resources', () => {
  test.each<[string, object, Asked, boolean]>([
    ['the path it names', {}, {}, true],
    ['nothing else', {}, { key: 'other/a.txt' }, false],
    ['the prefix itself, for listings', {}, { key: 'docs/' }, true],
    ['not what merely begins alike', {}, { key: 'docs' }, false],
    ['another action', {}, { action: 'name/cos:PutObject' }, false],
    ['case-sensitively', {}, { action: 'name/cos:getobject' }, false],
    ['an action without name/', { action: 'cos:GetObject' }, {}, true],
    ['an action with a wildcard', { action: 'name/cos:Get*' }, {}, true],
    ['every action', { action: '*' }, { action: 'name/cos:DeleteObject' }, true],
    ['an exact key', { resource: `${ON}docs/a.txt` }, {}, true],
    ['not a longer key', { resource: `${ON}docs/a.txt` }, { key: 'docs/a.txt.bak' }, false],
    ['a key with colons', { resource: `${ON}a:b:*` }, { key: 'a:b:c' }, true],
    ['a wildcard in the middle', { resource: `${ON}*/a.txt` }, { key: 'x/y/a.txt' }, true],
    ['only text that has room for both ends', { resource: `${ON}ab*ba` }, { key: 'aba' }, false],
    ['a dot only as a dot', { resource: `${ON}docs/a.txt` }, { key: 'docs/aXtxt' }, false],
    ['everything', { resource: '*' }, { key: 'x' }, true],
    ['not in another region', { resource: `qcs::cos:ap-beijing:uid/1250000000:${BUCKET}/*` }, {}, false],
    ['in any region', { resource: `qcs::cos:*:uid/1250000000:${BUCKET}/*` }, {}, true],
    ['not for another account', { resource: `qcs::cos:ap-guangzhou:uid/1:${BUCKET}/*` }, {}, false],
    ['not in another bucket', { resource: 'qcs::cos:ap-guangzhou:uid/1250000000:other-1250000000/*' }, {}, false],
    [
      'the older resource form',
      { resource: 'qcs::cos:ap-guangzhou:uid/1250000000:prefix//1250000000/media/docs/*' },
      {},
      true,
    ],
    [
      'the older form, other path',
      { resource: 'qcs::cos:ap-guangzhou:uid/1250000000:prefix//1250000000/media/x/*' },
      {},
      false,
    ],
  ])('allows %s', (_name, part, asked, expected) => {
    expect(allows([allow(part)], asked)).toBe(expected);
  });

  test('a deny wins over any allow, wherever it stands', () => {
    const deny = { ...allow({ resource: `${ON}docs/secret*` }), effect: 'deny' };
    expect(allows([deny, allow({})], { key: 'docs/secret.txt' })).toBe(false);
    expect(allows([allow({}), deny], { key: 'docs/secret.txt' })).toBe(false);
    expect(allows([allow({}), deny], { key: 'docs/open.txt' })).toBe(true);
  });
});

describe('conditions', () => {
  const size = { 'cos:content-length': '100' };
  test.each<[object, Readonly<Record<string, string>>, boolean]>([
    [{ numeric_less_than_equal: { 'cos:content-length': 100 } }, size, true],
    [{ numeric_less_than: { 'cos:content-length': 100 } }, size, false],
    [{ numeric_greater_than: { 'cos:content-length': '99' } }, size, true],
    [{ numeric_greater_than_equal: { 'cos:content-length': 101 } }, size, false],
    [{ numeric_equal: { 'cos:content-length': [1, 100] } }, size, true],
    [{ numeric_not_equal: { 'cos:content-length': [1, 100] } }, size, false],
    [{ numeric_less_than: { 'cos:content-length': 100 } }, { 'cos:content-length': 'ten' }, false],
    [{ numeric_less_than: { 'cos:content-length': 100 } }, {}, false],
    [{ numeric_less_than_if_exist: { 'cos:content-length': 100 } }, {}, true],
    [{ numeric_less_than_if_exist: { 'cos:content-length': 100 } }, size, false],
    [{ string_equal: { 'cos:content-type': ['image/png', 'image/jpeg'] } }, { 'cos:content-type': 'image/jpeg' }, true],
    [{ string_equal: { 'cos:content-type': 'image/png' } }, { 'cos:content-type': 'IMAGE/PNG' }, false],
    [{ string_not_equal: { 'cos:content-type': 'image/png' } }, { 'cos:content-type': 'text/html' }, true],
    [{ string_not_equal: { 'cos:content-type': 'image/png' } }, {}, false],
    [{ string_like: { 'cos:content-type': 'image/*' } }, { 'cos:content-type': 'image/webp' }, true],
    [{ string_like: { 'cos:content-type': '*png' } }, { 'cos:content-type': 'image/png' }, true],
    [{ string_like: { 'cos:content-type': '*mage*' } }, { 'cos:content-type': 'image/png' }, true],
    [{ string_like: { 'cos:content-type': 'i*g' } }, { 'cos:content-type': 'image/png' }, false],
    [{ bool_equal: { 'cos:secure-transport': true } }, { 'cos:secure-transport': 'false' }, false],
    [{ bool_equal: { 'cos:secure-transport': 'false' } }, { 'cos:secure-transport': 'false' }, true],
    [{ ip_equal: { 'qcs:ip': '127.0.0.0/8' } }, { 'qcs:ip': '127.0.0.1' }, true],
    [{ ip_equal: { 'qcs:ip': ['10.0.0.1', '127.0.0.1'] } }, { 'qcs:ip': '127.0.0.1' }, true],
    [{ ip_not_equal: { 'qcs:ip': ['10.0.0.1', '127.0.0.1'] } }, { 'qcs:ip': '127.0.0.1' }, false],
    [{ ip_equal: { 'qcs:ip': 'nonsense' } }, { 'qcs:ip': '127.0.0.1' }, false],
    // Several keys and several operators must all hold.
    [{ string_equal: { 'cos:x-cos-acl': 'private', 'cos:prefix': 'a/' } }, { 'cos:x-cos-acl': 'private' }, false],
    [
      { string_equal: { 'cos:prefix': 'a/' }, bool_equal: { 'cos:secure-transport': true } },
      { 'cos:prefix': 'a/' },
      false,
    ],
  ])('%j with %j → %j', (condition, keys, expected) => {
    expect(allows([allow({ condition })], { keys })).toBe(expected);
  });
});

const whole = (statement: unknown): unknown => ({ version: '2.0', statement });

describe('policies that cannot be judged are refused', () => {
  test.each<[string, unknown, string]>([
    ['text', 'allow all', 'policy'],
    ['another version', { version: '1.0', statement: [allow({})] }, 'version'],
    ['no statement', whole([]), 'statement'],
    ['an unknown effect', whole([allow({ effect: 'Allow' })]), 'statement[0].effect'],
    ['an action of S3', whole([allow({ action: 's3:GetObject' })]), 'statement[0].action'],
    ['a resource of S3', whole([allow({ resource: 'arn:aws:s3:::b/*' })]), 'statement[0].resource'],
    ['a principal', whole([allow({ principal: '*' })]), 'statement[0].principal'],
    ['an unknown operator', whole([allow({ condition: { date_less_than: { 'qcs:now': '1' } } })]), 'date_less_than'],
    ['an empty value list', whole([allow({ condition: { ip_equal: { 'qcs:ip': [] } } })]), 'qcs:ip'],
    ['too much text', whole([allow({ resource: Array.from({ length: 200 }, (_, i) => `${ON}${i}/*`) })]), '6144'],
  ])('%s', (_name, policy, named) => {
    expect(() => assertPolicy(policy)).toThrowError(named);
  });
});
