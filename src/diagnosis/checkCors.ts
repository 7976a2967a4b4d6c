import { CORS_METHODS } from './corsRuleFor.ts';
import type { Finding } from '#lib/Finding.ts';
import type { ProbeOutcome, ProbeRequest, Prober } from './prober.ts';
import type { Visit } from './Visit.ts';

/** Response headers that were there to be read, by whether the page could. */
export interface ReadHeaders {
  readonly read: readonly string[];
  readonly hidden: readonly string[];
}

/** An upload that nobody ever began: requests about it can be asked for with every method and change nothing. */
const NO_UPLOAD = { uploadId: 'beeline-set-up-check' };
/** What the app sends beside the safelisted headers, one of each kind. */
const SENT_HEADERS: Readonly<Record<string, string>> = {
  Authorization: 'beeline-set-up-check',
  'Content-Type': 'application/octet-stream',
  'Cache-Control': 'no-cache',
  'Content-MD5': 'AAAAAAAAAAAAAAAAAAAAAA==',
  'x-cos-security-token': 'beeline-set-up-check',
  'x-cos-forbid-overwrite': 'true',
  'x-cos-storage-class': 'STANDARD',
  'x-cos-acl': 'default',
  'x-cos-copy-source': 'beeline-set-up-check',
  'x-cos-metadata-directive': 'Copy',
  'x-cos-meta-beeline-mtime': '0',
};

/**
 * The methods of ours that the bucket's CORS rule lacks for this page. All of them means that there is no rule for it.
 *
 * [Note: Telling CORS rules apart from inside a page] A browser says only "failed". So each question differs from one
 * that worked in a single thing: the method with no header, then all headers at once, then one header at a time. The
 * questions carry no valid signature: a refusal that can be read is as good as a yes. Names are new each time, as
 * browsers remember preflights by address.
 */
export async function missingMethods(
  origin: string,
  prober: Prober,
  randomKey: () => string,
): Promise<readonly string[]> {
  const missing: string[] = [];
  for (const method of CORS_METHODS) {
    if (await isBlocked(() => prober.ask(origin, questionWith(method, randomKey())))) missing.push(method);
  }
  return missing;
}

/** Request headers of ours that the rule does not allow. Asked with PUT, so it must not be one of the missing methods. */
async function refusedHeaders(origin: string, prober: Prober, randomKey: () => string): Promise<readonly string[]> {
  const isRefused = (headers: Readonly<Record<string, string>>): Promise<boolean> =>
    isBlocked(() => prober.ask(origin, { ...questionWith('PUT', randomKey()), headers }));
  if (!(await isRefused(SENT_HEADERS))) return [];
  const refused: string[] = [];
  for (const [name, value] of Object.entries(SENT_HEADERS)) {
    if (await isRefused({ [name]: value })) refused.push(name);
  }
  // Each alone is fine and all together are not: no rule is known to count them; better said than hidden.
  return refused.length > 0 ? refused : Object.keys(SENT_HEADERS);
}

/** What the rule lacks. Asked only when there is one. */
export async function checkCors(
  { origin, prober, randomKey }: Pick<Visit, 'origin' | 'prober' | 'randomKey'>,
  methods: readonly string[],
  seen: ReadHeaders,
): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  if (methods.length > 0) findings.push({ check: 'cors', code: 'CorsMethods', severity: 'bad', facts: { methods } });
  const headers = methods.includes('PUT') ? [] : await refusedHeaders(origin, prober, randomKey);
  if (headers.length > 0) findings.push({ check: 'cors', code: 'CorsHeaders', severity: 'bad', facts: { headers } });
  if (seen.hidden.length > 0) {
    // Without these no upload in parts can end and no long download can begin; the others cost a word of truth.
    const isNeeded = seen.hidden.includes('ETag') || seen.hidden.includes('Content-Range');
    const severity = isNeeded ? 'bad' : 'warning';
    findings.push({ check: 'cors', code: 'CorsNotExposed', severity, facts: { headers: seen.hidden } });
  }
  if (findings.length > 0) return findings;
  return [{ check: 'cors', code: 'CorsRight', severity: 'good', facts: { headers: seen.read } }];
}

/** About an upload that does not exist, an object that does not exist, or the bucket itself. */
function questionWith(method: string, key: string): ProbeRequest {
  switch (method) {
    case 'PUT':
      return { operation: 'UploadPart', method, key, query: { ...NO_UPLOAD, partNumber: '1' } };
    case 'POST':
      return { operation: 'CompleteMultipartUpload', method, key, query: NO_UPLOAD };
    case 'DELETE':
      return { operation: 'AbortMultipartUpload', method, key, query: NO_UPLOAD };
    case 'HEAD':
      return { operation: 'HeadObject', method, key };
    default:
      return { operation: 'GetObject', method: 'GET', key };
  }
}

/** Twice, so that one lost connection is no verdict. */
async function isBlocked(ask: () => Promise<ProbeOutcome>): Promise<boolean> {
  return (await ask()).type === 'blocked' && (await ask()).type === 'blocked';
}
