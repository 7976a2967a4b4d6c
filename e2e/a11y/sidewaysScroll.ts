import type { Page } from 'playwright';

/** WCAG 1.4.10: by how much the page is wider than the window, as one finding or none. */
export async function sidewaysScroll(page: Page): Promise<string[]> {
  const [wide, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  return (wide ?? 0) > (window ?? 0) ? [`scrolls sideways: ${wide} px in ${window}`] : [];
}
