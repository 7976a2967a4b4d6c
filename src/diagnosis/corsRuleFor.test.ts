import { describe, expect, test } from 'vitest';
import { childrenOf, parseXml } from '#cos/xml.ts';
import { corsRuleFor } from './corsRuleFor.ts';

describe('corsRuleFor', () => {
  const { xml, json } = corsRuleFor('https://beeline.example');

  test('is XML that COS takes: one origin, five methods, ETag exposed', () => {
    const [rule] = childrenOf(parseXml(xml), 'CORSRule');
    const valuesOf = (name: string): string[] => (rule ? childrenOf(rule, name).map((element) => element.text) : []);
    expect(valuesOf('AllowedOrigin')).toEqual(['https://beeline.example']);
    expect(valuesOf('AllowedMethod')).toEqual(['GET', 'HEAD', 'PUT', 'POST', 'DELETE']);
    expect(valuesOf('AllowedHeader')).toEqual(['*']);
    expect(valuesOf('ExposeHeader')).toEqual(expect.arrayContaining(['ETag', 'Date', 'x-cos-hash-crc64ecma']));
    expect(valuesOf('MaxAgeSeconds')).toEqual(['600']);
  });

  test('is the same rule as JSON', () => {
    expect(JSON.parse(json)).toMatchObject([
      {
        AllowedOrigin: ['https://beeline.example'],
        AllowedHeader: ['*'],
        ExposeHeader: expect.arrayContaining(['ETag']),
      },
    ]);
  });

  test('takes nothing but an origin', () => {
    expect(corsRuleFor('https://beeline.example/path?x=<y>').xml).toContain(
      '<AllowedOrigin>https://beeline.example</AllowedOrigin>',
    );
  });
});
