/** The policy language as documented for COS (documentation 30580, 46205 and 46206). */
export interface Policy {
  readonly version: '2.0';
  readonly statement: readonly PolicyStatement[];
}

export interface PolicyStatement {
  readonly effect: 'allow' | 'deny';
  readonly action: string | readonly string[];
  readonly resource: string | readonly string[];
  /** operator -> key -> value or values */
  readonly condition?: Readonly<Record<string, Readonly<Record<string, ConditionValue>>>>;
}

type Scalar = string | number | boolean;
export type ConditionValue = Scalar | readonly Scalar[];

/** Documented operators; each may carry the suffix `_if_exist`. */
export const OPERATORS = [
  'string_equal',
  'string_not_equal',
  'string_like',
  'ip_equal',
  'ip_not_equal',
  'numeric_equal',
  'numeric_not_equal',
  'numeric_greater_than',
  'numeric_greater_than_equal',
  'numeric_less_than',
  'numeric_less_than_equal',
  'bool_equal',
] as const;

export type Operator = (typeof OPERATORS)[number];

export const IF_EXIST = '_if_exist';

/** A temporary key's policy may have this many characters (CAM limits). */
const LONGEST_POLICY = 6144;

/**
 * Refuses, with the field's name, what the key service would refuse, and anything this emulator could not judge: a
 * condition that is silently ignored would make a key look narrower than it is.
 */
export function assertPolicy(policy: unknown): asserts policy is Policy {
  const root = record(policy, 'policy', ['version', 'statement']);
  if (JSON.stringify(policy).length > LONGEST_POLICY) fail('policy', `is longer than ${LONGEST_POLICY} characters`);
  if (root.version !== '2.0') fail('version', 'must be "2.0"');
  if (!Array.isArray(root.statement) || root.statement.length === 0) fail('statement', 'must be a list of statements');
  for (const [index, each] of (root.statement as unknown[]).entries()) {
    const at = `statement[${index}]`;
    const statement = record(each, at, ['effect', 'action', 'resource', 'condition']);
    if (statement.effect !== 'allow' && statement.effect !== 'deny') fail(`${at}.effect`, 'must be allow or deny');
    strings(statement.action, `${at}.action`, (action) => /^(?:\*|(?:name\/)?cos:[A-Za-z*]+)$/.test(action));
    strings(statement.resource, `${at}.resource`, (resource) => /^(?:\*|qcs::cos:[^:]*:[^:]*:.+)$/.test(resource));
    if (statement.condition !== undefined) assertCondition(statement.condition, `${at}.condition`);
  }
}

function assertCondition(condition: unknown, at: string): void {
  for (const [operator, keys] of Object.entries(record(condition, at))) {
    const base = operator.endsWith(IF_EXIST) ? operator.slice(0, -IF_EXIST.length) : operator;
    if (!OPERATORS.some((known) => known === base)) fail(`${at}.${operator}`, 'is not an operator of COS');
    for (const [key, value] of Object.entries(record(keys, `${at}.${operator}`))) {
      const values: unknown[] = Array.isArray(value) ? value : [value];
      const areScalars = values.every((each) => ['string', 'number', 'boolean'].includes(typeof each));
      if (values.length === 0 || !areScalars) fail(`${at}.${operator}.${key}`, 'must be a value or a list of values');
    }
  }
}

function record(value: unknown, at: string, allowed?: readonly string[]): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) fail(at, 'must be an object');
  const unknown = allowed && Object.keys(value).find((name) => !allowed.includes(name));
  if (unknown !== undefined) fail(`${at}.${unknown}`, 'is not an element of a policy');
  return value as Record<string, unknown>;
}

function strings(value: unknown, at: string, isValid: (text: string) => boolean): void {
  const values: unknown[] = Array.isArray(value) ? value : [value];
  if (values.length === 0 || !values.every((each) => typeof each === 'string' && isValid(each))) {
    fail(at, 'is missing or not of the documented form');
  }
}

function fail(at: string, problem: string): never {
  throw new Error(`Policy: ${at} ${problem}.`);
}
