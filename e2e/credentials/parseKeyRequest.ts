import { PURPOSES, type Purpose } from './minimalPolicy.ts';

/** The app's question, checked. */
export interface KeyRequest {
  readonly bucket: string;
  readonly region: string;
  readonly prefix: string;
  readonly purpose: Purpose;
  readonly keys: readonly string[];
  readonly versionId: string | undefined;
  readonly durationSeconds: number | undefined;
}

export const MAX_SHARED_KEYS = 100;

/** @returns The question, or the name of the first field that is wrong. */
export function parseKeyRequest(json: unknown): KeyRequest | { readonly wrongField: string } {
  if (typeof json !== 'object' || json === null) return { wrongField: 'body' };
  const { bucket, region, prefix, purpose, keys = [], versionId, durationSeconds } = json as Record<string, unknown>;
  if (typeof bucket !== 'string') return { wrongField: 'bucket' };
  if (typeof region !== 'string') return { wrongField: 'region' };
  if (typeof prefix !== 'string') return { wrongField: 'prefix' };
  const known = PURPOSES.find((name) => name === purpose);
  if (!known) return { wrongField: 'purpose' };
  if (!isKeyList(keys) || !fits(known, keys)) return { wrongField: 'keys' };
  if (
    versionId !== undefined &&
    !(typeof versionId === 'string' && /^[\w+/=-]+$/.test(versionId) && keys.length === 1)
  ) {
    return { wrongField: 'versionId' };
  }
  if (durationSeconds !== undefined && !(typeof durationSeconds === 'number' && durationSeconds > 0)) {
    return { wrongField: 'durationSeconds' };
  }
  return { bucket, region, prefix, purpose: known, keys, versionId, durationSeconds };
}

/**
 * Objects to share; or for an upload request the one prefix, or the one object, that may be written. The other purposes
 * are about all there is.
 */
function fits(purpose: Purpose, keys: readonly string[]): boolean {
  if (purpose === 'share') return keys.length > 0;
  return keys.length <= (purpose === 'upload-request' ? 1 : 0);
}

function isKeyList(value: unknown): value is string[] {
  return (
    Array.isArray(value) &&
    value.length <= MAX_SHARED_KEYS &&
    value.every((key) => typeof key === 'string' && key !== '')
  );
}
