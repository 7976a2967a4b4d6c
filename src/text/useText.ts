import { createContext, useContext } from 'react';
import type { Text } from './Text.ts';

export const TextContext = createContext<Text | undefined>(undefined);

/** The language of the page; `app` provides it. */
export function useText(): Text {
  const text = useContext(TextContext);
  if (text === undefined) throw new Error('useText needs a TextContext');
  return text;
}
