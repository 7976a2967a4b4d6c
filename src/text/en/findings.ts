import type { FindingFacts } from '#lib/Finding.ts';
import type { Formats } from '../createFormats.ts';
import { say } from '../FailureWording.ts';
import type { FindingWording } from '../SetUpWording.ts';

const list = (items: readonly string[] = []): string => items.join(', ');
const s = (items: readonly string[] = []): string => (items.length === 1 ? '' : 's');
const network = ({ network: kind }: FindingFacts = {}): string =>
  kind === 'loopback'
    ? ' It is on this machine.'
    : kind === 'private'
      ? ' It is in a private network.'
      : kind === 'internal'
        ? ' It is in the network of Tencent Cloud.'
        : '';

/** English for what the set-up check finds. */
export const findings: FindingWording = {
  HeadersRight: say('The security headers are there', 'Page and scripts carry the policy made for this configuration.'),
  HeadersTooNarrow: ({ facts }) => ({
    title: `This page may not reach ${list(facts?.hosts)}`,
    advice:
      'Its content security policy was made for another config.json. Give the web server these headers, which name the hosts of this one.',
  }),
  HeadersWeak: ({ facts }) => ({
    title: 'Security headers are missing or too wide',
    advice: `Everything works, but a mistake in the app could do more harm than it should: ${list(facts?.headers)}. Give the web server these headers for every file.`,
  }),
  HeadersInPageOnly: say(
    'The policy is only in the page itself',
    'This host sends no headers of its own. The page holds the policy, but other sites could frame it and its workers are not bound. A host or CDN that can send headers closes both.',
  ),
  PageUnreadable: say('The headers could not be read', 'The page could not be fetched from its own server just now.'),
  HostsAnswer: ({ facts }, formats) => ({
    title: facts?.hosts?.length === 1 ? 'The address answers' : 'Every address answers',
    advice: `${list(facts?.hosts)}: the first word after ${formats.number(facts?.milliseconds ?? 0)} ms.${network(facts)}`,
  }),
  AliasDown: ({ facts }) => ({
    title: `${list(facts?.hosts)} cannot be reached`,
    advice:
      'The other address serves everything meanwhile, over fewer connections. A firewall or proxy may not know this name, or config.json names a host that is gone.',
  }),
  AliasClosed: ({ facts }) => ({
    title: `${list(facts?.hosts)} keeps this page out`,
    advice:
      'The other address serves everything meanwhile. A custom domain behind a CDN needs the CORS headers there as well; a proxy may answer in its place.',
  }),
  HostsDown: ({ facts }) => ({
    title: 'The bucket cannot be reached',
    advice: `Nothing answers at ${list(facts?.hosts)}. Check bucket, region and hosts in config.json, then VPN, firewall and proxy: they must let HTTPS to these names through.`,
  }),
  Offline: say('This machine is offline', 'Connect to a network, then run the check again.'),
  PortalInTheWay: ({ facts }) => ({
    title: 'The network answers in place of the bucket',
    advice: `A web page came from ${list(facts?.hosts)}. That is a sign-in page or a filter of this network: sign in there, or ask its operator to let these names through.`,
  }),
  InternalHost: ({ facts }) => ({
    title: 'This address works only inside Tencent Cloud',
    advice: `${list(facts?.hosts)} is an internal domain. For people outside, remove it from hosts in config.json.`,
  }),
  EndpointAnswers: say('The key service gives keys', 'Its answer is complete and well-formed.'),
  EndpointNotNeeded: say('No key service is needed', 'This connection is opened without keys, to read only.'),
  KeysLive: ({ facts }, formats) => ({
    title: `Keys live ${formats.duration(facts?.seconds ?? 0)}`,
    advice: 'They are renewed ahead of their end.',
  }),
  KeysShort: ({ facts }, formats) => ({
    title: `Keys live only ${formats.duration(facts?.seconds ?? 0)}`,
    advice:
      'Each renewal interrupts, and links die with their key. Let the key service ask for 30 minutes (DurationSeconds: 1800), and not hand out keys from a cache when they are nearly over.',
  }),
  KeysOver: say(
    'Keys are over when they arrive',
    "The key service hands out old ones from a cache, or its machine's clock is wrong.",
  ),
  KeysLong: ({ facts }, formats) => ({
    title: `Keys live ${formats.duration(facts?.seconds ?? 0)}`,
    advice: 'That is longer than temporary keys can. If these are permanent keys, a browser must never get them.',
  }),
  KeysUnknown: say('Keys were not looked at', 'The key service gave none.'),
  BucketThere: say('The bucket is there', 'Name and region fit.'),
  BucketMissing: say(
    'There is no such bucket in this region',
    'Check the name, with its account number at the end, and the region in config.json.',
  ),
  BucketElsewhere: ({ facts }) => ({
    title: `The bucket is in ${facts?.region ?? ''}`,
    advice: 'Name this region in config.json, and in the policy of the key service.',
  }),
  BucketHidden: say('The bucket could not be asked', 'This page cannot read its answers; see the point to mend.'),
  ClockRight: say("This machine's clock is right", 'It agrees with the clock of the bucket.'),
  ClockOff: ({ facts }, formats) => ({
    title: `This machine's clock is ${formats.duration(Math.abs(facts?.seconds ?? 0))} ${(facts?.seconds ?? 0) > 0 ? 'slow' : 'fast'}`,
    advice: 'Beeline reckons with the time of the bucket. Set the clock by itself all the same: other programs do not.',
  }),
  ClockUnknown: say('The clock was not compared', 'The bucket did not tell this page the time (header Date).'),
  CorsRight: say('The CORS rule is complete', 'Every method, header and answer this page needs is allowed.'),
  CorsMissing: say(
    'The bucket has no CORS rule for this page',
    'It is there and answers, and the browser keeps its answers from this page. Add this rule.',
  ),
  CorsOrBucket: say(
    'The bucket does not let this page read its answers',
    'Either it has no CORS rule for this address, or there is no such bucket in this region: a browser shows both alike. Check name and region first, then add this rule. The command tells which it is.',
  ),
  CorsMethods: ({ facts }) => ({
    title: `The CORS rule lacks ${list(facts?.methods)}`,
    advice: 'Requests of this kind never leave the browser. Replace the rule by this one.',
  }),
  CorsHeaders: ({ facts }) => ({
    title: 'The CORS rule does not allow request headers',
    advice: `Not allowed: ${list(facts?.headers)}. Nothing can be written without them. Replace the rule by this one.`,
  }),
  CorsNotExposed: ({ facts }) => ({
    title: `The CORS rule hides ${list(facts?.headers)}`,
    advice: `${whatIsLost(facts?.headers)} Replace the rule by this one.`,
  }),
  CorsUnknown: say('The CORS rule was not looked at', 'What comes before it has to work first.'),
  PermissionsRight: say('The keys may do everything', 'Browse, upload, rename, move, share and delete.'),
  PermissionsToLook: say(
    'The keys may look and download',
    'The key service gives this person no keys for writing. If that is meant, all is well.',
  ),
  PermissionsMissing: ({ facts }) => ({
    title: `The keys lack ${facts?.actions?.length ?? 0} right${s(facts?.actions)}`,
    advice: `Refused by the bucket: ${list(facts?.actions)}. Add what people should be able to do to the policy of the key service.`,
  }),
  PermissionsUnknown: say('Rights were not looked at', 'What comes before them has to work first.'),
  SpeedMeasured: ({ facts }, formats) => ({
    title: `${formats.number(facts?.milliseconds ?? 0)} ms for a question and its answer`,
    advice: throughput(facts, formats),
  }),
  SpeedUnknown: say('Speed was not measured', 'What comes before it has to work first.'),
};

function whatIsLost(headers: readonly string[] = []): string {
  const has = (name: string): boolean => headers.includes(name);
  return [
    has('ETag') ? 'Without ETag no large upload can be finished.' : '',
    has('Content-Range') ? 'Without Content-Range no large file can be fetched in pieces.' : '',
    has('x-cos-hash-crc64ecma') ? 'Without the checksum nothing can be called verified.' : '',
    has('Date') ? 'Without Date a wrong clock is not noticed.' : '',
    has('x-cos-request-id') ? 'Without the request id support cannot find a failed request.' : '',
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}

function throughput(
  { uploadBytesPerSecond: up, downloadBytesPerSecond: down }: FindingFacts = {},
  formats: Formats,
): string {
  if (up === undefined && down === undefined) return 'Nothing was there to be read, and nothing may be written.';
  return [
    down === undefined ? '' : `One connection brings ${formats.bytes(down)} a second.`,
    up === undefined ? '' : `One connection takes ${formats.bytes(up)} a second.`,
    'A first impression from little data; transfers use several connections.',
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}
