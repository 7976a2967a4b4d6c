import type { Connection } from '#config/DeploymentConfig.ts';
import type { CredentialsProvider, TemporaryCredentials } from '#credentials/CredentialsProvider.ts';
import type { ServerClock } from '#credentials/ServerClock.ts';
import type { CallOptions, Priority } from './CosClient.ts';
import { CosError } from './CosError.ts';
import type { CosRequest, RequestContext } from './CosRequest.ts';
import { originsFor, type Hosts } from './hosts.ts';
import type { Lane, Lanes } from './lanes.ts';
import { isAddressable } from './objectKey.ts';
import { signedTarget, signingWindow, type SignedTarget } from './signedTarget.ts';
import { loadSigner, type SigningWindow } from './signer.ts';

/** A request that is about to leave: it has a host, a lane there, keys and a signature. */
export interface Departure {
  readonly lane: Lane;
  readonly target: SignedTarget;
  /** Absent for public buckets. */
  readonly keys: TemporaryCredentials | undefined;
  readonly window: SigningWindow;
  readonly context: RequestContext;
}

export interface DepartureOptions {
  readonly connection: Connection;
  readonly credentials: CredentialsProvider;
  readonly clock: ServerClock;
  readonly lanes: Lanes;
  readonly hosts: Hosts;
  /** Absent: requests are signed here, with the keys. */
  readonly presigned?: Presigned;
}

/** Where a request goes that was signed before: by whoever made a link. */
export type Presigned = (request: CosRequest) => SignedTarget;

export type Depart = (
  request: CosRequest,
  options: CallOptions & { readonly priority: Priority },
) => Promise<Departure>;

const QUERY_WINDOW_SECONDS = 300;
const HEADER_WINDOW_SECONDS = 900;

/** Prepares requests to one bucket. The lane of what it returns is the caller's to give back; on failure none is held. */
export function createDepart(options: DepartureOptions): Depart {
  const { connection, credentials, clock, lanes, hosts, presigned } = options;
  const { bucket, region, access } = connection;

  function keysFor(
    { purpose }: CosRequest,
    { signal, expectedSeconds }: CallOptions,
  ): Promise<TemporaryCredentials | undefined> {
    if (access === 'anonymous') return Promise.resolve(undefined);
    return credentials.get(connection, {
      purpose,
      ...(signal ? { signal } : {}),
      ...(expectedSeconds === undefined ? {} : { minimumLifeSeconds: 2 * expectedSeconds }),
    });
  }

  return async (request, callOptions) => {
    const { priority, signal } = callOptions;
    signal?.throwIfAborted();
    const { operation, alsoNeeds = [], key, about = key, placement } = request;
    const action = [request.action, ...alsoNeeds].join(' / ');
    if (key !== undefined && !isAddressable(key)) throw unsafeKey(operation, key);
    // A public-read bucket would refuse it anyway, in words about keys that are not there.
    if (access === 'anonymous' && request.purpose !== 'browse') throw needsKeys(operation, bucket);
    if (!presigned) loadSigner().catch(() => {}); // in parallel with the keys; its failure is met when it is needed
    await keysFor(request, callOptions);
    const lane = await lanes.acquire(originsFor(hosts.inOrder(), about !== undefined), priority, signal);
    try {
      const keys = await keysFor(request, callOptions); // the wait may have outlived the first ones
      const seconds = request.windowSeconds ?? (placement === 'query' ? QUERY_WINDOW_SECONDS : HEADER_WINDOW_SECONDS);
      const window = signingWindow(clock.now(), seconds, keys?.expiresAt);
      const target = presigned?.(request) ?? (await signedTarget(lane.origin, request, keys, window));
      const { host } = new URL(lane.origin);
      const context = { operation, action, host, bucket, region, ...(about === undefined ? {} : { key: about }) };
      return { lane, target, keys, window, context };
    } catch (error) {
      lane.release();
      throw error;
    }
  };
}

function needsKeys(operation: string, bucket: string): CosError {
  return new CosError({
    kind: 'local',
    code: 'NeedsKeys',
    message: 'An anonymous connection only reads',
    facts: { operation, bucket },
  });
}

function unsafeKey(operation: string, key: string): CosError {
  return new CosError({
    kind: 'local',
    code: 'UnsafeKey',
    message: 'The URL of this key would name something else, so it is never requested',
    facts: { operation, key },
  });
}
