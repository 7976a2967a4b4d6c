import { expect, test } from 'vitest';
import { signedTarget } from '#cos/signedTarget.ts';
import { sharedQuery } from './sharedQuery.ts';
import { sharedUrl } from './sharedUrl.ts';

test.each(['a.txt', '报告 final+v2.txt', 'deep/er/&=?#%.bin', "it's (1)!*.txt", '\u202Etxt.exe', 'a//b'])(
  'the URL of %s is the one that was signed',
  async (key) => {
    const origin = 'https://media-1250000000.cos.ap-guangzhou.myqcloud.com';
    const keys = { secretId: 'id', secretKey: 'secret', sessionToken: 'to+k/en=', expiresAt: new Date(0) };
    const window = { startSeconds: 1_700_000_000, endSeconds: 1_700_003_600 };
    const request = { method: 'GET', placement: 'query', key, query: sharedQuery(key) } as const;
    const signed = new URL((await signedTarget(origin, request, keys, window)).url);
    const signature = signed.searchParams.get('q-signature') ?? '';
    const terms = { title: '', prefix: '', bucket: '', region: '', origin, ...keys, ...window };
    const found = new URL(sharedUrl(terms, { key, signature }));
    expect(found.origin + found.pathname).toBe(signed.origin + signed.pathname);
    expect(Object.fromEntries(found.searchParams)).toEqual(Object.fromEntries(signed.searchParams));
  },
);
