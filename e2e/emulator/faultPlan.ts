import type { Fault, FaultEffect } from './EmulatorOptions.ts';

/** Counts requests and says what goes wrong with each. */
export interface FaultPlan {
  plant(faults: readonly Fault[]): void;
  clear(): void;
  /** Call once per request; several faults may strike the same one, in the order they were planted. */
  strike(operation: string, key: string): FaultEffect[];
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
    strike: (operation, key) =>
      planted
        .filter((each) => matches(each.fault, operation, key) && isDue(each.fault, ++each.matches))
        .map((each) => each.fault.effect),
  };
  plan.plant(initial);
  return plan;
}

function matches({ operation, keyContains = '' }: Fault, actual: string, key: string): boolean {
  return (operation === '*' || operation === actual) && key.includes(keyContains);
}

function isDue({ nth = 1, times = 1 }: Fault, count: number): boolean {
  return count >= nth && count < nth + (times ?? Number.POSITIVE_INFINITY);
}
