import type { Page } from 'playwright';
import { settle } from './settle.ts';

const KEPT_AS = 'beeline.language';
/** A local server sends a file sooner than this. */
const QUIET_MS = 200;

/**
 * The page in another language, with all that is open: as if a person had chosen it in another tab. States are brought
 * up in English, where they are found by their names.
 */
export async function switchLanguage(page: Page, language: 'en' | 'zh-CN'): Promise<void> {
  await page.evaluate(
    ([key, newValue]) => dispatchEvent(new StorageEvent('storage', { key: key ?? null, newValue: newValue ?? null })),
    [KEPT_AS, language],
  );
  await page.locator(`html[lang="${language}"]`).waitFor();
  // Words of what is open are fetched; a part that waits for its own is not drawn meanwhile.
  await page.evaluate(async (quietMs) => {
    let before = -1;
    for (;;) {
      const scripts = performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.js')).length;
      if (scripts === before) return;
      before = scripts;
      await new Promise((done) => setTimeout(done, quietMs));
    }
  }, QUIET_MS);
  await settle(page);
}
