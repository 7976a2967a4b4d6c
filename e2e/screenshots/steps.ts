import type { Locator, Page } from 'playwright';
import { withoutFilePicker } from '../fixtures/withoutFilePicker.ts';
import type { AppServer } from '../setup/serveApp.ts';

export async function openAt(
  app: AppServer,
  page: Page,
  prefix = '',
  look: Readonly<Record<string, string>> = {},
): Promise<void> {
  await page.goto(`${app.origin}/${prefix && `?${new URLSearchParams({ c: 'main', p: prefix, ...look })}`}`);
  await page.getByRole('grid', { name: 'Files' }).getByRole('row').nth(2).waitFor();
  await page.getByRole('group', { name: 'Filters' }).waitFor();
}

export async function previewAt(
  app: AppServer,
  page: Page,
  prefix: string,
  name: string,
  drawn: string,
): Promise<void> {
  const place = new URLSearchParams({ c: 'main', p: prefix, preview: prefix + name });
  await page.goto(`${app.origin}/?${place}`);
  await page.locator(`[aria-label^="Preview of"] ${drawn}`).first().waitFor();
}

export function rowNamed(page: Page, name: string): Locator {
  return page.getByRole('row', { name: new RegExp(`^${name}`) });
}

export async function choose(page: Page, paths: readonly string[]): Promise<void> {
  await withoutFilePicker(page);
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Upload files' }).first().click();
  await (await chooser).setFiles([...paths]);
}
