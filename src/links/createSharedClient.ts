import type { Connection } from '#config/DeploymentConfig.ts';
import type { CosClient } from '#cos/CosClient.ts';
import { createCosClient } from '#cos/createCosClient.ts';
import type { Presigned } from '#cos/departure.ts';
import { createLanes } from '#cos/lanes.ts';
import type { CredentialsProvider } from '#credentials/CredentialsProvider.ts';
import type { ServerClock } from '#credentials/ServerClock.ts';
import { toFailure, type Failure } from '#lib/Failure.ts';
import { FailureError } from '#lib/FailureError.ts';
import { shareFailure } from './shareFailure.ts';
import type { SharedObject, ShareTerms } from './SharePackage.ts';
import { sharedUrl } from './sharedUrl.ts';

export interface SharedClientOptions {
  readonly connection: Connection;
  readonly terms: ShareTerms;
  readonly clock: ServerClock;
  /** The bucket refused a link of this share; what the refusal means is `shareEnd`'s to tell. */
  readonly onRefused: (failure: Failure, terms: ShareTerms) => void;
  readonly fetch?: typeof fetch;
}

/** A client that can read what is shared, and the means to make more known to it. */
export interface SharedClient {
  readonly cos: CosClient;
  readonly learn: (objects: readonly Pick<SharedObject, 'key' | 'signature'>[]) => void;
}

/**
 * The bucket as the holder of links sees it: GET of the shared objects, and nothing else. Lanes, patience and failures are
 * those of every client, so that transfers and previews work with it as they are.
 *
 * [Note: A link cannot HEAD] The method is signed (COS documentation 7778), so size and type are read from the answer to a
 * ranged GET. Nothing is asked for keys: the address holds all there is, and once the bucket refuses its key, every
 * further call ends with `ShareEnded` at once.
 */
export function createSharedClient(options: SharedClientOptions): SharedClient {
  const { connection, terms, clock, onRefused } = options;
  const signatures = new Map<string, string>();
  const keys = {
    secretId: terms.secretId,
    secretKey: '',
    sessionToken: terms.sessionToken,
    expiresAt: new Date(terms.endSeconds * 1000),
  };
  let isOver = false;
  const credentials: CredentialsProvider = {
    get: () =>
      isOver ? Promise.reject(shareFailure('ShareEnded', 'The bucket has refused the key')) : Promise.resolve(keys),
    evict: () => {
      isOver = true;
    },
  };
  const presigned: Presigned = ({ method, operation, key = '', headers = {} }) => {
    const signature = signatures.get(key);
    if (method === 'GET' && signature !== undefined) return { url: sharedUrl(terms, { key, signature }), headers };
    throw new FailureError({ kind: 'local', code: 'NotShared', message: operation, facts: { key } });
  };
  const lanes = createLanes();
  const send = options.fetch === undefined ? {} : { fetch: options.fetch };
  const cos = createCosClient({ connection, credentials, clock, lanes, presigned, ...send });
  const getObject: CosClient['getObject'] = async (input, call) => {
    try {
      return await cos.getObject(input, call);
    } catch (error) {
      const failure = toFailure(error);
      if (failure.kind === 'service') onRefused(failure, terms);
      throw error;
    }
  };
  return {
    cos: {
      ...cos,
      getObject,
      headObject: async ({ key }, call) => {
        const { body, startByte: _start, ...head } = await getObject({ key, range: { start: 0, end: 1 } }, call);
        await body.cancel();
        return head;
      },
    },
    learn: (objects) => {
      for (const { key, signature } of objects) signatures.set(key, signature);
    },
  };
}
