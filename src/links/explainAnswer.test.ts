import { expect, test } from 'vitest';
import { explainAnswer, type LinkAnswer, type LinkVerdictCode } from './explainAnswer.ts';
import type { LinkFacts } from './LinkFacts.ts';

const NOW = new Date('2026-01-01T12:00:00Z');
const minutes = (count: number): Date => new Date(NOW.getTime() + count * 60_000);
const signature = {
  form: 'query',
  keyId: 'AKID',
  from: minutes(-5),
  until: minutes(5),
  headers: ['host'],
  parameters: [],
  hasToken: true,
} as const;
const plain: LinkFacts = {
  url: 'https://b-1.cos.ap-guangzhou.myqcloud.com/a',
  origin: 'https://b-1.cos.ap-guangzhou.myqcloud.com',
  host: 'b-1.cos.ap-guangzhou.myqcloud.com',
  address: 'virtual-host',
  key: 'a',
  operation: 'read',
  flaws: [],
  overrides: {},
  isListed: true,
};
const signed: LinkFacts = { ...plain, signature };
const ended: LinkFacts = { ...plain, signature: { ...signature, until: minutes(-1) } };
const early: LinkFacts = { ...plain, signature: { ...signature, from: minutes(20), until: minutes(40) } };
const app: LinkFacts = { ...plain, key: 'game.APK' };

const answered = (status: number, code?: string, message = '', more: object = {}): LinkAnswer => ({
  type: 'answered',
  at: NOW,
  status,
  ...(code === undefined ? {} : { code, message }),
  ...more,
});
const type = (name: 'hidden' | 'silent' | 'notAsked'): LinkAnswer => ({ type: name, at: NOW });
const DENIED = 'Access Denied.';

test.each<[string, LinkFacts, LinkAnswer, LinkVerdictCode]>([
  ['it works', signed, answered(206), 'Works'],
  ['an empty object has no first byte', signed, answered(416, 'InvalidRange'), 'Works'],
  ['it is open to all', plain, answered(206), 'OpenToAll'],
  [
    'the domain saves what it should show',
    signed,
    answered(206, undefined, '', { forcesDownload: true }),
    'WorksAsDownload',
  ],
  ['the object is stored so', plain, answered(206, undefined, '', { disposition: 'attachment' }), 'WorksAsDownload'],
  [
    'saving was asked for',
    { ...signed, overrides: { 'content-disposition': 'attachment; filename=a' } },
    answered(206, undefined, '', { disposition: 'attachment; filename=a' }),
    'Works',
  ],
  ['its time is over', ended, answered(403, 'AccessDenied', 'Request has expired'), 'Expired'],
  ['only the bucket thinks so', signed, answered(403, 'AccessDenied', 'Request has expired'), 'ClockWrong'],
  ['it begins later', early, answered(403, 'RequestTimeTooSkewed'), 'NotYet'],
  ['the clocks differ', signed, answered(403, 'RequestTimeTooSkewed'), 'ClockWrong'],
  ['its key has ended', signed, answered(400, 'ExpiredToken', 'The provided token has expired.'), 'KeyExpired'],
  ['its key is gone', signed, answered(403, 'InvalidAccessKeyId'), 'KeyGone'],
  [
    'its token was lost',
    { ...signed, signature: { ...signature, hasToken: false } },
    answered(403, 'InvalidAccessKeyId'),
    'TokenMissing',
  ],
  ['something was changed', signed, answered(403, 'SignatureDoesNotMatch'), 'Altered'],
  ['the host was', signed, answered(403, 'SignatureDoesNotMatch', '', { worksAt: 'https://b' }), 'WrongHost'],
  [
    'a field is missing',
    { ...plain, flaws: ['incomplete'] },
    answered(403, 'AccessDenied', 'signature empty'),
    'Malformed',
  ],
  ['another service signs so', { ...plain, flaws: ['amazon'] }, answered(403, 'AccessDenied', DENIED), 'OtherService'],
  ['nobody signed it', plain, answered(403, 'AccessDenied', DENIED), 'NotPublic'],
  ['the key may not', signed, answered(403, 'AccessDenied', DENIED), 'NoRight'],
  ['the page is not allowed', plain, answered(403, 'AccessDenied', 'You are denied by bucket referer rule'), 'Referer'],
  ['wishes need a key', { ...plain, overrides: { expires: '0' } }, answered(400, 'InvalidRequest'), 'OverridesNeedKey'],
  ['an app on a default domain', app, answered(403, 'DownloadForbidden'), 'AppForbidden'],
  ['path-style', plain, answered(403, 'PathStyleDomainForbidden'), 'PathStyle'],
  ['no such object', signed, answered(404, 'NoSuchKey'), 'NoSuchKey'],
  ['no such bucket', signed, answered(404, 'NoSuchBucket'), 'NoSuchBucket'],
  ['in the archive', signed, answered(403, 'InvalidObjectState'), 'Archived'],
  ['something else', signed, answered(503, 'SlowDown'), 'Other'],
  ['the page may not see', signed, type('hidden'), 'CorsHides'],
  ['nothing is there', signed, type('silent'), 'Unreachable'],
  ['foreign and over', ended, type('notAsked'), 'Expired'],
  ['foreign and early', early, type('notAsked'), 'NotYet'],
  ['foreign and broken', { ...signed, flaws: ['times'] }, type('notAsked'), 'Malformed'],
  ['foreign and path-style', { ...signed, address: 'path-style' }, type('notAsked'), 'PathStyle'],
  ['foreign and an app', app, type('notAsked'), 'AppForbidden'],
  ['foreign, an app on a domain of its own', { ...app, address: 'custom' }, type('notAsked'), 'NotAsked'],
  ['for a part of an upload', { ...signed, operation: 'upload' }, type('notAsked'), 'NotForReading'],
  ['foreign', signed, type('notAsked'), 'NotAsked'],
])('%s', (_what, facts, answer, code) => {
  const basis = answer.type === 'notAsked' ? 'foreseen' : 'answer';
  expect(explainAnswer(facts, answer)).toEqual({ code, basis });
});
