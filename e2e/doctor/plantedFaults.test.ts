import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { policyFor } from '#diagnosis/policyFor.ts';
import { remediesFor } from '#diagnosis/remediesFor.ts';
import type { Finding } from '#lib/Finding.ts';
import { minimalPolicy } from '../credentials/minimalPolicy.ts';
import { bucketPlants } from './plants/bucketPlants.ts';
import { corsPlants } from './plants/corsPlants.ts';
import { endpointPlants } from './plants/endpointPlants.ts';
import { networkPlants } from './plants/networkPlants.ts';
import { BUCKET, PAGE, PlantedSetUp, REGION } from './startSetUp.ts';

let deployment: PlantedSetUp;
beforeEach(async () => {
  deployment = await PlantedSetUp.start();
});
afterEach(() => deployment.close());

const PLANTS = [...corsPlants, ...bucketPlants, ...networkPlants, ...endpointPlants];

/** The finding to mend first: the first bad one, else the first warning. */
function first(findings: readonly Finding[]): Finding | undefined {
  return findings.find(({ severity }) => severity === 'bad') ?? findings.find(({ severity }) => severity === 'warning');
}

describe('a set-up in order', () => {
  test.each(['page', 'command line'] as const)(
    'has nothing to mend, seen from a %s, and is left as it was',
    async (view) => {
      const before = await deployment.emulator.control.listKeys(BUCKET);
      const findings = await deployment.examine(view);
      expect(findings.filter(({ severity }) => severity !== 'good')).toEqual([]);
      expect(findings.map(({ check }) => check).toSorted()).toEqual(
        ['bucket', 'clock', 'cors', 'endpoint', 'hosts', 'keys', 'page', 'permissions', 'speed'].toSorted(),
      );
      expect(await deployment.emulator.control.listKeys(BUCKET)).toEqual(before);
      expect(await deployment.emulator.control.listUploads(BUCKET)).toEqual([]);
      // Nothing was asked of an object of anybody's but to be read.
      const touched = deployment.emulator.control.journal().filter(({ key }) => before.includes(key));
      expect(new Set(touched.map(({ method }) => method))).toEqual(new Set(['GET']));
    },
  );

  test('the policy it proposes is the one the reference endpoint issues', () => {
    const proposed = JSON.parse(policyFor({ bucket: BUCKET, region: REGION, prefix: 'team/' })) as ReturnType<
      typeof minimalPolicy
    >;
    const issued = minimalPolicy({
      bucket: BUCKET,
      region: REGION,
      prefix: 'team/',
      purpose: 'upload',
      mayDelete: true,
    });
    const plain = ({ statement }: typeof issued) =>
      statement.map(({ action, resource }) => ({ action: action.toSorted(), resource }));
    expect(plain(proposed)).toEqual(plain(issued));
  });
});

describe('what is wrong is named', () => {
  test('there are at least twenty ways to be wrong', () => expect(PLANTS.length).toBeGreaterThanOrEqual(20));

  test.each(PLANTS)('$what', async ({ plant, page, commandLine = page, mend }) => {
    await plant(deployment);
    for (const [view, named] of [
      ['page', page],
      ['command line', commandLine],
    ] as const) {
      const { failure, ...expected } = named;
      const found = first(await deployment.examine(view));
      expect({ view, ...found }).toMatchObject({
        view,
        ...expected,
        ...(failure === undefined ? {} : { failure: { code: failure } }),
      });
    }
    expect(await deployment.emulator.control.listUploads(BUCKET)).toEqual([]);
    expect(await deployment.emulator.control.listKeys(BUCKET)).toEqual(['team/film.mp4', 'team/notes.txt']);
    if (mend === undefined) return;

    const finding = first(await deployment.examine('command line'));
    const remedies = finding === undefined ? [] : remediesFor(finding, deployment.setUp());
    await mend(deployment, (kind) => remedies.find((remedy) => remedy.kind === kind)?.text ?? `no ${kind}`);
    expect((await deployment.examine('page')).filter(({ severity }) => severity !== 'good')).toEqual([]);
  });
});

test('the page named in every remedy is the one that was examined', async () => {
  await deployment.emulator.control.setCors(BUCKET, []);
  const finding = first(await deployment.examine('page'));
  const remedies = finding === undefined ? [] : remediesFor(finding, deployment.setUp());
  expect(remedies.map(({ text }) => text.includes(PAGE))).toEqual([true, true, true, true]);
});
