import { describe, expect, test } from 'vitest';
import { createConnectionBudget } from './createConnectionBudget.ts';
import type { BudgetShare } from './createConnectionBudget.ts';

/** Asks for many slots at once and records who got one. */
function wanting(budget: ReturnType<typeof createConnectionBudget>, signal = new AbortController().signal) {
  const granted: Record<BudgetShare, (() => void)[]> = { small: [], large: [] };
  const ask = (share: BudgetShare, count: number): void => {
    for (let i = 0; i < count; i += 1) {
      budget.acquire(share, signal).then(
        (release) => granted[share].push(release),
        () => undefined,
      );
    }
  };
  return { granted, ask };
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('createConnectionBudget', () => {
  test('alone, either share may use every slot', async () => {
    const { granted, ask } = wanting(createConnectionBudget(6));
    ask('large', 20);
    await turn();
    expect(granted.large).toHaveLength(6);
  });

  test('a big file gives way to small files until they have their half, and no further', async () => {
    const { granted, ask } = wanting(createConnectionBudget(6));
    ask('large', 100);
    ask('small', 100);
    await turn();
    for (let i = 0; i < 6; i += 1) granted.large[i]?.();
    await turn();
    expect(granted.small).toHaveLength(3);
    expect(granted.large).toHaveLength(9);
  });

  test('a burst of refusals halves the slots once, down to one; answers open them again', async () => {
    const budget = createConnectionBudget(6);
    const { granted, ask } = wanting(budget);
    const before = budget.epoch;
    for (let refusal = 0; refusal < 6; refusal += 1) budget.refused(before);
    ask('small', 100);
    await turn();
    expect(granted.small).toHaveLength(3);
    for (let answer = 0; answer < 3; answer += 1) budget.answered();
    await turn();
    expect(granted.small).toHaveLength(4);
    for (let burst = 0; burst < 9; burst += 1) budget.refused(budget.epoch);
    granted.small.forEach((release) => release());
    await turn();
    expect(granted.small).toHaveLength(5);
    for (let answer = 0; answer < 100; answer += 1) budget.answered();
    await turn();
    expect(granted.small).toHaveLength(4 + 6);
  });

  test('with a single slot left, big and small take turns', async () => {
    const budget = createConnectionBudget(2);
    budget.refused(budget.epoch);
    const { granted, ask } = wanting(budget);
    ask('large', 10);
    ask('small', 10);
    for (let done = 0; done < 6; done += 1) {
      await turn();
      [...granted.large, ...granted.small].forEach((release) => release());
    }
    await turn();
    expect(Math.abs(granted.large.length - granted.small.length)).toBeLessThanOrEqual(1);
  });

  test('a slot given back twice counts once, and an abandoned wait takes none', async () => {
    const budget = createConnectionBudget(1);
    const leaving = new AbortController();
    const release = await budget.acquire('large', new AbortController().signal);
    const abandoned = budget.acquire('large', leaving.signal);
    leaving.abort();
    await expect(abandoned).rejects.toBe(leaving.signal.reason);
    release();
    release();
    const { granted, ask } = wanting(budget);
    ask('small', 2);
    await turn();
    expect(granted.small).toHaveLength(1);
  });
});
