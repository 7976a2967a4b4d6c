import type { Policy, PolicyStatement } from './assertPolicy.ts';
import { conditionHolds, type ConditionKeys } from './conditionHolds.ts';

/** One question to a policy. */
export interface PolicyQuestion {
  /** With or without `name/`: `name/cos:GetObject`. */
  readonly action: string;
  readonly bucket: string;
  readonly region: string;
  /** Decoded key; for listings the prefix; '' for the bucket itself. */
  readonly key: string;
  readonly conditionKeys: ConditionKeys;
}

/** True when some statement allows it and none denies it (COS documentation 30580). */
export function evaluatePolicy(policy: Policy, question: PolicyQuestion): boolean {
  const effects = new Set(
    policy.statement.filter((statement) => applies(statement, question)).map((statement) => statement.effect),
  );
  return effects.has('allow') && !effects.has('deny');
}

function applies(statement: PolicyStatement, question: PolicyQuestion): boolean {
  return (
    list(statement.action).some((pattern) => matchesAction(pattern, question.action)) &&
    list(statement.resource).some((pattern) => matchesResource(pattern, question)) &&
    Object.entries(statement.condition ?? {}).every(([operator, keys]) =>
      conditionHolds(operator, keys, question.conditionKeys),
    )
  );
}

function list(value: string | readonly string[]): readonly string[] {
  return typeof value === 'string' ? [value] : value;
}

function withoutName(text: string): string {
  return text.replace(/^name\//, '');
}

function matchesAction(pattern: string, action: string): boolean {
  return glob(withoutName(pattern), withoutName(action));
}

/**
 * `qcs::cos:<region>:uid/<appid>:<bucket>/<path>`, or the older
 * `qcs::cos:<region>:uid/<appid>:prefix//<appid>/<shortname>/<path>` which the STS SDK still writes.
 */
function matchesResource(pattern: string, { bucket, region, key }: PolicyQuestion): boolean {
  if (pattern === '*') return true;
  const [qcs, project, service, regionPattern = '', owner = '', ...rest] = pattern.split(':');
  if (qcs !== 'qcs' || project !== '' || service !== 'cos') return false;
  const dash = bucket.lastIndexOf('-');
  const [shortName, appId] = [bucket.slice(0, dash), bucket.slice(dash + 1)];
  const path = rest.join(':');
  return (
    glob(regionPattern, region) &&
    glob(owner, `uid/${appId}`) &&
    (glob(path, `${bucket}/${key}`) || glob(path, `prefix//${appId}/${shortName}/${key}`))
  );
}

/** Case-sensitive; `*` stands for any characters, slashes included, or none. */
export function glob(pattern: string, text: string): boolean {
  const [first = '', ...others] = pattern.split('*');
  if (others.length === 0) return pattern === text;
  const last = others.pop() ?? '';
  if (!text.startsWith(first)) return false;
  let at = first.length;
  for (const piece of others) {
    const found = text.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return text.length - last.length >= at && text.endsWith(last);
}
