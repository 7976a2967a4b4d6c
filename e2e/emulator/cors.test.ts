import { describe, expect, test } from 'vitest';
import { answerPreflight, corsHeaders, findCorsRule } from './cors.ts';
import { fileManagerCors } from './defaultCors.ts';
import type { CorsRule } from './EmulatorOptions.ts';

const rule = (part: Partial<CorsRule> = {}): CorsRule => ({
  allowedOrigins: ['https://app.example'],
  allowedMethods: ['GET', 'PUT'],
  allowedHeaders: ['*'],
  exposeHeaders: ['ETag'],
  ...part,
});

describe('which rule applies', () => {
  test.each<[string, Partial<CorsRule>, { origin: string; method: string; headers?: string[] }, boolean]>([
    ['the exact origin', {}, { origin: 'https://app.example', method: 'GET' }, true],
    ['not another scheme', {}, { origin: 'http://app.example', method: 'GET' }, false],
    ['not another port', {}, { origin: 'https://app.example:8443', method: 'GET' }, false],
    ['not another method', {}, { origin: 'https://app.example', method: 'DELETE' }, false],
    ['any origin', { allowedOrigins: ['*'] }, { origin: 'null', method: 'GET' }, true],
    [
      'a star inside',
      { allowedOrigins: ['https://*.example'] },
      { origin: 'https://a.b.example', method: 'GET' },
      true,
    ],
    [
      'a star inside, other end',
      { allowedOrigins: ['https://*.example'] },
      { origin: 'https://a.example.org', method: 'GET' },
      false,
    ],
    ['a star needs room', { allowedOrigins: ['https://ab*ba'] }, { origin: 'https://aba', method: 'GET' }, false],
    [
      'listed headers in any case',
      { allowedHeaders: ['X-Cos-Acl'] },
      { origin: 'https://app.example', method: 'PUT', headers: ['x-cos-acl'] },
      true,
    ],
    [
      'not an unlisted header',
      { allowedHeaders: ['x-cos-acl'] },
      { origin: 'https://app.example', method: 'PUT', headers: ['range'] },
      false,
    ],
  ])('%s', (_name, part, asked, expected) => {
    expect(findCorsRule([rule(part)], asked) !== undefined).toBe(expected);
  });

  test('the first that matches wins', () => {
    const rules = [rule({ allowedMethods: ['PUT'] }), rule({ id: 'second' }), rule({ id: 'third' })];
    expect(findCorsRule(rules, { origin: 'https://app.example', method: 'GET' })?.id).toBe('second');
  });
});

describe('answers to a page', () => {
  test('name the origin, allow credentials and expose what the rule says', () => {
    expect(corsHeaders([rule()], { origin: 'https://app.example', method: 'GET' })).toEqual({
      'Access-Control-Allow-Origin': 'https://app.example',
      'Access-Control-Allow-Credentials': 'true',
      'Access-Control-Allow-Methods': 'GET,PUT',
      'Access-Control-Expose-Headers': 'ETag',
      Vary: 'Origin',
    });
  });

  test('never combine * with credentials', () => {
    const headers = corsHeaders([rule({ allowedOrigins: ['*'] })], { origin: 'https://x', method: 'GET' });
    expect(headers['Access-Control-Allow-Origin']).toBe('*');
    expect(headers).not.toHaveProperty('Access-Control-Allow-Credentials');
  });

  test('carry nothing without a match, and vary all the same', () => {
    expect(corsHeaders([rule()], { origin: 'https://evil.example', method: 'GET' })).toEqual({ Vary: 'Origin' });
    expect(corsHeaders([rule()], { origin: undefined, method: 'GET' })).toEqual({ Vary: 'Origin' });
    expect(corsHeaders([], { origin: 'https://app.example', method: 'GET' })).toEqual({});
  });
});

const ask = (headers: Record<string, string>): ReadonlyMap<string, string> => new Map(Object.entries(headers));

describe('preflights', () => {
  test('grant what was asked for', () => {
    const answer = answerPreflight(
      fileManagerCors(['https://app.example']),
      ask({
        origin: 'https://app.example',
        'access-control-request-method': 'PUT',
        'access-control-request-headers': 'authorization,x-cos-security-token',
      }),
    );
    expect(answer.status).toBe(200);
    expect(answer.headers).toMatchObject({
      'Access-Control-Allow-Origin': 'https://app.example',
      'Access-Control-Allow-Headers': 'authorization,x-cos-security-token',
      'Access-Control-Max-Age': '600',
    });
  });

  test.each<[string, Record<string, string>]>([
    ['another origin', { origin: 'https://evil.example', 'access-control-request-method': 'GET' }],
    ['a method COS does not know', { origin: 'https://app.example', 'access-control-request-method': 'PATCH' }],
    ['no origin', { 'access-control-request-method': 'GET' }],
    ['no method', { origin: 'https://app.example' }],
  ])('refuse %s in the words of the wire', (_name, headers) => {
    expect(() => answerPreflight(fileManagerCors(['https://app.example']), ask(headers))).toThrowError(
      expect.objectContaining({
        status: 403,
        code: 'AccessForbidden',
        message: expect.stringContaining('the evalution of Origin') as string,
      }),
    );
  });
});
