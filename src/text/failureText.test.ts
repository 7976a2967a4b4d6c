import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Failure } from '#lib/Failure.ts';
import { COS_ERROR_CODES } from './cosErrorCodes.ts';
import { cosFailures as enCosFailures } from './en/cosFailures.ts';
import { failures as enFailures } from './en/failures.ts';
import { failureText } from './failureText.ts';
import { cosFailures as zhCosFailures } from './zh/cosFailures.ts';
import { failures as zhFailures } from './zh/failures.ts';

const languages = {
  en: { ...enFailures, ...enCosFailures },
  zh: { ...zhFailures, ...zhCosFailures },
};

/** Our own codes as the contract lists them: the type is gone at run time, its source is not. */
const source = readFileSync(new URL('../lib/Failure.ts', import.meta.url), 'utf8');
const ownCodes = [...(source.split('export type FailureCode =')[1] ?? '').matchAll(/^\s*\| '(\w+)'/gm)].map(
  (m) => m[1]!,
);

const failure = (code: string, more: Partial<Failure> = {}): Failure => ({
  kind: 'service',
  code,
  message: '',
  ...more,
});

describe.each(Object.entries(languages))('%s', (_language, wordings) => {
  test.each([...ownCodes, ...COS_ERROR_CODES])('%s has words of its own', (code) => {
    const { title, advice } = failureText(failure(code), wordings);
    expect(title).not.toBe('');
    expect(advice).not.toBe('');
    expect(title).not.toBe(failureText(failure('NobodyKnowsThis'), wordings).title);
    expect(`${title}${advice}`).not.toMatch(/undefined|NaN|\[object/);
  });

  test('every wording is reachable', () => {
    const refined = ['RequestExpired', 'RefererRefused', 'SignatureEmpty'];
    const fallbacks = ['OtherService', 'OtherNetwork', 'OtherCredentials', 'OtherIntegrity', 'OtherLocal'];
    const known = new Set<string>([...ownCodes, ...COS_ERROR_CODES, ...refined, ...fallbacks]);
    expect(Object.keys(wordings).filter((code) => !known.has(code))).toEqual([]);
  });

  test('one code, four causes of AccessDenied', () => {
    const messages = [
      'Access Denied.',
      'Request has expired',
      'You are denied by bucket referer rule',
      'Check auth failure because signature empty.',
    ];
    const titles = messages.map((message) => failureText(failure('AccessDenied', { message }), wordings).title);
    expect(new Set(titles).size).toBe(4);
  });

  test('the missing right is named', () => {
    const denied = failure('AccessDenied', { facts: { action: 'name/cos:DeleteObject' } });
    expect(failureText(denied, wordings).advice).toContain('name/cos:DeleteObject');
  });

  test('an undocumented code is shown, isolated, and names like those of Object are no codes', () => {
    expect(failureText(failure('__proto__'), wordings).title).toContain('\u2068__proto__\u2069');
    expect(failureText(failure('toString'), wordings).title).toContain('toString');
  });

  test('a code nobody knows is worded by who is at fault', () => {
    const kinds: Failure['kind'][] = ['service', 'network', 'credentials', 'integrity', 'local'];
    const titles = kinds.map((kind) => failureText(failure('Strange', { kind }), wordings).title);
    expect(new Set(titles).size).toBe(kinds.length);
  });
});

test('the contract of codes was found', () => {
  expect(ownCodes.length).toBeGreaterThan(25);
  expect(ownCodes).toContain('CorsBlocked');
  expect(ownCodes).toContain('Unexpected');
});
