import type { CredentialsEndpoint } from '#config/DeploymentConfig.ts';
import type { Examination } from './Examination.ts';
import type { SetUp } from './SetUp.ts';

export interface BundleFacts {
  /** ISO time of the examination. */
  readonly at: string;
  /** What examined: a browser's name, or Node's version. */
  readonly by: string;
}

/**
 * An examination as text that may be sent to anybody: what was found, and each request with the id that Tencent's
 * support asks for. No key, no token, no signature, no query, no name of an object or folder is in it, because none of
 * them is in what it is made of.
 */
export function supportBundle(setUp: SetUp, { findings, requests }: Examination, { at, by }: BundleFacts): string {
  const { bucket, region, prefix, hosts, access } = setUp.connection;
  const { endpoint } = setUp.config;
  const bundle = {
    beeline: 'set-up check',
    at,
    by,
    page: setUp.pageOrigin,
    connection: { bucket, region, hosts, access, isWholeBucket: prefix === '' },
    ...(endpoint === undefined ? {} : { endpoint: told(endpoint) }),
    findings: findings.map(({ check, code, severity, facts, failure }) => ({
      check,
      code,
      severity,
      ...(facts === undefined ? {} : { facts }),
      ...(failure === undefined
        ? {}
        : { failure: { code: failure.code, status: failure.status, requestId: failure.requestId } }),
    })),
    requests,
  };
  return JSON.stringify(bundle, null, 2);
}

function told({ url, method, timeoutSeconds }: CredentialsEndpoint) {
  return { url: withoutQuery(url), method, timeoutSeconds };
}

function withoutQuery(url: string): string {
  const { origin, pathname } = new URL(url);
  return origin + pathname;
}
