import type { TemporaryCredentials } from '#credentials/CredentialsProvider.ts';
import { signPostPolicy } from '#cos/postPolicy.ts';
import { formBody } from '#cos/formBody.ts';
import { signingWindow } from '#cos/signedTarget.ts';
import { requiredText, parseXml } from '#cos/xml.ts';
import { areKeysRefused, isDenied, type ProbeOutcome, type ProbeRequest } from './prober.ts';
import type { Visit } from './Visit.ts';

/** The outcome of the request that needs each action; absent where it could not be asked. */
export type Trials = ReadonlyMap<string, ProbeOutcome>;

export interface TrialKeys {
  readonly browse: TemporaryCredentials;
  /** Absent: for looking only. */
  readonly upload?: TemporaryCredentials;
}

/** What the one part that is really sent weighs: enough to see how fast it goes. */
export const PART_BYTES = 256 * 1024;
/** No real upload has this id, so nothing is ever completed. */
const NO_UPLOAD = 'beeline-set-up-check';
const NO_PARTS =
  '<CompleteMultipartUpload><Part><PartNumber>1</PartNumber><ETag>"0"</ETag></Part></CompleteMultipartUpload>';
/** Of no bytes we ever send: the bucket judges the right first and refuses the body then. */
const WRONG_MD5 = 'AAAAAAAAAAAAAAAAAAAAAA==';
/** No version has this id, so a DELETE of it removes nothing, and leaves no delete marker as one without would. */
const NO_VERSION = 'beeline-set-up-check';

/**
 * Asks for every right by a request that cannot succeed, or about a name that no object has.
 *
 * [Note: Rights are tried without touching an object] COS judges the right before anything else about a request
 * (COS documentation 40105), so a request that must fail later tells: 403 is a no, any other refusal is a yes. An object is read under
 * a name that nobody uses; PUT carries a checksum its body does not have; a form is bound to a size its file does not
 * have; a copy has a source that is not there; a merge and a deletion name an upload and a version that never were. The
 * one thing that is really begun, an upload in parts, is aborted at the end, and was never an object.
 */
export async function tryPermissions(visit: Visit, keys: TrialKeys): Promise<Trials> {
  const { origin, prober, randomKey } = visit;
  const trials = new Map<string, ProbeOutcome>();
  const ask: Ask = async (action, request, as) => {
    const outcome = await prober.ask(origin, { ...request, operation: action }, as);
    trials.set(`name/cos:${action}`, outcome);
    return outcome;
  };

  await ask('HeadObject', { method: 'HEAD', key: randomKey() }, keys.browse);
  await ask('GetObject', { method: 'GET', key: randomKey() }, keys.browse);
  if (keys.upload === undefined) return trials;
  const { upload } = keys;

  await tryUploadInParts(ask, visit, upload);
  const one = new Uint8Array(1);
  await ask('PutObject', { method: 'PUT', key: randomKey(), headers: { 'Content-MD5': WRONG_MD5 }, body: one }, upload);
  await ask('PostObject', await formThatCannotFit(visit, upload), upload);
  const source = { 'x-cos-copy-source': `${new URL(origin).host}/${encodeURI(randomKey())}` };
  await ask('PutObjectCopy', { method: 'PUT', key: randomKey(), headers: source }, upload);
  await ask('GetObjectACL', { method: 'GET', key: randomKey(), query: { acl: '' } }, upload);
  await ask('GetObjectTagging', { method: 'GET', key: randomKey(), query: { tagging: '' } }, upload);
  await ask('DeleteObject', { method: 'DELETE', key: randomKey(), query: { versionId: NO_VERSION } }, upload);
  return trials;
}

type Ask = (
  action: string,
  request: Omit<ProbeRequest, 'operation'>,
  as: TemporaryCredentials,
) => Promise<ProbeOutcome>;

/** Begins an upload only where it can be ended again. */
async function tryUploadInParts(ask: Ask, { setUp, randomKey }: Visit, upload: TemporaryCredentials): Promise<void> {
  const { prefix } = setUp.connection;
  const key = randomKey();
  const about = (uploadId: string) => ({ key, query: { uploadId } });
  const unfinished = { uploads: '', prefix, 'max-uploads': '1' };
  await ask('ListMultipartUploads', { method: 'GET', query: unfinished }, upload);
  const complete = { method: 'POST', ...about(NO_UPLOAD), body: new TextEncoder().encode(NO_PARTS) } as const;
  await ask('CompleteMultipartUpload', complete, upload);
  const ended = await ask('AbortMultipartUpload', { method: 'DELETE', ...about(NO_UPLOAD) }, upload);
  const canBegin = ended.type === 'answer' && !isDenied(ended);
  const begun = canBegin
    ? await ask('InitiateMultipartUpload', { method: 'POST', key, query: { uploads: '' } }, upload)
    : undefined;
  const uploadId = begun && uploadIdOf(begun);
  try {
    const part = { partNumber: '1', uploadId: uploadId ?? NO_UPLOAD };
    await ask('UploadPart', { method: 'PUT', key, query: part, body: new Uint8Array(PART_BYTES) }, upload);
    await ask('ListParts', { method: 'GET', ...about(uploadId ?? NO_UPLOAD) }, upload);
  } finally {
    if (uploadId !== undefined) {
      await ask('AbortMultipartUpload', { method: 'DELETE', ...about(uploadId), isCleanUp: true }, upload);
    }
  }
}

/** Actions whose requests were refused for want of the right. */
export function deniedActionsOf(trials: Trials): readonly string[] {
  const denied = [...trials].filter(([, outcome]) => isDenied(outcome)).map(([action]) => action);
  // A copy also reads its source and writes its target, so where one of these is refused the copy says nothing more.
  const isCopyClear = !denied.includes('name/cos:GetObject') && !denied.includes('name/cos:PutObject');
  return isCopyClear ? denied : denied.filter((action) => action !== 'name/cos:PutObjectCopy');
}

/** Actions whose requests got an answer that says yes. */
export function grantedActionsOf(trials: Trials): readonly string[] {
  return [...trials]
    .filter(([, outcome]) => outcome.type === 'answer' && !isDenied(outcome) && !areKeysRefused(outcome))
    .map(([action]) => action);
}

/** A form of one byte whose policy demands a gigabyte: refused after the right was judged. */
async function formThatCannotFit(
  { setUp, clock, randomKey }: Visit,
  keys: TemporaryCredentials,
): Promise<Omit<ProbeRequest, 'operation'>> {
  const window = signingWindow(clock.now(), 300, keys.expiresAt);
  const key = randomKey();
  const text = JSON.stringify({
    expiration: new Date(window.endSeconds * 1000).toISOString(),
    conditions: [
      { bucket: setUp.connection.bucket },
      { key },
      ['content-length-range', 1e9, 1e9],
      { 'q-sign-algorithm': 'sha1' },
      { 'q-ak': keys.secretId },
      { 'q-sign-time': `${window.startSeconds};${window.endSeconds}` },
    ],
  });
  const { policy, keyTime, signature } = await signPostPolicy(keys, text, window);
  const { body, contentType } = await formBody(
    [
      ['key', key],
      ['policy', policy],
      ['q-sign-algorithm', 'sha1'],
      ['q-ak', keys.secretId],
      ['q-key-time', keyTime],
      ['q-signature', signature],
      ['x-cos-security-token', keys.sessionToken],
    ],
    new Uint8Array(1),
  );
  return { method: 'POST', placement: 'form', headers: { 'Content-Type': contentType }, body: new Uint8Array(body) };
}

function uploadIdOf(outcome: ProbeOutcome): string | undefined {
  if (outcome.type !== 'answer' || outcome.status !== 200) return undefined;
  try {
    return requiredText(parseXml(outcome.body), 'UploadId');
  } catch {
    return undefined;
  }
}
