import type { Connection, CredentialsEndpoint } from '#config/DeploymentConfig.ts';
import { abortable } from '#lib/abortable.ts';
import { createHostProbe, type HostProbe } from '#lib/createHostProbe.ts';
import { toFailure, type Failure } from '#lib/Failure.ts';
import { FailureError } from '#lib/FailureError.ts';
import { wait } from '#lib/wait.ts';
import { askEndpoint } from './askEndpoint.ts';
import type { BearerSource } from './createBearerSource.ts';
import { createLearntRights, type LearntRights } from './createLearntRights.ts';
import type {
  CredentialsProvider,
  CredentialsPurpose,
  CredentialsRequest,
  GetCredentialsOptions,
  KnownPermissions,
  RenewalTrouble,
  TemporaryCredentials,
} from './CredentialsProvider.ts';
import { ACCESS_WITHDRAWN, KEYS_EXPIRE_AT_ONCE, KEYS_LIVE_LONG, NO_ENDPOINT } from './keyFailures.ts';
import { questionFor } from './questionFor.ts';
import { effectiveMinimumSeconds } from './renewalWindowSeconds.ts';
import type { ServerClock } from './ServerClock.ts';

/** Between two questions of the same wording, and between any two of an endpoint in trouble: more would not help it. */
const QUESTION_GAP_MS = 1000;
/** Longer than STS lets any role live; such keys are used as given, but temporary they are not. */
const LONGEST_LIFE_SECONDS = 36 * 3600;
/** Keys the bucket has refused, remembered so that an endpoint's cache cannot bring them back. */
const REMEMBERED_REJECTIONS = 50;

export interface CredentialsProviderOptions {
  /** Absent: there are no keys. */
  readonly endpoint: CredentialsEndpoint | undefined;
  readonly clock: ServerClock;
  readonly fetch?: typeof fetch;
  readonly probe?: HostProbe;
  /** Absent: cookies and headers of the settings say who is asking. */
  readonly bearer?: BearerSource;
  /** Milliseconds, any zero; measures the gap between questions. */
  readonly now?: () => number;
  /** Told once: keys came that live longer than temporary ones should. */
  readonly onLongLife?: (warning: Failure) => void;
  /** Told at each renewal that failed while the keys still live. */
  readonly onRenewalFailed?: (trouble: RenewalTrouble) => void;
}

/** Purposes whose keys serve many requests. */
const KEPT: readonly CredentialsPurpose[] = ['browse', 'upload'];

interface Held {
  readonly credentials: TemporaryCredentials;
  /** Life they had left when they came. */
  readonly lifeSeconds: number;
  readonly rights: LearntRights;
}

/** Everything known about one distinct question. */
interface Entry {
  held?: Held;
  asking?: Promise<Held>;
  askedAt?: number;
}

/**
 * [Note: Keys live in memory] Temporary keys are held by this closure and nowhere else: no storage, no URL of the page,
 * no log, no worker. They die with the tab.
 *
 * Keys for `browse` and `upload` are kept and renewed ahead of their end; when a renewal fails while they still live,
 * they go on being used. Keys for `share` and `upload-request` are made for one link and not kept.
 */
export function createCredentialsProvider(options: CredentialsProviderOptions): CredentialsProvider & KnownPermissions {
  const {
    endpoint,
    clock,
    fetch: send = globalThis.fetch.bind(globalThis),
    now = () => performance.now(),
    probe = createHostProbe({ fetch: send }),
    bearer,
    onLongLife,
    onRenewalFailed,
  } = options;
  const entries = new Map<string, Entry>();
  const rejectedTokens = new Set<string>();
  const listeners = new Set<() => void>();
  let revision = 0;
  let hasWarned = false;
  /** While the endpoint is in trouble, when the next question of any wording may leave. */
  let nextAskAt: number | undefined;

  const secondsLeft = (credentials: TemporaryCredentials): number =>
    (credentials.expiresAt.getTime() - clock.now()) / 1000;

  async function askOnce(question: CredentialsRequest): Promise<Held> {
    if (endpoint === undefined) throw new FailureError(NO_ENDPOINT);
    const credentials = await askEndpoint(question, { endpoint, fetch: send, probe, ...(bearer ? { bearer } : {}) });
    if (rejectedTokens.has(credentials.sessionToken)) throw new FailureError(ACCESS_WITHDRAWN);
    clock.bound?.(credentials.issuedAt, credentials.expiresAt);
    const lifeSeconds = secondsLeft(credentials);
    if (lifeSeconds > LONGEST_LIFE_SECONDS && !hasWarned) {
      hasWarned = true;
      onLongLife?.({ ...KEYS_LIVE_LONG, facts: { lifeSeconds } });
    }
    return { credentials, lifeSeconds, rights: createLearntRights() };
  }

  function tellMoreKnown(): void {
    revision += 1;
    for (const tell of listeners) tell();
  }

  const heldFor = (connection: Connection, purpose: CredentialsPurpose): Held | undefined =>
    entries.get(JSON.stringify(questionFor(connection, { purpose })))?.held;

  /** Milliseconds to wait for a turn among all questions, and since this one was last asked. */
  function takeTurn(askedAt = Number.NEGATIVE_INFINITY): number {
    const at = Math.max(now(), nextAskAt ?? 0, askedAt + QUESTION_GAP_MS);
    nextAskAt = at + QUESTION_GAP_MS;
    return at - now();
  }

  async function askForLivingKeys(question: CredentialsRequest): Promise<Held> {
    const first = await askOnce(question);
    if (first.lifeSeconds > 0) return first;
    await wait(takeTurn(now()));
    const second = await askOnce(question);
    if (second.lifeSeconds > 0) return second;
    throw new FailureError(KEYS_EXPIRE_AT_ONCE);
  }

  function ask(entry: Entry, question: CredentialsRequest): Promise<Held> {
    if (entry.asking) return entry.asking;
    const ownGapMs = entry.askedAt === undefined ? 0 : Math.max(0, entry.askedAt + QUESTION_GAP_MS - now());
    const gapMs = nextAskAt === undefined ? ownGapMs : takeTurn(entry.askedAt);
    entry.askedAt = now() + gapMs;
    const asking = (gapMs > 0 ? wait(gapMs) : Promise.resolve())
      .then(() => askForLivingKeys(question))
      .then(
        (held) => {
          delete entry.asking;
          nextAskAt = undefined;
          entry.held = held;
          tellMoreKnown();
          return held;
        },
        (error: Error) => {
          delete entry.asking;
          entry.askedAt = now();
          nextAskAt = Math.max(nextAskAt ?? 0, now() + QUESTION_GAP_MS);
          throw error;
        },
      );
    entry.asking = asking;
    return asking;
  }

  /** `isPressed`: somebody wants new keys now, and waits for the turn of the question instead of taking those there are. */
  async function find(
    question: CredentialsRequest,
    wanted: GetCredentialsOptions,
    isPressed = false,
  ): Promise<TemporaryCredentials> {
    const id = JSON.stringify(question);
    const entry = entries.get(id) ?? {};
    entries.set(id, entry);
    const isKept = KEPT.includes(question.purpose);
    const { held } = entry;
    if (held) {
      const left = secondsLeft(held.credentials);
      if (left >= effectiveMinimumSeconds(held.lifeSeconds, wanted.minimumLifeSeconds)) return held.credentials;
      const isJustAsked = now() - (entry.askedAt ?? 0) < QUESTION_GAP_MS;
      if (left > 0 && isJustAsked && !entry.asking && !isPressed) return held.credentials;
    }
    try {
      return (await ask(entry, question)).credentials;
    } catch (error) {
      // Running transfers go on until the keys really end.
      const living = entry.held?.credentials;
      if (living === undefined || secondsLeft(living) <= 1) throw error;
      const again = (): Promise<TemporaryCredentials> => find(question, wanted, true);
      onRenewalFailed?.({ credentials: living, failure: toFailure(error), again });
      return living;
    } finally {
      if (!isKept && !entry.asking) entries.delete(id);
    }
  }

  return {
    permissionsOf: (connection, purpose) => heldFor(connection, purpose)?.credentials.permissions,
    isRefused: (connection, purpose, action, folder) =>
      heldFor(connection, purpose)?.rights.isRefused(action, folder) === true,
    noteRight(connection, purpose, right, wasGranted) {
      if (heldFor(connection, purpose)?.rights.note(right, wasGranted) === true) tellMoreKnown();
    },
    askAgain(connection) {
      const forgotten = KEPT.map((purpose) => heldFor(connection, purpose)?.rights.forget());
      if (forgotten.includes(true)) tellMoreKnown();
    },
    revision: () => revision,
    onMoreKnown(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    get: (connection, wanted) => abortable(find(questionFor(connection, wanted), wanted), wanted.signal),
    evict(credentials) {
      rejectedTokens.add(credentials.sessionToken);
      const [oldest] = rejectedTokens;
      if (rejectedTokens.size > REMEMBERED_REJECTIONS && oldest !== undefined) rejectedTokens.delete(oldest);
      for (const entry of entries.values()) {
        if (entry.held?.credentials.sessionToken === credentials.sessionToken) delete entry.held;
      }
    },
  };
}
