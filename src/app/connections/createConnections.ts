import { createStore, type StoreApi } from 'zustand/vanilla';
import { isBucketName, isConnectionPrefix } from '#config/bucketNames.ts';
import type { Connection, DeploymentConfig } from '#config/DeploymentConfig.ts';
import { hostsOfOther } from '#config/OtherBuckets.ts';
import type { Remembered } from '#lib/createRemembered.ts';

/** A bucket as a person names it. */
export type TypedBucket = Pick<Connection, 'bucket' | 'region' | 'prefix' | 'access'>;

/** Every bucket that can be opened here: the deployment's, and those the person has typed. */
export interface Connections {
  /** The deployment's first. */
  readonly store: StoreApi<readonly Connection[]>;
  readonly withId: (id: string) => Connection | undefined;
  /** True for one the person has typed. */
  readonly isOwn: (id: string) => boolean;
  /** Undefined where the deployment does not allow this bucket; the one that is there when it was typed before. */
  add(typed: TypedBucket): Connection | undefined;
  /** Only what the person has typed can go. */
  remove(id: string): void;
}

const MOST_KEPT = 50;

/**
 * [Note: Typed buckets have random names in the address] A link must never choose a bucket, so what a person typed is kept
 * in this browser under a random id, and a link with an id of somebody else's browser opens nothing. No secret is kept.
 * What is read back is checked again: the deployment may have changed its mind.
 *
 * @param newId random, of `[a-z0-9-]`
 */
export function createConnections(
  { connections: given, otherBuckets, endpoint }: Pick<DeploymentConfig, 'connections' | 'otherBuckets' | 'endpoint'>,
  kept: Remembered,
  newId: () => string,
): Connections {
  function connectionOf(id: string, { bucket, region, prefix, access: wanted }: TypedBucket): Connection | undefined {
    // Without a key service there are no keys for any bucket.
    const access = endpoint === undefined ? 'anonymous' : wanted;
    if (otherBuckets === undefined || !otherBuckets.regions.includes(region)) return undefined;
    if (!isBucketName(bucket) || !isConnectionPrefix(prefix)) return undefined;
    const label = prefix === '' ? bucket : `${bucket}/${prefix.slice(0, -1)}`;
    return { id, label, bucket, region, prefix, hosts: hostsOfOther(otherBuckets, bucket, region), access };
  }

  const own = parseKept(kept.read()).flatMap(({ id, ...typed }) => {
    const isNew = /^own-[a-z0-9-]{1,60}$/.test(id) && !given.some((connection) => connection.id === id);
    const connection = isNew ? connectionOf(id, typed) : undefined;
    return connection === undefined ? [] : [connection];
  });
  const store = createStore<readonly Connection[]>(() => [...given, ...own]);
  const isOwn = (id: string): boolean => !given.some((connection) => connection.id === id);

  function change(connections: readonly Connection[]): void {
    store.setState(connections, true);
    const typed = connections
      .filter(({ id }) => isOwn(id))
      .map(({ id, bucket, region, prefix, access }) => ({ id, bucket, region, prefix, access }));
    kept.write(typed.length === 0 ? undefined : JSON.stringify(typed));
  }

  return {
    store,
    withId: (id) => store.getState().find((connection) => connection.id === id),
    isOwn,
    add(typed) {
      const meant = endpoint === undefined ? { ...typed, access: 'anonymous' as const } : typed;
      const there = store.getState().find((connection) => isSamePlace(connection, meant));
      if (there !== undefined) return there;
      const connection = connectionOf(`own-${newId()}`, typed);
      if (connection === undefined) return undefined;
      const typedBefore = store.getState().filter(({ id }) => isOwn(id));
      change([...given, ...typedBefore.slice(1 - MOST_KEPT), connection]);
      return connection;
    },
    remove: (id) => isOwn(id) && change(store.getState().filter((connection) => connection.id !== id)),
  };
}

function isSamePlace(a: TypedBucket, b: TypedBucket): boolean {
  return a.bucket === b.bucket && a.region === b.region && a.prefix === b.prefix && a.access === b.access;
}

/** Storage may hold anything. */
function parseKept(text: string | undefined): (TypedBucket & { readonly id: string })[] {
  let list: unknown;
  try {
    list = JSON.parse(text ?? '[]');
  } catch {
    return [];
  }
  return (Array.isArray(list) ? (list as unknown[]) : []).slice(-MOST_KEPT).flatMap((item) => {
    if (typeof item !== 'object' || item === null) return [];
    const { id, bucket, region, prefix, access } = item as Record<string, unknown>;
    const isText = [id, bucket, region, prefix].every((field) => typeof field === 'string');
    if (!isText || (access !== 'credentials' && access !== 'anonymous')) return [];
    return [{ id, bucket, region, prefix, access } as TypedBucket & { id: string }];
  });
}
