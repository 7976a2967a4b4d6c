import type { Page } from 'playwright';
import { settle } from './settle.ts';

const KEPT_AS = 'beeline.language';

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
  await page.waitForLoadState('networkidle');
  await settle(page);
}
