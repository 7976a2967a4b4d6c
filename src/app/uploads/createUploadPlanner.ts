import { compareKeys } from '#cos/compareKeys.ts';
import type { CosClient } from '#cos/CosClient.ts';
import type { ListedObject } from '#cos/CosObject.ts';
import { DELIMITER, type ObjectKey, type Prefix } from '#cos/objectKey.ts';
import type { Collected } from '#files/Collected.ts';
import { uploadKey } from '#files/uploadKey.ts';
import type { Comparison } from '#listing/compareContents.ts';
import { createNameLookup } from '#listing/createNameLookup.ts';
import { listPrefix } from '#listing/listPrefix.ts';
import type { PlannedChange, PlanProgress, UploadPlan } from '#upload-dialogs/UploadPlan.ts';
import type { ContentComparer } from './createContentComparer.ts';
import { judgeChange } from './judgeChange.ts';

export type CollectedFile = Extract<Collected, { type: 'file' }>;

export interface UploadPlannerOptions {
  readonly cosFor: (connectionId: string) => CosClient;
  readonly compare: ContentComparer;
  /** Whether names stay as the system wrote them. Default: no. */
  readonly keepsNames?: () => boolean;
}

export type UploadPlanner = (
  where: { readonly connectionId: string; readonly prefix: Prefix },
  found: AsyncIterable<Collected> | Iterable<Collected>,
  onProgress: (progress: PlanProgress) => void,
  signal: AbortSignal,
) => Promise<UploadPlan<CollectedFile>>;

/**
 * Compares a folder with what the bucket has under its name. A dropped folder's prefix is listed as a whole, so that what
 * is only in the bucket shows too; loose files are looked up. Only files of the same size as their object are read.
 * Two files that get one key, as `é` of a Mac and of another system do, never replace anything: both count as new, and
 * the bucket's refusal asks about the second.
 *
 * Rejects with a `CosError` when the bucket cannot be listed: a plan that does not know what is there is none.
 */
export function createUploadPlanner({ cosFor, compare, keepsNames }: UploadPlannerOptions): UploadPlanner {
  return async ({ connectionId, prefix }, found, onProgress, signal) => {
    const cos = cosFor(connectionId);
    const progress = { filesFound: 0, objectsListed: 0, toCompare: 0, compared: 0 };
    const tell = (part: Partial<PlanProgress>): void => onProgress(Object.assign(progress, part));

    const files: { readonly key: ObjectKey; readonly source: CollectedFile }[] = [];
    const keys = new Set<ObjectKey>();
    const twins = new Set<ObjectKey>();
    const emptyFolders = new Set<string>();
    const roots = new Set<Prefix>();
    const unreadable: string[] = [];
    let junk = 0;
    for await (const item of found) {
      signal.throwIfAborted();
      if (item.type === 'unreadable') unreadable.push(item.relativePath);
      if (item.type === 'junk') junk += 1;
      if (item.type === 'unreadable' || item.type === 'junk') continue;
      const key = uploadKey(prefix, item.relativePath, keepsNames?.());
      if (item.type === 'emptyFolder') emptyFolders.add(key);
      else files.push({ key, source: item });
      if (keys.has(key)) twins.add(key);
      keys.add(key);
      const slash = key.indexOf(DELIMITER, prefix.length);
      if (slash >= 0) roots.add(key.slice(0, slash + 1));
      tell({ filesFound: files.length });
    }

    const objects = new Map<ObjectKey, ListedObject>();
    for (const root of roots) {
      for await (const page of listPrefix(cos, { prefix: root, recursive: true }, { signal })) {
        for (const entry of page.entries) if (entry.type === 'object') objects.set(entry.key, entry);
        tell({ objectsListed: objects.size });
      }
    }
    const loose = [...keys].filter((key) => !key.includes(DELIMITER, prefix.length));
    for await (const { present } of createNameLookup(cos, prefix, { signal }).find(loose)) {
      for (const object of present) objects.set(object.key, object);
    }

    const isOpen = ({ key, source }: (typeof files)[number]): boolean =>
      objects.get(key)?.sizeBytes === source.file.size;
    tell({ toCompare: files.filter(isOpen).length });
    const judge = async ({ key, source }: (typeof files)[number]): Promise<PlannedChange<CollectedFile>> => {
      const { file } = source;
      const what = { name: key.slice(prefix.length), sizeBytes: file.size, source };
      const object = objects.get(key);
      if (!object) return { ...what, kind: 'new' };
      const side = { sizeBytes: file.size, lastModified: new Date(file.lastModified) };
      let comparison: Comparison = { sameness: 'unknown' };
      if (object.sizeBytes === file.size) {
        comparison = await compare(connectionId, { key, file }, signal);
        tell({ compared: progress.compared + 1 });
      }
      const judged = judgeChange(side, object, comparison);
      return judged.kind === 'changed' && twins.has(key) ? { ...what, kind: 'new' } : { ...what, ...judged };
    };
    const changes = await Promise.all(files.map(judge));
    for (const { key, sizeBytes } of objects.values()) {
      // Markers of folders are no files that anybody misses on the disk.
      if (keys.has(key) || key.endsWith(DELIMITER)) continue;
      changes.push({ name: key.slice(prefix.length), kind: 'extra', sizeBytes });
    }
    return {
      changes: changes.toSorted((a, b) => compareKeys(a.name, b.name)),
      newFolders: missingFolders(emptyFolders, objects.keys()).map((key) => key.slice(prefix.length)),
      unreadable,
      junk,
    };
  };
}

/** Those of the folders below which the bucket has nothing, not even their marker. */
function missingFolders(folders: ReadonlySet<Prefix>, keys: Iterable<ObjectKey>): Prefix[] {
  const missing = new Set(folders);
  for (const key of keys) {
    for (let end = key.indexOf(DELIMITER); end >= 0; end = key.indexOf(DELIMITER, end + 1)) {
      missing.delete(key.slice(0, end + 1));
    }
  }
  return [...missing].toSorted(compareKeys);
}
