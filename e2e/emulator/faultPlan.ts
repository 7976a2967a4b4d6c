import type { Fault, FaultEffect } from './EmulatorOptions.ts';

/** Counts requests and says what goes wrong with each. */
export interface FaultPlan {
  plant(faults: readonly Fault[]): void;
  clear(): void;
  /** Call once per request; several faults may strike the same one, in the order they were planted. */
  strike(operation: string, key: string, target?: string): FaultEffect[];
}

export function createFaultPlan(initial: readonly Fault[] = []): FaultPlan {
  let planted: { fault: Fault; matches: number }[] = [];
  const plan: FaultPlan = {
    plant: (faults) => {
      planted = [...planted, ...faults.map((fault) => ({ fault, matches: 0 }))];
    },
    clear: () => {
      planted = [];
    },
    strike: (operation, key, target = '') =>
      planted
        .filter((each) => matches(each.fault, { operation, key, target }) && isDue(each.fault, ++each.matches))
        .map((each) => each.fault.effect),
  };
  plan.plant(initial);
  return plan;
}

function matches(
  { operation, keyContains = '', targetContains = '' }: Fault,
  asked: { readonly operation: string; readonly key: string; readonly target: string },
): boolean {
  return (
    (operation === '*' || operation === asked.operation) &&
    asked.key.includes(keyContains) &&
    asked.target.includes(targetContains)
  );
}

function isDue({ nth = 1, times = 1 }: Fault, count: number): boolean {
  return count >= nth && count < nth + (times ?? Number.POSITIVE_INFINITY);
}
