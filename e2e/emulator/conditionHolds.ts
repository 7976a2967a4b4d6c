import { BlockList, isIPv4, isIPv6 } from 'node:net';
import { IF_EXIST, type ConditionValue, type Operator } from './assertPolicy.ts';

/** What the request says about each condition key: `cos:prefix` -> `photos/`. A missing key is undefined. */
export type ConditionKeys = (key: string) => string | undefined;

/** Whether the value of the request meets one value of the policy. */
const COMPARE: Readonly<Record<Operator, (actual: string, wanted: string) => boolean>> = {
  string_equal: (actual, wanted) => actual === wanted,
  string_not_equal: (actual, wanted) => actual !== wanted,
  string_like: like,
  ip_equal: isInNetwork,
  ip_not_equal: (actual, wanted) => !isInNetwork(actual, wanted),
  numeric_equal: (actual, wanted) => number(actual) === number(wanted),
  numeric_not_equal: (actual, wanted) => number(actual) !== number(wanted),
  numeric_greater_than: (actual, wanted) => number(actual) > number(wanted),
  numeric_greater_than_equal: (actual, wanted) => number(actual) >= number(wanted),
  numeric_less_than: (actual, wanted) => number(actual) < number(wanted),
  numeric_less_than_equal: (actual, wanted) => number(actual) <= number(wanted),
  bool_equal: (actual, wanted) => actual === wanted.toLowerCase(),
};

/**
 * One operator of a condition block: all its keys must hold (COS documentation 46205, 46206). Several values of a key
 * are alternatives; for `…_not_equal` that reads "none of them". A key the request does not carry fails, or with the
 * suffix `_if_exist` holds.
 */
export function conditionHolds(
  operator: string,
  keys: Readonly<Record<string, ConditionValue>>,
  request: ConditionKeys,
): boolean {
  const mayBeMissing = operator.endsWith(IF_EXIST);
  const base = (mayBeMissing ? operator.slice(0, -IF_EXIST.length) : operator) as Operator;
  const meets = COMPARE[base];
  return Object.entries(keys).every(([key, value]) => {
    const actual = request(key);
    if (actual === undefined) return mayBeMissing;
    const wanted = (typeof value === 'object' ? value : [value]).map(String);
    return base.endsWith('_not_equal')
      ? wanted.every((each) => meets(actual, each))
      : wanted.some((each) => meets(actual, each));
  });
}

/** `*` counts at the beginning and the end only. */
function like(actual: string, wanted: string): boolean {
  const [start, end] = [wanted.startsWith('*'), wanted.length > 1 && wanted.endsWith('*')];
  const text = wanted.slice(start ? 1 : 0, end ? -1 : undefined);
  if (start && end) return actual.includes(text);
  if (start) return actual.endsWith(text);
  return end ? actual.startsWith(text) : actual === text;
}

/** Anything but plain digits is not a number, and compares false. */
function number(text: string): number {
  return /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
}

/** An address, or a network such as `10.0.0.0/8`. */
function isInNetwork(actual: string, wanted: string): boolean {
  const [address = '', bits] = wanted.split('/');
  const family = isIPv4(address) ? 'ipv4' : isIPv6(address) ? 'ipv6' : undefined;
  const actualFamily = isIPv4(actual) ? 'ipv4' : 'ipv6';
  if (!family || family !== actualFamily) return false;
  const network = new BlockList();
  network.addSubnet(address, bits === undefined ? (family === 'ipv4' ? 32 : 128) : Number(bits), family);
  return network.check(actual, family);
}
