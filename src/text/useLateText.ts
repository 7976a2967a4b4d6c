import { use } from 'react';
import type { LateMessages, LateText } from './LateText.ts';
import { loadLateText } from './loadLateText.ts';
import type { Text } from './Text.ts';
import { useText } from './useText.ts';

const whole = new WeakMap<Text, LateText>();

/**
 * The language of the page, for screens that are themselves fetched after the first rows: all of `useText`, and the
 * sentences of `en/late.ts`. Suspends until they are there, so there is a `Suspense` above.
 */
export function useLateText(): LateText {
  const text = useText();
  // Asked for each time: React replays a component that was suspended, and wants to see the same calls.
  const late = use(loadLateText(text.language));
  return whole.get(text) ?? join(text, late);
}

function join(text: Text, late: LateMessages): LateText {
  const joined = { ...text, t: { ...text.t, ...late } };
  whole.set(text, joined);
  return joined;
}
