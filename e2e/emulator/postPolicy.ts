import { CosServiceError } from './CosServiceError.ts';
import { parseAuthorization, parseKeyTime } from './authorizationFields.ts';
import type { FormGrant } from './OperationContext.ts';
import { computePolicySignature } from './signature.ts';
import { doesNotMatch, equal, verifyFields, type SignableRequest } from './verifySignature.ts';
import { verifyKey, verifyWindow, type KeyJudge } from './verifyKey.ts';

type Fields = ReadonlyMap<string, string>;
type SizeRange = { min: number; max: number };

/** A policy without these could be used with any key and at any time. */
const REQUIRED_CONDITIONS = ['q-sign-algorithm', 'q-ak', 'q-sign-time'];

/**
 * Verifies what a POST Object form is signed with (COS documentation 14690): a policy and its signature, or one field
 * `Signature` that holds a header signature for `POST /`. A form without either is anonymous.
 *
 * @param fields lower-cased names; `${filename}` in `key` already replaced. Throws `CosServiceError`.
 */
export function verifyPostPolicy(fields: Fields, request: SignableRequest, bucket: string, judge: KeyJudge): FormGrant {
  const token = fields.get('x-cos-security-token');
  const signature = fields.get('signature');
  if (signature !== undefined) {
    return { caller: verifyFields(request, parseAuthorization(signature), token, judge) };
  }
  const encoded = fields.get('policy');
  if (encoded === undefined) {
    if (fields.has('q-signature') || fields.has('q-ak')) throw invalidPolicy('The form is signed but has no policy.');
    return { caller: { type: 'anonymous' } };
  }
  const [algorithm, secretId, keyTime, given] = ['q-sign-algorithm', 'q-ak', 'q-key-time', 'q-signature'].map(
    (name) => {
      const value = fields.get(name);
      if (!value) throw new CosServiceError(403, 'AccessDenied', `The form field ${name} is missing.`);
      return value;
    },
  ) as [string, string, string, string];
  if (algorithm !== 'sha1') throw new CosServiceError(403, 'AccessDenied', 'q-sign-algorithm must be sha1.');
  const key = verifyKey(secretId, token, judge);
  verifyWindow(parseKeyTime(keyTime), judge.now);
  const policyText = decodePolicy(encoded);
  const expected = computePolicySignature(policyText, keyTime, key.secretKey);
  if (!equal(expected.signature, given)) throw doesNotMatch(expected);
  const sizeRange = checkConditions(policyText, fields, bucket, judge.now);
  return { caller: key.caller, ...(sizeRange ? { sizeRange } : {}) };
}

function decodePolicy(encoded: string): string {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(encoded)) throw invalidPolicy('The policy is not Base64.');
  return Buffer.from(encoded, 'base64').toString('utf8');
}

function checkConditions(policyText: string, fields: Fields, bucket: string, now: number): SizeRange | undefined {
  const { expiration, conditions } = parsePolicy(policyText);
  const [end, seconds] = [Math.floor(expiration / 1000), Math.floor(now / 1000)];
  if (now > expiration) {
    throw new CosServiceError(
      403,
      'AccessDenied',
      `You post object request has been expired, expiration time: ${end} but the time now : ${seconds}`,
    );
  }
  const parsed = conditions.map(parseCondition);
  const missing = REQUIRED_CONDITIONS.find((name) => !parsed.some((each) => each.field === name));
  if (missing) throw invalidPolicy(`The policy has no condition for ${missing}.`);
  for (const condition of parsed) {
    if (condition.type === 'range') continue;
    const { field, value } = condition;
    const actual = formValue(field, fields, bucket);
    const holds =
      actual !== undefined && (condition.type === 'starts-with' ? actual.startsWith(value) : actual === value);
    if (!holds) {
      throw new CosServiceError(403, 'AccessDenied', `Condition key ${field} doesn't match the value ${value}`);
    }
  }
  return parsed.reduce<SizeRange | undefined>(
    (range, each) =>
      each.type === 'range'
        ? { min: Math.max(each.min, range?.min ?? 0), max: Math.min(each.max, range?.max ?? Number.POSITIVE_INFINITY) }
        : range,
    undefined,
  );
}

/** `bucket` need not be a field; the key time may stand under either of its names. */
function formValue(field: string, fields: Fields, bucket: string): string | undefined {
  if (field === 'bucket') return bucket;
  if (field === 'q-sign-time') return fields.get('q-key-time');
  return fields.get(field);
}

function parsePolicy(text: string): { expiration: number; conditions: unknown[] } {
  let policy: { expiration?: unknown; conditions?: unknown } | null;
  try {
    policy = JSON.parse(text) as typeof policy;
  } catch {
    throw invalidPolicy('The policy is not JSON.');
  }
  const expiration = typeof policy?.expiration === 'string' ? Date.parse(policy.expiration) : Number.NaN;
  if (Number.isNaN(expiration)) throw invalidPolicy('The policy has no expiration in ISO 8601.');
  if (!Array.isArray(policy?.conditions) || policy.conditions.length === 0) {
    throw invalidPolicy('You must provide condition if you specify a policy in post object request.');
  }
  return { expiration, conditions: policy.conditions as unknown[] };
}

type Condition =
  | { type: 'eq' | 'starts-with'; field: string; value: string }
  | { type: 'range'; field: 'content-length-range'; min: number; max: number };

function parseCondition(condition: unknown): Condition {
  if (Array.isArray(condition) && condition.length === 3) {
    const [operator, field, value] = condition as [unknown, unknown, unknown];
    if (operator === 'content-length-range' && Number.isInteger(field) && Number.isInteger(value)) {
      return { type: 'range', field: 'content-length-range', min: field as number, max: value as number };
    }
    const isComparison = operator === 'eq' || operator === 'starts-with';
    if (isComparison && typeof field === 'string' && field.startsWith('$') && typeof value === 'string') {
      return { type: operator, field: field.slice(1).toLowerCase(), value };
    }
  } else if (typeof condition === 'object' && condition !== null && !Array.isArray(condition)) {
    const [entry, ...others] = Object.entries(condition);
    if (entry && others.length === 0 && typeof entry[1] === 'string') {
      return { type: 'eq', field: entry[0].toLowerCase(), value: entry[1] };
    }
  }
  throw invalidPolicy('A condition of the policy is not of a documented form.');
}

function invalidPolicy(message: string): CosServiceError {
  return new CosServiceError(400, 'InvalidPolicyDocument', message);
}
