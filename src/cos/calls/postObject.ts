import type { TemporaryCredentials } from '#credentials/CredentialsProvider.ts';
import type { ServerClock } from '#credentials/ServerClock.ts';
import type { PostObjectInput, PutObjectOutput } from '../CosCalls.ts';
import type { CallOptions } from '../CosClient.ts';
import { CosError } from '../CosError.ts';
import { formBody, isFormKey } from '../formBody.ts';
import { isAddressable } from '../objectKey.ts';
import { signPostPolicy, uploadPolicyText, type PostPolicy } from '../postPolicy.ts';
import { readEmptyAnswer, writtenFields } from '../readAnswer.ts';
import type { Requester } from '../request.ts';
import { signingWindow } from '../signedTarget.ts';
import { DEFAULT_CONTENT_TYPE, writeHeaders } from './writeHeaders.ts';

const WINDOW_SECONDS = 900;
/** A policy with less than this left is signed anew. */
const MINIMUM_LEFT_SECONDS = 300;
/** Options change by hand, so there are never many kinds of forms at a time. */
const POLICIES_KEPT = 32;

type PostObject = (requester: Requester, input: PostObjectInput, options?: CallOptions) => Promise<PutObjectOutput>;

/**
 * POST Object (COS documentation 14690) for small files: no preflight, and one signature for many of them. The whole file
 * is read into memory once. Reading an answer is enough to know it is written; there is no progress.
 *
 * @param prefix what the policy is limited to
 */
export function createPostObject(bucket: string, prefix: string, clock: ServerClock): PostObject {
  /** By the control fields they cover. */
  const policies = new Map<string, { secretId: string; endSeconds: number; policy: Promise<PostPolicy> }>();

  function policyFor(keys: TemporaryCredentials, controls: Readonly<Record<string, string>>): Promise<PostPolicy> {
    const covered = JSON.stringify(controls);
    const signed = policies.get(covered);
    const window = signingWindow(clock.now(), WINDOW_SECONDS, keys.expiresAt);
    const leftSeconds = (signed?.endSeconds ?? 0) - clock.now() / 1000;
    if (signed?.secretId === keys.secretId && leftSeconds > MINIMUM_LEFT_SECONDS) return signed.policy;
    const policy = signPostPolicy(keys, uploadPolicyText(bucket, prefix, keys.secretId, window, controls), window);
    if (policies.size >= POLICIES_KEPT) policies.clear();
    policies.set(covered, { secretId: keys.secretId, endSeconds: window.endSeconds, policy });
    return policy;
  }

  async function fieldsFor(
    { key, body: _body, ...headers }: PostObjectInput,
    keys: TemporaryCredentials | undefined,
  ): Promise<readonly (readonly [string, string])[]> {
    const { 'Content-Type': contentType = DEFAULT_CONTENT_TYPE, ...controls } = writeHeaders(headers);
    const fields: (readonly [string, string])[] = [
      ['key', key],
      ['Content-Type', contentType],
      ...Object.entries(controls),
    ];
    if (!keys) return fields;
    const { policy, keyTime, signature } = await policyFor(keys, controls);
    return [
      ...fields,
      ['policy', policy],
      ['q-sign-algorithm', 'sha1'],
      ['q-ak', keys.secretId],
      ['q-key-time', keyTime],
      ['q-signature', signature],
      ['x-cos-security-token', keys.sessionToken],
    ];
  }

  return async (requester, input, options = {}) => {
    // The key travels in the body, but an object that no URL names could never be read back.
    if (!isFormKey(input.key) || !isAddressable(input.key)) throw notAllowed(input.key);
    const answer = await requester.post(
      {
        operation: 'PostObject',
        action: 'name/cos:PostObject',
        purpose: 'upload',
        method: 'POST',
        placement: 'form',
        about: input.key,
        buildForm: async (keys) => formBody(await fieldsFor(input, keys), input.body),
      },
      { priority: 'transfer', ...options },
    );
    readEmptyAnswer(answer);
    return writtenFields(answer.headers);
  };
}

function notAllowed(key: string): CosError {
  const code = isAddressable(key) ? 'KeyNotAllowed' : 'UnsafeKey';
  const message = 'This key cannot be carried by a form unchanged';
  return new CosError({ kind: 'local', code, message, facts: { operation: 'PostObject', key } });
}
