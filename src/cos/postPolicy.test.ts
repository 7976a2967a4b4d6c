import { expect, test } from 'vitest';
import { signPostPolicy, uploadPolicyText } from './postPolicy.ts';

test('the example of COS documentation 14690', async () => {
  const policyText = `{
    "expiration": "2019-08-30T09:38:12.414Z",
    "conditions": [
        { "acl": "default" },
        { "bucket": "examplebucket-1250000000" },
        [ "starts-with", "$key", "folder/subfolder/" ],
        [ "starts-with", "$Content-Type", "image/" ],
        [ "starts-with", "$success_action_redirect", "https://my.website/" ],
        [ "eq", "$x-cos-server-side-encryption", "AES256" ],
        { "q-sign-algorithm": "sha1" },
        { "q-ak": "AKIDQjz3ltompVjBni5LitkWHFlFpwkn9U5q" },
        { "q-sign-time": "1567150692;1567157892" }
    ]
}`;
  const keys = { secretId: 'AKIDQjz3ltompVjBni5LitkWHFlFpwkn9U5q', secretKey: 'BQYIM75p8x0iWVFSIgqEKwFprpRSVHlz' };
  const window = { startSeconds: 1_567_150_692, endSeconds: 1_567_157_892 };
  const signed = await signPostPolicy(keys, policyText, window);
  expect(signed.signature).toBe('7758dc9a832e9d301dca704cacbf9d9f8172fdef');
  expect(signed.keyTime).toBe('1567150692;1567157892');
  expect(atob(signed.policy)).toBe(policyText);
});

test('a policy with letters beyond Latin is signed over its UTF-8', async () => {
  const window = { startSeconds: 1_700_000_000, endSeconds: 1_700_000_900 };
  const text = uploadPolicyText('a-1250000000', '照片/', 'id', window);
  const { policy } = await signPostPolicy({ secretId: 'id', secretKey: 'key' }, text, window);
  expect(Buffer.from(policy, 'base64').toString('utf8')).toBe(text);
  expect(JSON.parse(text)).toMatchObject({
    expiration: '2023-11-14T22:28:20.000Z',
    conditions: expect.arrayContaining([['starts-with', '$key', '照片/'], { 'q-ak': 'id' }]),
  });
});
