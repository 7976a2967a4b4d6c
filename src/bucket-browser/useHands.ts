import { useEffect, useRef, type RefObject } from 'react';
import type { Hands } from './gestures/Hands.ts';

/** There from the first folder on, so that in the next one no key is pressed in vain. */
const fetched: { attach?: (root: HTMLElement, hands: () => Hands) => () => void } = {};

/**
 * Mouse, finger and clipboard, fetched as soon as there is something to lay hands on.
 *
 * @param root the element of the whole folder
 */
export function useHands(root: RefObject<HTMLElement | null>, isReady: boolean, hands: Hands): void {
  const latest = useRef(hands);
  useEffect(() => {
    latest.current = hands;
  });
  useEffect(() => {
    const element = root.current;
    if (!isReady || element === null) return undefined;
    const hands = (): Hands => latest.current;
    if (fetched.attach !== undefined) return fetched.attach(element, hands);
    let detach: (() => void) | undefined;
    // After the first rows are drawn; without it every command still has its button and its key.
    const timer = setTimeout(() => {
      import('./gestures/attachHands.ts').then(
        ({ attachHands }) => {
          fetched.attach = attachHands;
          if (detach === undefined) detach = attachHands(element, hands);
          else detach();
        },
        () => undefined,
      );
    });
    return () => {
      clearTimeout(timer);
      detach?.();
      detach = () => undefined;
    };
  }, [root, isReady]);
}
