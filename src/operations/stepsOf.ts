import type { ListedObject } from '#cos/CosObject.ts';
import { parentPrefix, type ObjectKey } from '#cos/objectKey.ts';
import { FailureError } from '#lib/FailureError.ts';
import { groupBy } from '#lib/groupBy.ts';
import type { Source } from './Source.ts';
import { existingAmong, type Existing } from './existingAmong.ts';
import { listedBelow } from './listedBelow.ts';
import type { OperationRun } from './OperationRun.ts';
import { isWholeFolder, type OperationRoot } from './OperationState.ts';
import type { OperationTally } from './OperationTally.ts';
import { goesIntoItself, targetOf } from './targetOf.ts';

/** One object and its new name. */
export interface Step {
  readonly source: Source;
  readonly to: ObjectKey;
  /** The new name below the folder things are put into, for the person. */
  readonly name: string;
  /** What has this name; `unknown` where nobody could tell. */
  readonly existing: ListedObject | 'unknown' | undefined;
}

/** So many chosen objects are looked up together. */
const LOOKED_UP_TOGETHER = 1000;

/** Everything below the roots, page by page, each with what is in its way. What is not there any more is no step. */
export async function* stepsOf(
  run: OperationRun,
  roots: readonly OperationRoot[],
  tally: OperationTally,
): AsyncGenerator<Step> {
  const inside = run.toOtherPlace ? undefined : roots.find(goesIntoItself);
  if (inside !== undefined) throw new FailureError(intoItself(inside));
  const objects = roots.filter((root) => !isWholeFolder(root));
  for (let at = 0; at < objects.length; at += LOOKED_UP_TOGETHER) {
    yield* stepsOfObjects(run, objects.slice(at, at + LOOKED_UP_TOGETHER), tally);
  }
  for (const root of roots.filter(isWholeFolder)) yield* stepsOfFolder(run, root, tally);
  tally.foundAll();
}

/** Chosen one by one, however many folders they are in. */
async function* stepsOfObjects(
  run: OperationRun,
  roots: readonly OperationRoot[],
  tally: OperationTally,
): AsyncGenerator<Step> {
  const sources = new Map<ObjectKey, ListedObject>();
  for (const [below, some] of groupBy(roots, ({ from }) => parentPrefix(from))) {
    const found = run.namesBelow('from', below).find(some.map(({ from }) => from));
    for await (const { present } of found) for (const object of present) sources.set(object.key, object);
  }
  for (const [below, some] of groupBy(roots, ({ to = '' }) => parentPrefix(to))) {
    const there = some.filter(({ from }) => sources.has(from));
    const existing = await existingAmong(
      run,
      below,
      there.map(({ to = '' }) => to),
    );
    tally.found(there.length, bytesOf(there.flatMap(({ from }) => sources.get(from) ?? [])));
    for (const { from, to = '' } of there) {
      const source = sources.get(from);
      if (source !== undefined) yield { source, to, name: to.slice(below.length), existing: pick(existing, to) };
    }
  }
}

async function* stepsOfFolder(run: OperationRun, root: OperationRoot, tally: OperationTally): AsyncGenerator<Step> {
  const { to: target = '' } = root;
  const mayExist = await isAnythingBelow(run, target);
  for await (const page of listedBelow(run.cos, root.from)) {
    tally.found(page.length, bytesOf(page));
    const targets = page.map(({ key }) => targetOf(root, key));
    const existing: Existing = mayExist ? await existingAmong(run, target, targets) : new Map();
    const above = parentPrefix(target).length;
    for (const [index, source] of page.entries()) {
      const to = targets[index] ?? '';
      yield { source, to, name: to.slice(above), existing: pick(existing, to) };
    }
  }
}

function bytesOf(objects: readonly ListedObject[]): number {
  return objects.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
}

function pick(existing: Existing, key: ObjectKey): Step['existing'] {
  return existing === 'unknown' ? existing : existing.get(key);
}

async function isAnythingBelow({ target }: OperationRun, prefix: string): Promise<boolean> {
  const { objects } = await target.listObjects({ prefix, maxKeys: 1 });
  return objects.length > 0;
}

function intoItself({ from }: OperationRoot) {
  const message = 'A folder cannot be put into itself';
  return { kind: 'local', code: 'IntoItself', message, facts: { key: from, operation: 'CopyObject' } } as const;
}
