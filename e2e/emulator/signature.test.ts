import { describe, expect, test } from 'vitest';
import { computePolicySignature, computeSignature, hmacSha1Hex, sha1Hex, type SignedRequest } from './signature.ts';

interface Vector {
  readonly id: string;
  readonly request: Omit<SignedRequest, 'keyTime' | 'signTime' | 'parameters'> & {
    readonly parameters?: readonly [string, string][];
  };
  readonly expected: { readonly signKey?: string; readonly digest?: string; readonly signature: string };
}

function sign({ request }: Vector, keyTime: string, secretKey: string): Record<string, string> {
  const computed = computeSignature({ parameters: [], ...request, keyTime, signTime: keyTime }, secretKey);
  return {
    signKey: hmacSha1Hex(secretKey, keyTime),
    digest: sha1Hex(computed.formatString),
    signature: computed.signature,
  };
}

// The documentation's public sample key; it opens nothing.
const SAMPLE_KEY = 'BQYIM75p8x0iWVFSIgqEKwFprpRSVHlz';

const PUBLISHED: (Vector & { keyTime: string; secretKey: string })[] = [
  {
    keyTime: '1557989151;1557996351',
    secretKey: SAMPLE_KEY,
    id: 'V1: PUT signed in the header (COS documentation 7778)',
    request: {
      method: 'PUT',
      path: '/exampleobject(腾讯云)',
      headers: [
        ['Date', 'Thu, 16 May 2019 06:45:51 GMT'],
        ['Host', 'examplebucket-1250000000.cos.ap-beijing.myqcloud.com'],
        ['Content-Type', 'text/plain'],
        ['Content-Length', '13'],
        ['Content-MD5', 'mQ/fVh815F3k6TAUm8m0eg=='],
        ['x-cos-acl', 'private'],
        ['x-cos-grant-read', 'uin="100000000011"'],
      ],
    },
    expected: {
      signKey: 'eb2519b498b02ac213cb1f3d1a3d27a3b3c9bc5f',
      digest: '8b2751e77f43a0995d6e9eb9477f4b685cca4172',
      signature: '3b8851a11a569213c17ba8fa7dcf2abec6935172',
    },
  },
  {
    keyTime: '1557989753;1557996953',
    secretKey: SAMPLE_KEY,
    id: 'V2: GET with parameters (COS documentation 7778)',
    request: {
      method: 'GET',
      path: '/exampleobject(腾讯云)',
      parameters: [
        ['response-content-type', 'application/octet-stream'],
        ['response-cache-control', 'max-age=600'],
      ],
      headers: [
        ['date', 'Thu, 16 May 2019 06:55:53 GMT'],
        ['host', 'examplebucket-1250000000.cos.ap-beijing.myqcloud.com'],
      ],
    },
    expected: {
      signKey: '937914bf490e9e8c189836aad2052e4feeb35eaf',
      digest: '54ecfe22f59d3514fdc764b87a32d8133ea611e6',
      signature: '01681b8c9d798a678e43b685a9f1bba0f6c0e012',
    },
  },
  {
    keyTime: '1480932292;1481012292',
    secretKey: 'AKIDZfbOA78asKUYBcXFrJD0a1ICvR98JM',
    id: 'V4: the test of the Go SDK',
    request: {
      method: 'PUT',
      path: '/testfile2',
      headers: [
        ['host', 'testbucket-125000000.cos.ap-guangzhou.myqcloud.com'],
        ['x-cos-content-sha1', 'db8ac1c259eb89d4a131b253bacfca5f319d54f2'],
        ['x-cos-stroage-class', 'nearline'],
      ],
    },
    expected: {
      signKey: '95d110a8ead64cac52083100db75b7e3f369e72f',
      signature: 'ce4ac0ecbcdb30538b3fee0a97cc6389694ce53a',
    },
  },
];

describe('vectors published by Tencent', () => {
  test.each(PUBLISHED)('$id', (vector) => {
    expect(sign(vector, vector.keyTime, vector.secretKey)).toMatchObject(vector.expected);
  });

  test('V3: a form policy (COS documentation 14690)', () => {
    const policy = `{
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
    expect(hmacSha1Hex(SAMPLE_KEY, '1567150692;1567157892')).toBe('39acc8c9f34ba5b19bce4e965b370cd3f62d2fba');
    expect(computePolicySignature(policy, '1567150692;1567157892', SAMPLE_KEY)).toEqual({
      stringToSign: 'd5d903b8360468bc81c1311f134989bc8c8b5b89',
      signature: '7758dc9a832e9d301dca704cacbf9d9f8172fdef',
    });
  });
});

const HOST: [string, string] = ['Host', 'examplebucket-1250000000.cos.ap-guangzhou.myqcloud.com'];

const EXTRA: Vector[] = [
  {
    id: 'E1: characters that encodeURIComponent leaves alone',
    request: {
      method: 'GET',
      path: '/',
      parameters: [
        ['prefix', "照片/a b+c&d=e'(1)!*~/"],
        ['delimiter', '/'],
        ['max-keys', '1000'],
        ['encoding-type', 'url'],
        ['marker', ''],
      ],
      headers: [HOST],
    },
    expected: {
      digest: 'ecf5169de33445f991cdecd8612f129fa7e19d18',
      signature: '5b5b6ea4f39f87eb9f5740c1ec0bb1e1b72f622d',
    },
  },
  {
    id: 'E2: a parameter without a value',
    request: {
      method: 'PUT',
      path: '/dir/file name(1).txt',
      parameters: [['acl', '']],
      headers: [HOST, ['x-cos-acl', 'public-read'], ['content-length', '0']],
    },
    expected: {
      digest: '06a689c7a9a1cf2c4e2d6c159491f62f0c49ad13',
      signature: '9769fda6297867baab8d531094d78a017e42c9c2',
    },
  },
  {
    id: 'E3: percent signs inside a value',
    request: {
      method: 'GET',
      path: "/报告/2024 Q1+Q2'final'.pdf",
      parameters: [['response-content-disposition', "attachment; filename*=UTF-8''%E6%8A%A5%E5%91%8A.pdf"]],
      headers: [HOST],
    },
    expected: {
      digest: '7a4047944d53047dc69f2534c8de2d5f1c8e8203',
      signature: '16b35cc0836ba1f034cffe45b502df857b06933e',
    },
  },
  {
    id: 'E4: upper-case parameter names',
    request: {
      method: 'PUT',
      path: '/big.bin',
      parameters: [
        ['partNumber', '7'],
        ['uploadId', '1585130821cbb7df1d11846c073ad648e8f33b087cec2381df437acdc833cf654b9ecc6361'],
      ],
      headers: [HOST, ['content-length', '1048576']],
    },
    expected: {
      digest: '4112eeef1c39aba6c780896a155edc79f9c827e2',
      signature: 'bccd2251b63618a8aa162d5bfd5ad4ae6e569724',
    },
  },
  {
    id: 'E5: nothing listed at all',
    request: { method: 'DELETE', path: '/a/b', headers: [] },
    expected: {
      digest: '150e5373eab92313b6bb4e5d23a5c259f237ff5d',
      signature: 'b48235cee7fa1d7621d2a976e969afed1e48f1ce',
    },
  },
  {
    id: 'E6: POST /?delete',
    request: {
      method: 'POST',
      path: '/',
      parameters: [['delete', '']],
      headers: [HOST, ['content-md5', '1B2M2Y8AsgTpgAmY7PhCfg=='], ['content-length', '0']],
    },
    expected: {
      digest: '25e03f74bc8eb6a0cfaa16201cc5f9257ab2ded4',
      signature: '59c1fc7e50511fdac51c842c0902a7161d1ff483',
    },
  },
  {
    id: 'E7: a header value beyond ASCII',
    request: {
      method: 'PUT',
      path: '/k',
      headers: [HOST, ['x-cos-meta-note', 'a=b&c d/é'], ['x-cos-storage-class', 'STANDARD_IA']],
    },
    expected: {
      digest: '9ac76086e99ae3f54ce60ae9475def2a6380b4a6',
      signature: '0eb9d8a8406c52849f0e79bbc08613e0a7f1d146',
    },
  },
];

describe('further vectors', () => {
  test.each(EXTRA)('$id', (vector) => {
    expect(sign(vector, '1700000000;1700000900', 'ExampleSecretKey0000000000000000')).toMatchObject({
      signKey: '9c50fdadfe8d205ee2f8ac79a57bdcc85b070e7f',
      ...vector.expected,
    });
  });
});
