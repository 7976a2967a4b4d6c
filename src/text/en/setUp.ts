import type { CheckName, RemedyKind } from '#lib/Finding.ts';
import { pluralize } from '../pluralize.ts';
import type { RemedyText } from '../SetUpWording.ts';

const plural = pluralize('en');
const things = (count: number): string => plural(count, { one: '# thing', other: '# things' });

/** The screen that checks the set-up. */
export const setUpMessages = {
  framed: 'Beeline does not run inside another page',
  framedAdvice: 'A page around it could lay its own buttons over these.',
  openInOwnTab: 'Open it in a tab of its own',
  insecure: 'Beeline needs https',
  insecureAdvice:
    'This page came by plain http, where browsers switch off what it works with: private files, locks between tabs, the clipboard. On your own machine http://localhost will do.',
  openByHttps: 'Open it by https',
  title: 'Set-up check',
  intro: (label: string) => `What ${label} needs from this page, its host, the key service and the bucket.`,
  running: 'Looking…',
  runningAt: (check: string) => `Looking at: ${check}`,
  healthy: 'Everything is in order',
  healthyAdvice: 'Nothing stands in the way of browsing, uploading and downloading here.',
  problems: (count: number) => `${things(count)} to mend`,
  problemsAdvice: 'The first one often causes the others: mend it, then run the check again.',
  warnings: (count: number) => `It works, with ${things(count)} to know about`,
  warningsAdvice: 'Nothing stops people from working. Each point says what it costs and how to mend it.',
  stopped: 'The check was stopped',
  runAgain: 'Run again',
  stop: 'Stop',
  backToFiles: 'Back to the files',
  copyReport: 'Copy report',
  saveReport: 'Download report',
  reportNote: 'Findings and request ids for whoever helps you. No keys, no file names.',
  copyOne: (what: string) => `Copy ${what}`,
  good: 'In order',
  warning: 'To know',
  bad: 'To mend',
  unknown: 'Not checked',
  waiting: 'Still to come',
};

export type SetUpMessages = Readonly<typeof setUpMessages>;

export const setUpChecks: Readonly<Record<CheckName, string>> = {
  page: 'Headers of this page',
  hosts: "The bucket's addresses",
  endpoint: 'Key service',
  keys: 'Temporary keys',
  bucket: 'Bucket and region',
  clock: 'Clock',
  cors: 'CORS rule',
  permissions: 'Rights of the keys',
  speed: 'Speed',
};

export const setUpRemedies: Readonly<Record<RemedyKind, RemedyText>> = {
  'cors-console': {
    title: 'Console values',
    how: 'Tencent Cloud console: COS, Buckets, this bucket, Security, CORS, Add a rule. Enter one method per box, one header per line.',
  },
  'cors-xml': {
    title: 'XML',
    how: 'As the body of PUT Bucket cors, or for coscli. It replaces every rule the bucket has.',
  },
  'cors-json': {
    title: 'JSON',
    how: 'For putBucketCors of an SDK, as CORSRules. It replaces every rule the bucket has.',
  },
  policy: {
    title: 'Policy',
    how: 'For the key service: what it passes to GetFederationToken as Policy. It covers everything Beeline can do here; leave out what people must not.',
  },
  'endpoint-cors': {
    title: 'Response headers',
    how: 'For the key service: it answers OPTIONS with all of these, and every other request with the first and the last.',
  },
  config: { title: 'Setting', how: 'For this connection in config.json.' },
  command: {
    title: 'Command',
    how: "For a terminal in Beeline's folder: it sees what a browser hides and names the cause.",
  },
  nginx: { title: 'nginx', how: 'In the server block that serves the app.' },
  caddy: { title: 'Caddy', how: 'In the site block that serves the app.' },
  'headers-file': { title: '_headers', how: 'Netlify and Cloudflare Pages: a file of this name beside index.html.' },
};
