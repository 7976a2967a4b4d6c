import { chromium } from 'playwright';
import { sidewaysScroll } from '../a11y/sidewaysScroll.ts';
import { openPictureWorld, type OpenPictureWorld } from '../screenshots/openPictureWorld.ts';
import { switchLanguage } from '../screenshots/switchLanguage.ts';
import { obtainBrowser } from '../setup/browser.mjs';
import { arrowsFollow } from './arrowsFollow.ts';
import { buildPseudo } from './buildPseudo.ts';
import { cutText } from './cutText.ts';
import { untranslated } from './untranslated.ts';

/**
 * `npm run test:words`: every state of which there are pictures, in a language nobody speaks that is about 40 % longer than
 * English, at three widths and from right to left: sentences that are cut or run out of their box, a page that
 * scrolls sideways, and words that never came from `src/text`. Prints a table; fails when anything is found.
 * `npm run test:words -- share` looks at one state.
 */
interface Variant {
  readonly name: string;
  readonly width: number;
  readonly isReversed?: boolean;
}

const VARIANTS: readonly Variant[] = [
  { name: '1440 px', width: 1440 },
  { name: '768 px', width: 768 },
  { name: '390 px', width: 390 },
  { name: 'reversed', width: 1440, isReversed: true },
  { name: 'reversed, 390 px', width: 390, isReversed: true },
];
/** Pages that are looked at at a time. */
const WALKERS = 3;

const wanted = process.argv.slice(2);
const folder = await buildPseudo();
/** Each has a world of its own: some states change the endpoint, the configuration or plant faults. */
const worlds: OpenPictureWorld[] = [];
for (let count = 0; count < WALKERS; count += 1) worlds.push(await openPictureWorld(folder));
const browser = await chromium.launch({
  executablePath: await obtainBrowser(console.log),
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
const names = Object.keys(worlds[0]?.states ?? {}).filter((name) => wanted.length === 0 || wanted.includes(name));
let count = 0;
console.log(['state'.padEnd(18), ...VARIANTS.map(({ name }) => name.padEnd(8))].join(' '));
const waiting = [...names];
await Promise.all(
  worlds.map(async (world) => {
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
      const results: string[][] = [];
      for (const variant of VARIANTS) results.push(await look(world, name, variant));
      report(name, results);
    }
  }),
);
await browser.close();
await Promise.all(worlds.map(({ close }) => close()));
console.log(`${names.length} states x ${VARIANTS.length} variants, ${count} findings`);
process.exitCode = count === 0 && names.length > 0 ? 0 : 1;

function report(name: string, results: readonly (readonly string[])[]): void {
  const cells = results.map((found, at) =>
    (found.length === 0 ? 'ok' : String(found.length)).padEnd(VARIANTS[at]?.name.length ?? 0).padEnd(8),
  );
  console.log([name.padEnd(18), ...cells].join(' '));
  for (const [at, found] of results.entries()) {
    count += found.length;
    for (const each of found) console.log(`  ${VARIANTS[at]?.name}: ${each}`);
  }
}

async function look({ states, tidy }: OpenPictureWorld, name: string, variant: Variant): Promise<string[]> {
  const { width, isReversed = false } = variant;
  const page = await browser.newPage({
    locale: isReversed ? 'he-IL' : 'en-US',
    viewport: { width, height: width > 1000 ? 900 : 844 },
    reducedMotion: 'reduce',
    isMobile: width < 760,
    hasTouch: width < 760,
  });
  page.setDefaultTimeout(15_000);
  try {
    // What runs in the page is compiled with names kept, by a helper the page does not have.
    await page.addInitScript('globalThis.__name = (each) => each');
    if (isReversed) await page.addInitScript(() => (globalThis.pseudoDirection = 'rtl'));
    await states[name]?.(page);
    await switchLanguage(page, 'zh-CN');
    const keys = name === 'grid' && variant.name === 'reversed' ? await arrowsFollow(page) : [];
    return [...(await sidewaysScroll(page)), ...(await cutText(page)), ...(await untranslated(page)), ...keys];
  } catch (error) {
    return [`not reached: ${error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)}`];
  } finally {
    await page.close();
    await tidy();
  }
}
