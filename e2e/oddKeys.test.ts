import { afterAll, beforeAll, expect, test } from 'vitest';
import { createListingIndex } from '#listing/createListingIndex.ts';
import { listInto } from '#listing/listInto.ts';
import { presignGet } from '#links/presignGet.ts';
import { DOT_KEYS, ODD_KEYS } from './fixtures/oddKeys.ts';
import { PLACE, startOperations } from './operations/startOperations.ts';
import { loopbackFetch } from './setup/loopbackFetch.ts';

const FOLDER = 'odd/';
const keys = ODD_KEYS.map(({ name }) => FOLDER + name);
const dotKeys = DOT_KEYS.map((name) => FOLDER + name);

type World = Awaited<ReturnType<typeof startOperations>>;
let world: World;

beforeAll(async () => {
  world = await startOperations();
  for (const key of [...keys, ...dotKeys]) {
    await world.emulator.control.putObject(PLACE.Bucket, key, new TextEncoder().encode(`content of ${key}`));
  }
});
afterAll(() => world.close());

async function listed(prefix: string, isRecursive: boolean): Promise<string[]> {
  const index = createListingIndex(prefix, { isRecursive });
  await listInto(world.client, index, { worthRows: 1 });
  return Array.from(index.rows(), (row) => {
    const entry = index.entryOf(row);
    return entry.type === 'object' ? entry.key : entry.prefix;
  });
}

async function textOf(body: ReadableStream<Uint8Array>): Promise<string> {
  return new TextDecoder().decode(new Uint8Array(await new Response(body as BodyInit).arrayBuffer()));
}

async function rename(from: string, to: string): Promise<{ status: string; kept: number }> {
  const { engine, ended } = world.openPage();
  const { state } = await ended(engine.start({ kind: 'move', connectionId: 'c', name: from, roots: [{ from, to }] }));
  engine.dispose();
  return { status: state.status, kept: 'counts' in state ? state.counts.kept : -1 };
}

async function remove(...doomed: readonly string[]): Promise<string> {
  const { engine, ended } = world.openPage();
  const roots = doomed.map((from) => ({ from }));
  const { state } = await ended(engine.start({ kind: 'delete', connectionId: 'c', name: 'x', roots }));
  engine.dispose();
  return state.status;
}

test('every key is listed exactly once, in its folder and below all folders', async () => {
  const inFolder = [...keys, `${FOLDER}.`, `${FOLDER}..`, `${FOLDER}../`, `${FOLDER}a/`];
  expect((await listed(FOLDER, false)).toSorted()).toEqual(inFolder.toSorted());
  expect((await listed('', true)).toSorted()).toEqual([...keys, ...dotKeys].toSorted());
  expect((await listed(`${FOLDER}a/`, false)).toSorted()).toEqual(
    ['a/..', 'a/../', 'a/./'].map((name) => FOLDER + name).toSorted(),
  );
});

test.each(ODD_KEYS)('$why: $name is read, linked, renamed and deleted by its exact bytes', async ({ name }) => {
  const { client, connection, credentials, emulator } = world;
  const key = FOLDER + name;
  const content = `content of ${key}`;
  expect((await client.headObject({ key })).sizeBytes).toBe(Buffer.byteLength(content));
  expect(await textOf((await client.getObject({ key })).body)).toBe(content);
  const signer = await credentials.get(connection, { purpose: 'browse' });
  const { url } = await presignGet(connection, key, {}, signer, Date.now(), 60);
  expect(await (await loopbackFetch(url)).text()).toBe(content);

  // As long as the old name, so that the longest fits too.
  const renamed = `new/${name}`;
  expect(await rename(key, renamed)).toEqual({ status: 'completed', kept: 0 });
  expect(await emulator.control.readObject(PLACE.Bucket, key)).toBeUndefined();
  expect(Buffer.from((await emulator.control.readObject(PLACE.Bucket, renamed)) ?? []).toString()).toBe(content);
  expect(await remove(renamed)).toBe('completed');
  expect(await emulator.control.readObject(PLACE.Bucket, renamed)).toBeUndefined();
});

test.each(DOT_KEYS)('%s is never requested by its URL, gets a safe name, and is deleted by a list', async (name) => {
  const { client, emulator } = world;
  const key = FOLDER + name;
  emulator.control.clearJournal();
  const refused = { failure: { code: 'UnsafeKey' } };
  await expect(client.getObject({ key })).rejects.toMatchObject(refused);
  await expect(client.headObject({ key })).rejects.toMatchObject(refused);
  await expect(client.deleteObject({ key })).rejects.toMatchObject(refused);
  expect(emulator.control.journal()).toEqual([]);

  const safe = `${FOLDER}safe`;
  // No HEAD of the original can prove the copy, so the original stays until somebody has looked.
  expect(await rename(key, safe)).toEqual({ status: 'completed', kept: 1 });
  expect(Buffer.from((await emulator.control.readObject(PLACE.Bucket, safe)) ?? []).toString()).toBe(
    `content of ${key}`,
  );
  expect(await remove(key, safe)).toBe('completed');
  expect(await emulator.control.readObject(PLACE.Bucket, key)).toBeUndefined();
  const named = emulator.control.journal().filter((entry) => entry.key !== '' && entry.key !== safe);
  expect(named).toEqual([]);
});
