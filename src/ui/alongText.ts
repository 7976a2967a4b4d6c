/**
 * A key as it moves along the text: where that runs from right to left, the left arrow goes on to what comes next, as the
 * right one does elsewhere. Other keys stay what they are.
 */
export function alongText(key: string): string {
  if (document.dir !== 'rtl') return key;
  return key === 'ArrowLeft' ? 'ArrowRight' : key === 'ArrowRight' ? 'ArrowLeft' : key;
}
