import { numberedKey } from '#cos/numberedKey.ts';
import { DELIMITER, parentPrefix } from '#cos/objectKey.ts';
import type { OperationRun } from './OperationRun.ts';
import { isWholeFolder, type OperationRoot } from './OperationState.ts';

/** Copies into the very place they come from get the first number that is free: `photo (1).jpg`, `trip (1)/`. */
export async function freeRoots(run: OperationRun, roots: readonly OperationRoot[]): Promise<readonly OperationRoot[]> {
  if (run.toOtherPlace || roots.every(({ from, to }) => from !== to)) return roots;
  const free: OperationRoot[] = [];
  for (const root of roots) free.push(root.from === root.to ? { ...root, to: await freeName(run, root) } : root);
  return free;
}

async function freeName(run: OperationRun, root: OperationRoot): Promise<string> {
  if (isWholeFolder(root)) {
    for (let name = numberedFolder(root.from); ; name = numberedFolder(name)) {
      const { objects } = await run.target.listObjects({ prefix: name, maxKeys: 1 });
      if (objects.length === 0) return name;
    }
  }
  const names = run.namesBelow('to', parentPrefix(root.from));
  for (let name = numberedKey(root.from); ; name = numberedKey(name)) {
    let isFree = true;
    for await (const { present } of names.find([name])) isFree &&= present.length === 0;
    if (isFree) return name;
  }
}

/** A dot in a folder's name begins no extension. */
function numberedFolder(prefix: string): string {
  const [, stem = '', number] = /^(.*?)(?: \((\d+)\))?\/$/s.exec(prefix) ?? [];
  return `${stem} (${Number(number ?? 0) + 1})${DELIMITER}`;
}
