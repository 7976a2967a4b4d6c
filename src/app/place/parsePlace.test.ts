import { array, assert, property, string } from 'fast-check';
import { expect, test } from 'vitest';
import type { Connection } from '#config/DeploymentConfig.ts';
import { parsePlace } from './parsePlace.ts';

function connection(id: string, bucket: string, more: Partial<Connection> = {}): Connection {
  return { id, label: id, bucket, region: 'ap-guangzhou', prefix: '', hosts: [], access: 'credentials', ...more };
}

const media = connection('media', 'media-1250000000');
const team = connection('team', 'shared-1250000000', { prefix: 'team/' });
const local = connection('local', 'local-1250000000', {
  hosts: ['http://local-1250000000.cos.ap-guangzhou.localhost:9000', 'https://files.example.com'],
});
const reading = {
  connections: [media, team, local],
  current: media,
  pageUrl: 'https://beeline.example/app/',
};
const parsed = (text: string, current = media) => {
  const place = parsePlace(text, { ...reading, current });
  return place.type === 'key' ? `${place.connection.id}:${place.key}${place.isTyped ? ' (typed)' : ''}` : place;
};

test.each([
  ['cos://media-1250000000', 'media:'],
  ['cos://media-1250000000/', 'media:'],
  ['cos://media-1250000000/a b/c%20d.txt', 'media:a b/c%20d.txt'],
  ['https://media-1250000000.cos.ap-guangzhou.myqcloud.com/photos/', 'media:photos/'],
  ['https://media-1250000000.cos.ap-guangzhou.tencentcos.cn/a/b.txt', 'media:a/b.txt'],
  ['http://media-1250000000.cos.ap-guangzhou.myqcloud.com', 'media:'],
  ['https://media-1250000000.cos.accelerate.myqcloud.com/a%2Bb+c', 'media:a+b+c'],
  ['https://media-1250000000.cos-internal.ap-guangzhou.tencentcos.cn/x', 'media:x'],
  ['https://media-1250000000.cos-website.ap-guangzhou.myqcloud.com/index.html', 'media:index.html'],
  ['https://media-1250000000.cos-dualstack.ap-shanghai.myqcloud.com/x', 'media:x'],
  ['https://cos.ap-guangzhou.myqcloud.com/media-1250000000/a/b', 'media:a/b'],
  ['https://cos.ap-guangzhou.myqcloud.com/media-1250000000', 'media:'],
  ['https://media-1250000000.cos.ap-guangzhou.myqcloud.com/a.txt?q-sign-algorithm=sha1&q-ak=AKID#x', 'media:a.txt'],
  ['https://media-1250000000.cos.ap-guangzhou.myqcloud.com/%E4%BD%A0/../b', 'media:你/../b'],
  ['http://local-1250000000.cos.ap-guangzhou.localhost:9000/a/', 'local:a/'],
  ['HTTPS://files.example.com/a%23b', 'local:a#b'],
  ['  cos://media-1250000000/a  ', 'media:a'],
  ['cos://shared-1250000000/team/x/', 'team:team/x/'],
  ['cos://shared-1250000000', 'team:team/'],
  ['cos://shared-1250000000/team', 'team:team/'],
])('%s is %s', (text, expected) => {
  expect(parsed(text)).toBe(expected);
});

test.each([
  ['photos/2026/', media, 'media:photos/2026/ (typed)'],
  ['/photos/2026', media, 'media:photos/2026 (typed)'],
  ['///x//', media, 'media://x// (typed)'],
  ['/', team, 'team:team/ (typed)'],
  ['x/', team, 'team:team/x/ (typed)'],
  ['team/x/', team, 'team:team/x/ (typed)'],
  ['', media, 'media: (typed)'],
])('the path %j in %o', (text, current, expected) => {
  expect(parsed(text, current)).toBe(expected);
});

test.each([
  ['cos://other-1250000000/a', { type: 'otherBucket', bucket: 'other-1250000000' }],
  [
    'https://other-1250000000.cos.ap-guangzhou.myqcloud.com/a?q-signature=1',
    { type: 'otherBucket', bucket: 'other-1250000000' },
  ],
  ['cos://shared-1250000000/other/a', { type: 'outside', bucket: 'shared-1250000000' }],
  ['https://example.com/a', { type: 'notAPlace' }],
  ['https://media-1250000000.cos.ap-guangzhou.myqcloud.com.evil.example/a', { type: 'notAPlace' }],
  ['https://cos.ap-guangzhou.myqcloud.com/', { type: 'notAPlace' }],
  ['https://media-1250000000.cos.ap-guangzhou.myqcloud.com/%zz', { type: 'notAPlace' }],
  ['https://media-1250000000.cos.ap-guangzhou.myqcloud.com@evil.example/a', { type: 'notAPlace' }],
])('%s leads nowhere', (text, expected) => {
  expect(parsed(text)).toEqual(expected);
});

test('an address of this page is read as the page itself reads it', () => {
  expect(parsed('https://beeline.example/app/?c=team&p=team%2Fx&endpoint=https://evil.example')).toEqual({
    type: 'page',
    place: { c: 'team', p: 'team/x/' },
  });
});

test('what the path box shows leads back to where one is, whatever the prefix', () => {
  assert(
    property(array(string({ unit: 'grapheme' }).map((name) => name.replaceAll('/', ''))), (names) => {
      const prefix = names.map((name) => `${name}/`).join('');
      expect(parsed(`/${prefix}`)).toBe(`media:${prefix} (typed)`);
    }),
  );
});
