import type { Page } from 'playwright';

/**
 * What is on the page, or said of it to a screen reader, without having come from `src/text`: words outside the brackets
 * of the pseudo-language. Names, keys, addresses and code are a person's own and not looked at.
 */
export async function untranslated(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    /** Foreign text stands in these. */
    const FOREIGN =
      'bdi, code, pre, kbd, samp, input, textarea, canvas, svg, [lang], [translate=no], [dir=ltr], [dir=auto]';
    const FOREIGN_FIELD = '[dir=ltr]';
    /** `12 kB`, `3.4 MB/s`, `Nov 27, 2026, 5:12 PM`, `2 minutes`: made by Intl. */
    const FORMATTED =
      /^(?:[\d.,:%\s/()–-]|bytes?|kB|MB|GB|TB|AM|PM|GMT[+-]?\d*|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|(?:days?|hours?|minutes?|seconds?)\b)+$/;
    const found = new Set<string>();
    const isOurs = (text: string): boolean =>
      !/\p{Script=Latin}{2}/u.test(text) || text.includes('⟦') || text.includes('⟧') || FORMATTED.test(text.trim());
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const parent = node.parentElement;
      const text = node.textContent ?? '';
      if (parent === null || isOurs(text) || parent.closest(FOREIGN)) continue;
      if (parent.checkVisibility({ visibilityProperty: true })) found.add(`text: ${text.trim().slice(0, 60)}`);
    }
    for (const element of document.querySelectorAll('body *')) {
      if (!element.checkVisibility({ visibilityProperty: true })) continue;
      for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'aria-valuetext', 'aria-roledescription']) {
        const text = element.getAttribute(name);
        if (name === 'placeholder' && element.matches(FOREIGN_FIELD)) continue;
        // What is written inside was looked at already.
        if (text && element.textContent.includes(text)) continue;
        // The hidden buttons of react-aria, which has Chinese and Hebrew of its own.
        if (text === 'Dismiss') continue;
        // A file and its bar are called by its name, a storage class by its code.
        if (element.matches('img, video, audio, canvas, progress') || /^[A-Z_]+$/.test(text ?? '')) continue;
        if (text && !isOurs(text)) found.add(`${name}: ${text.slice(0, 60)}`);
      }
    }
    return [...found];
  });
}
