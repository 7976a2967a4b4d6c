import COS from 'cos-js-sdk-v5';
import { openConnection } from './openConnection.ts';

/** The vendor's client at the bucket's first name, with keys from the endpoint and a warm connection. */
export async function openSdk(purpose: 'browse' | 'upload', options: COS.COSOptions = {}) {
  const { connection, credentials } = await openConnection(1);
  const keys = await credentials.get(connection, { purpose });
  const place = { Bucket: connection.bucket, Region: connection.region };
  const cos = new COS({
    ...options,
    Protocol: 'http:',
    Domain: new URL(connection.hosts[0] ?? '').host,
    getAuthorization: (_options, callback) =>
      callback({
        TmpSecretId: keys.secretId,
        TmpSecretKey: keys.secretKey,
        SecurityToken: keys.sessionToken,
        StartTime: Math.floor((keys.issuedAt ?? new Date()).getTime() / 1000),
        ExpiredTime: Math.floor(keys.expiresAt.getTime() / 1000),
      }),
  });
  return { cos, place };
}
