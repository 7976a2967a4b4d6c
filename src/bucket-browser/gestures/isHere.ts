import { ownsKeys } from '#ui/ownsKeys.ts';

/** Keys pressed now are for the folder: they come from it, or from nothing in particular. */
export function isHere(root: HTMLElement, target: EventTarget | null): boolean {
  return target instanceof Node && !ownsKeys(target) && (root.contains(target) || target.contains(root));
}
