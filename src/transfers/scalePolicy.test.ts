import { expect, test } from 'vitest';
import { scalePolicy } from './scalePolicy.ts';
import { DEFAULT_TRANSFER_POLICY } from './TransferPolicy.ts';

test('every time is scaled, and nothing else', () => {
  const scaled = scalePolicy(DEFAULT_TRANSFER_POLICY, 0.05);
  const flat = ({ retry, ...rest }: typeof scaled): Record<string, number> => ({ ...rest, ...retry });
  const before = flat(DEFAULT_TRANSFER_POLICY);
  const kept = new Set(['progressEveryMs', 'maxRetryAfterMs']);
  for (const [name, value] of Object.entries(flat(scaled))) {
    const isTime = name.endsWith('Ms') && !kept.has(name);
    expect([name, value]).toEqual([name, (before[name] ?? 0) * (isTime ? 0.05 : 1)]);
  }
});
