import { deletionOf, type Deletion } from '#cos/deletionOf.ts';
import { historiesBelow } from '#cos/historiesBelow.ts';
import type { OperationRun } from './OperationRun.ts';
import { isWholeFolder, type OperationRoot } from './OperationState.ts';

/** Versions asked for at once where one object is looked up: others whose names begin alike come behind it. */
const OF_ONE_OBJECT = 100;

/** What was deleted below a root, page by page, or the one object of this key; asked of the bucket each time. */
export async function* deletionsBelow(
  { cos }: Pick<OperationRun, 'cos'>,
  root: OperationRoot,
): AsyncGenerator<readonly Deletion[]> {
  const { from } = root;
  const isFolder = isWholeFolder(root);
  const input = isFolder ? { prefix: from } : { prefix: from, maxKeys: OF_ONE_OBJECT };
  for await (const { histories } of historiesBelow((page) => cos.listObjectVersions(page), input)) {
    if (isFolder) yield histories.flatMap((history) => deletionOf(history) ?? []);
    else if (histories.length > 0) {
      // Keys are in order, so the first of them is this one or there is none.
      const [history] = histories;
      const deletion = history?.key === from ? deletionOf(history) : undefined;
      yield deletion === undefined ? [] : [deletion];
      return;
    }
  }
}
