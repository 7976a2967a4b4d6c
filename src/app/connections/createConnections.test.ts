import { expect, test } from 'vitest';
import type { Connection, DeploymentConfig } from '#config/DeploymentConfig.ts';
import type { Remembered } from '#lib/createRemembered.ts';
import { createConnections, type TypedBucket } from './createConnections.ts';

const given: Connection = {
  id: 'main',
  label: 'Main',
  bucket: 'main-1250000000',
  region: 'ap-guangzhou',
  prefix: '',
  hosts: [],
  access: 'credentials',
};
const otherBuckets = { regions: ['ap-guangzhou', 'ap-beijing'], hosts: ['https://{bucket}.files.example'] };
const typed: TypedBucket = { bucket: 'mine-1250000000', region: 'ap-beijing', prefix: 'a/', access: 'credentials' };

function memory(text?: string): Remembered & { text: () => string | undefined } {
  let value = text;
  return { read: () => value, write: (next) => (value = next), text: () => value };
}

const endpoint = {
  url: 'https://beeline.example/credentials',
  method: 'POST',
  headers: {},
  withCredentials: false,
  timeoutSeconds: 10,
} as const;

function start(
  kept = memory(),
  allowed: Partial<Pick<DeploymentConfig, 'otherBuckets' | 'endpoint'>> = { otherBuckets, endpoint },
) {
  let count = 0;
  return createConnections({ connections: [given], ...allowed }, kept, () => `id${(count += 1)}`);
}

test('a typed bucket is opened under a random id, and is there after a reload', () => {
  const kept = memory();
  const connections = start(kept);
  const added = connections.add(typed);
  expect(added).toEqual({
    ...typed,
    id: 'own-id1',
    label: 'mine-1250000000/a',
    hosts: ['https://mine-1250000000.files.example'],
  });
  expect(connections.add(typed)).toBe(added);
  expect(start(kept).withId('own-id1')).toEqual(added);
  expect(kept.text()).not.toMatch(/files\.example|secret|token/);
  connections.remove('own-id1');
  expect(kept.text()).toBeUndefined();
});

test('without a key service every typed bucket is opened without keys', () => {
  const connections = start(memory(), { otherBuckets });
  const added = connections.add(typed);
  expect(added?.access).toBe('anonymous');
  expect(connections.add(typed)).toBe(added);
});

test('what the deployment gives cannot be removed', () => {
  const connections = start();
  connections.remove('main');
  expect(connections.store.getState()).toEqual([given]);
});

test.each<[string, Partial<TypedBucket>]>([
  ['a region that is not allowed', { region: 'ap-tokyo' }],
  ['a bucket without account', { bucket: 'mine' }],
  ['a bucket that is a host', { bucket: 'evil.example/-1250000000' }],
  ['a prefix that leads up', { prefix: 'a/../' }],
  ['a prefix without slash', { prefix: 'a' }],
])('%s is not opened, neither typed nor from storage', (_what, change) => {
  expect(start().add({ ...typed, ...change })).toBeUndefined();
  const kept = memory(JSON.stringify([{ id: 'own-x', ...typed, ...change }]));
  expect(start(kept).store.getState()).toEqual([given]);
});

test('a deployment without other buckets opens none, whatever is stored', () => {
  const kept = memory(JSON.stringify([{ id: 'own-x', ...typed }]));
  const connections = start(kept, {});
  expect(connections.store.getState()).toEqual([given]);
  expect(connections.add(typed)).toBeUndefined();
});

test.each(['', 'x', '{}', '[1,null,"a",[]]', '[{"id":"main","bucket":"evil-1250000000"}]', '[{"id":7}]'])(
  'storage that holds %j is no list of connections',
  (text) => {
    expect(start(memory(text)).store.getState()).toEqual([given]);
  },
);

test('the oldest give way when there are too many', () => {
  const connections = start();
  for (let count = 0; count < 60; count += 1) connections.add({ ...typed, prefix: `${count}/` });
  const prefixes = connections.store.getState().map(({ prefix }) => prefix);
  expect(prefixes).toHaveLength(51);
  expect([prefixes[0], prefixes[1], prefixes.at(-1)]).toEqual(['', '10/', '59/']);
});
