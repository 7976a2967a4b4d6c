/** What an endpoint can do wrong with keys that look right. */
export const ACCESS_WITHDRAWN = {
  kind: 'credentials',
  code: 'AccessWithdrawn',
  message: 'The endpoint gives out keys that the bucket has already refused',
} as const;

export const KEYS_EXPIRE_AT_ONCE = {
  kind: 'credentials',
  code: 'KeysExpireAtOnce',
  message: 'The endpoint gives out keys that are already over, twice in a row',
} as const;

export const KEYS_LIVE_LONG = {
  kind: 'credentials',
  code: 'KeysLiveLong',
  message: 'The endpoint gives out keys that live longer than 36 hours',
} as const;

/** A deployment that only shows public buckets. */
export const NO_ENDPOINT = {
  kind: 'local',
  code: 'NeedsKeys',
  message: 'This deployment has no key service',
} as const;
