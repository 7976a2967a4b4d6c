import type { Page } from 'playwright';

/**
 * Sentences of ours that cannot be read whole: cut by what they stand in (an ellipsis is a cut as well), running out of
 * it, out of the window, or over another sentence. Names of a person's own may be shortened.
 */
export async function cutText(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const SLACK = 1.5;
    const BOXES = 'button, a, [role=button], [role=menuitem], [role=tab], label, dialog, td, th, dd, dt';
    const found = new Set<string>();
    const sentences: { readonly text: string; readonly box: DOMRect; readonly parent: Element }[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (parent === null || !/[⟦⟧]/.test(node.textContent ?? '')) continue;
      if (!parent.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
      if (parent.closest('.visually-hidden, option, [data-may-shorten]')) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const box = range.getBoundingClientRect();
      if (box.width > 0) sentences.push({ text: (node.textContent ?? '').trim(), box, parent });
    }
    for (const { text, box, parent } of sentences) {
      const say = (what: string): unknown => found.add(`${what}: ${text.slice(0, 70)}`);
      const isOut = (frame: { readonly left: number; readonly right: number }): boolean =>
        box.left < frame.left - SLACK || box.right > frame.right + SLACK;
      let [isReachable, isScrolled] = [false, false];
      for (let around: Element | null = parent; around && around !== document.body; around = around.parentElement) {
        const { overflowX, overflowY, display, position } = getComputedStyle(around);
        const frame = around.getBoundingClientRect();
        if (/hidden|clip/.test(overflowX) && isOut(frame)) say('cut at the side');
        if (
          !isScrolled &&
          /hidden|clip/.test(overflowY) &&
          (box.top < frame.top - SLACK || box.bottom > frame.bottom + SLACK)
        )
          say('cut above or below');
        if (around.matches(BOXES) && display !== 'inline' && isOut(frame)) say('runs out of its box');
        isScrolled ||= /auto|scroll/.test(overflowY);
        isReachable = /auto|scroll/.test(overflowX) && around.scrollWidth > around.clientWidth;
        if (isReachable || position === 'fixed') break;
      }
      if (!isReachable && isOut({ left: 0, right: innerWidth })) say('out of the window');
    }
    return [...found];
  });
}
