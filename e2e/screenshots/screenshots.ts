import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, type Page } from 'playwright';
import { buildPseudo } from '../pseudo/buildPseudo.ts';
import { obtainBrowser } from '../setup/browser.mjs';
import { projectRoot } from '../setup/projectRoot.ts';
import { openPictureWorld } from './openPictureWorld.ts';
import { settle } from './settle.ts';
import { switchLanguage } from './switchLanguage.ts';

/**
 * `npm run screenshots`: every state of the real app at four widths, light and dark, in English and Chinese, into
 * `.beeline/screenshots`; and the README's picture, `.github/screenshot.png`.
 *
 *     npm run screenshots -- history share --width 390 --look dark --locale zh
 *
 * takes some of them: states by name, and of each option one or more. `--locale pseudo` and `--locale rtl` are a
 * lengthened language nobody speaks, from left to right and from right to left.
 */
const LOOKS = ['light', 'dark'] as const;
const LOCALES = ['en', 'zh', 'pseudo', 'rtl'] as const;
const { values, positionals: wanted } = parseArgs({
  allowPositionals: true,
  options: {
    width: { type: 'string', multiple: true, default: ['1440', '1024', '768', '390'] },
    look: { type: 'string', multiple: true, default: [...LOOKS] },
    locale: { type: 'string', multiple: true, default: ['en', 'zh'] },
  },
});
const looks = LOOKS.filter((look) => values.look.includes(look));
const locales = LOCALES.filter((locale) => values.locale.includes(locale));
const isPseudo = locales.some((locale) => locale === 'pseudo' || locale === 'rtl');
if (isPseudo && locales.length > 1)
  throw new Error('A pseudo-language has a build of its own: take its pictures apart.');

const folder = join(projectRoot, '.beeline/screenshots');
if (process.argv.length === 2) rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
mkdirSync(join(projectRoot, '.github'), { recursive: true });

const { states, tidy, close } = await openPictureWorld(isPseudo ? await buildPseudo() : undefined);
const browser = await chromium.launch({
  executablePath: await obtainBrowser(console.log),
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
for (const [name, bring] of Object.entries(states)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  for (const width of values.width.map(Number)) await pictures(name, bring, width);
}
await browser.close();
await close();
console.log(`Pictures are in ${folder}`);

/** Of one state at one width, in every language and look that is wanted. */
async function pictures(name: string, bring: (page: Page) => Promise<void>, width: number): Promise<void> {
  const page = await browser.newPage({
    // A right-to-left locale for what takes its direction from the browser; it has no words here, so they are English.
    locale: locales.includes('rtl') ? 'he-IL' : 'en-US',
    viewport: { width, height: width > 1000 ? 900 : 844 },
    reducedMotion: 'reduce',
    // A phone is pointed at with a finger.
    isMobile: width < 760,
    hasTouch: width < 760,
    colorScheme: looks[0] ?? 'light',
  });
  page.setDefaultTimeout(10_000);
  if (locales.includes('rtl')) await page.addInitScript(() => (globalThis.pseudoDirection = 'rtl'));
  try {
    await bring(page);
    for (const locale of locales) {
      if (locale !== 'en') await switchLanguage(page, 'zh-CN');
      for (const colorScheme of looks) {
        await page.emulateMedia({ colorScheme });
        await settle(page);
        const file = [name, width, colorScheme, ...(locale === 'en' ? [] : [locale])].join('-');
        await page.screenshot({ path: join(folder, `${file}.png`) });
        if (file === 'transfers-1440-light') {
          await page.screenshot({ path: join(projectRoot, '.github/screenshot.png') });
        }
      }
    }
  } catch (error) {
    console.log(`${name} ${width}: ${error instanceof Error ? error.message.split('\n')[0] : 'failed'}`);
    await page.screenshot({ path: join(folder, `${name}-${width}-failed.png`) });
  }
  await page.close();
  await tidy();
}
