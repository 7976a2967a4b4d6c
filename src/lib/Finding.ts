import type { Failure } from './Failure.ts';

/** What a set-up is made of, in the order a request meets it. One finding or more comes from each. */
export const CHECKS = ['page', 'hosts', 'endpoint', 'keys', 'bucket', 'clock', 'cors', 'permissions', 'speed'] as const;
export type CheckName = (typeof CHECKS)[number];

/** `bad` stops people, `warning` costs something, `unknown` could not be looked at, and the finding says why. */
export type Severity = 'good' | 'warning' | 'bad' | 'unknown';

export type FindingCode =
  // page: the response headers of the app's own files
  | 'HeadersRight'
  | 'HeadersTooNarrow' // facts.hosts: origins the page's policy does not let it reach
  | 'HeadersWeak' // facts.headers: names missing or weaker than ours
  | 'HeadersInPageOnly' // a policy in a meta element: frames and workers stay open
  | 'PageUnreadable'
  // hosts: does anything answer under the bucket's names
  | 'HostsAnswer'
  | 'AliasDown' // facts.hosts: some names of several
  | 'AliasClosed' // facts.hosts: names that answer and keep this page out, while another lets it in
  | 'HostsDown' // facts.hosts: all
  | 'Offline'
  | 'PortalInTheWay' // a web page answers in the bucket's place: a sign-in page or a filter of the network
  | 'InternalHost' // facts.hosts: names that only Tencent Cloud's own network can reach
  // endpoint: where keys come from
  | 'EndpointAnswers'
  | 'EndpointFails' // failure
  | 'EndpointNotNeeded' // an anonymous connection
  // keys
  | 'KeysLive'
  | 'KeysShort' // facts.seconds
  | 'KeysOver'
  | 'KeysLong' // facts.seconds
  | 'KeysUnknown'
  // bucket
  | 'BucketThere'
  | 'BucketMissing' // no such name in this region
  | 'BucketElsewhere' // facts.region: where it is
  | 'BucketHidden' // the page may not read the answer, so it cannot tell
  | 'BucketRefuses' // failure: the keys, the signature, the referer
  // clock
  | 'ClockRight'
  | 'ClockOff' // facts.seconds: this machine is behind by so much; negative: ahead
  | 'ClockUnknown'
  // cors
  | 'CorsRight'
  | 'CorsMissing' // the bucket is there and has no rule for this page
  | 'CorsOrBucket' // either of the two; only the command line can tell
  | 'CorsMethods' // facts.methods
  | 'CorsHeaders' // facts.headers: request headers that are not allowed
  | 'CorsNotExposed' // facts.headers: response headers the page may not read
  | 'CorsUnknown'
  // permissions
  | 'PermissionsRight'
  | 'PermissionsToLook' // the endpoint gives this person no keys for writing
  | 'PermissionsMissing' // facts.actions
  | 'PermissionsUnknown'
  // speed
  | 'SpeedMeasured'
  | 'SpeedUnknown';

export interface FindingFacts {
  readonly hosts?: readonly string[];
  readonly headers?: readonly string[];
  readonly methods?: readonly string[];
  /** `name/cos:DeleteObject` */
  readonly actions?: readonly string[];
  readonly seconds?: number;
  readonly milliseconds?: number;
  readonly uploadBytesPerSecond?: number;
  readonly downloadBytesPerSecond?: number;
  readonly region?: string;
  /** Where the host is, as far as its name or address tells. */
  readonly network?: NetworkKind;
}

export type NetworkKind = 'loopback' | 'private' | 'internal' | 'public';

/** One thing that was found, as data. `text` words it; `remediesFor` has what to paste. */
export interface Finding {
  readonly check: CheckName;
  readonly code: FindingCode;
  readonly severity: Severity;
  readonly facts?: FindingFacts;
  /** Where one of our failures says it all; worded as everywhere. */
  readonly failure?: Failure;
}

/** In which form something to paste comes. */
export type RemedyKind =
  | 'cors-console' // the values for the console's form
  | 'cors-xml'
  | 'cors-json'
  | 'policy'
  | 'endpoint-cors' // response headers of the key service
  | 'config' // a piece of config.json
  | 'command' // for a terminal
  | 'nginx'
  | 'caddy'
  | 'headers-file';
