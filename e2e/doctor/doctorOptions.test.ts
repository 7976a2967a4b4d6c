import { describe, expect, test } from 'vitest';
import { doctorOptions } from './doctorOptions.ts';

const ORIGIN = ['--origin', 'https://files.example.com/anything'];
const TYPED = ['--endpoint', 'https://keys.example.com/c', '--bucket', 'media-1250000000', '--region', 'ap-guangzhou'];

describe('doctorOptions', () => {
  test('a bucket can be typed', () => {
    const { setUp } = doctorOptions([...ORIGIN, ...TYPED, '--prefix', 'team/', '--header', 'x-beeline: 1']);
    expect(setUp).toMatchObject({
      pageOrigin: 'https://files.example.com',
      pageUrls: ['https://files.example.com/'],
      connection: { bucket: 'media-1250000000', prefix: 'team/' },
      config: { endpoint: { headers: { 'x-beeline': '1' } } },
    });
  });

  test('or named in config.json, under a page that is not the origin itself', () => {
    const { setUp } = doctorOptions([...ORIGIN, '--config', 'public/config.json', '--page', '/files/']);
    expect(setUp.pageUrls).toEqual(['https://files.example.com/files/']);
    expect(setUp.connection).toBe(setUp.config.connections[0]);
  });

  test.each<[readonly string[], RegExp]>([
    [TYPED, /--origin/],
    [ORIGIN, /--config or --endpoint/],
    [[...ORIGIN, ...TYPED, '--config', 'x.json'], /--config or --endpoint/],
    [[...ORIGIN, ...TYPED, '--header', 'x-beeline'], /name: value/],
    [[...ORIGIN, '--endpoint', 'https://keys.example.com/c', '--bucket', 'media', '--region', 'r'], /bucket/],
    [[...ORIGIN, '--config', 'public/config.json', '--connection', 'nobody'], /nobody/],
    [[...ORIGIN, '--wrong'], /--wrong/],
  ])('%j is refused with a reason', (args, reason) => {
    expect(() => doctorOptions(args)).toThrow(reason);
  });
});
