import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright';
import { obtainBrowser } from '../setup/browser.mjs';
import { projectRoot } from '../setup/projectRoot.ts';
import { openPictureWorld } from './openPictureWorld.ts';

/**
 * `npm run screenshots`: the main states of the real app at two widths, light and dark, into `.beeline/screenshots`;
 * and the README's picture, `.github/screenshot.png`. `npm run screenshots -- history` takes those of one state.
 */
/** Names of states; none means all. */
const wanted = process.argv.slice(2);
const folder = join(projectRoot, '.beeline/screenshots');
if (wanted.length === 0) rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
mkdirSync(join(projectRoot, '.github'), { recursive: true });

const { states, tidy, close } = await openPictureWorld();
const browser = await chromium.launch({
  executablePath: await obtainBrowser(console.log),
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [1440, 390]) {
    for (const [name, bring] of Object.entries(states)) {
      if (wanted.length > 0 && !wanted.includes(name)) continue;
      await picture(name, bring, { colorScheme, width });
    }
  }
}
await browser.close();
await close();
console.log(`Pictures are in ${folder}`);

async function picture(
  name: string,
  bring: (page: Page) => Promise<void>,
  { colorScheme, width }: { colorScheme: 'light' | 'dark'; width: number },
): Promise<void> {
  const page = await browser.newPage({
    colorScheme,
    locale: 'en-US',
    viewport: { width, height: width > 1000 ? 900 : 844 },
    reducedMotion: 'reduce',
  });
  page.setDefaultTimeout(10_000);
  try {
    await bring(page);
  } catch (error) {
    console.log(`${name} ${width} ${colorScheme}: ${error instanceof Error ? error.message.split('\n')[0] : 'failed'}`);
  }
  await page.screenshot({ path: join(folder, `${name}-${width}-${colorScheme}.png`) });
  if (name === 'transfers' && width === 1440 && colorScheme === 'light') {
    await page.screenshot({ path: join(projectRoot, '.github/screenshot.png') });
  }
  await page.close();
  await tidy();
}
