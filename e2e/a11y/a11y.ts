import { chromium, type Page } from 'playwright';
import { axeViolations } from '../fixtures/axeViolations.ts';
import { openPictureWorld, type OpenPictureWorld } from '../screenshots/openPictureWorld.ts';
import { settle } from '../screenshots/settle.ts';
import { obtainBrowser } from '../setup/browser.mjs';
import { movingParts } from './movingParts.ts';
import { smallTargets, type LeastSize } from './smallTargets.ts';
import { sidewaysScroll } from './sidewaysScroll.ts';

/**
 * `npm run test:a11y`: every state of which there are pictures, light, dark, in forced colours and 320 px wide: what
 * axe finds, targets below 24 px, and a page that scrolls sideways; and once more on a phone under a finger: targets
 * below 44 px. Prints a table; fails when anything is found. `npm run test:a11y -- share touch` looks at one state, on the
 * phone alone; `npm run test:a11y -- 1/2` at the first half of all states.
 */
interface Variant {
  readonly name: 'light' | 'dark' | 'forced' | '320px' | 'touch';
  readonly colorScheme: 'light' | 'dark';
  readonly forcedColors: 'none' | 'active';
  readonly width: number;
  readonly leastTarget: LeastSize;
}

interface Result {
  readonly variant: string;
  readonly found: readonly string[];
}

/** A finger does not bring these up. */
const WITH_A_MOUSE = new Set(['carry']);

/** Pages that are looked at at a time. */
const WALKERS = 3;

const VARIANTS: readonly Variant[] = [
  { name: 'light', colorScheme: 'light', forcedColors: 'none', width: 1440, leastTarget: 24 },
  { name: 'dark', colorScheme: 'dark', forcedColors: 'none', width: 1440, leastTarget: 24 },
  { name: 'forced', colorScheme: 'dark', forcedColors: 'active', width: 1440, leastTarget: 24 },
  { name: '320px', colorScheme: 'light', forcedColors: 'none', width: 320, leastTarget: 24 },
  { name: 'touch', colorScheme: 'light', forcedColors: 'none', width: 390, leastTarget: 44 },
];

const wanted = process.argv.slice(2);
const variants = VARIANTS.some(({ name }) => wanted.includes(name))
  ? VARIANTS.filter(({ name }) => wanted.includes(name))
  : VARIANTS;
/** Each has a world of its own: some states change the endpoint, the configuration or plant faults. */
const worlds: OpenPictureWorld[] = [];
for (let count = 0; count < WALKERS; count += 1) worlds.push(await openPictureWorld());
const browser = await chromium.launch({
  executablePath: await obtainBrowser(console.log),
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
const names = choose(Object.keys(worlds[0]?.states ?? {}));
let violations = 0;
console.log(['state'.padEnd(18), ...variants.map(({ name }) => name.padEnd(8))].join(' '));
const waiting = [...names];
await Promise.all(
  worlds.map(async (world) => {
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) report(name, await walk(world, name));
  }),
);
await browser.close();
await Promise.all(worlds.map(({ close }) => close()));
console.log(`${names.length} states x ${variants.length} variants, ${violations} violations`);
process.exitCode = violations === 0 && names.length > 0 ? 0 : 1;

/** Those that were asked for by name, or the part of them that was, such as `1/2`. */
function choose(states: readonly string[]): readonly string[] {
  const named = states.filter((name) => wanted.includes(name));
  const part = /^(\d+)\/(\d+)$/.exec(wanted.find((word) => word.includes('/')) ?? '');
  const [at, of] = [Number(part?.[1] ?? 1), Number(part?.[2] ?? 1)];
  return (named.length > 0 ? named : states).filter((_, index) => index % of === at - 1);
}

function report(name: string, results: readonly Result[]): void {
  const cells = results.map(({ found }) => (found.length === 0 ? 'ok' : String(found.length)).padEnd(8));
  console.log([name.padEnd(18), ...cells].join(' '));
  for (const { variant, found } of results) {
    violations += found.length;
    for (const each of found) console.log(`  ${variant}: ${each}`);
  }
}

/** What is found in each variant of a state, which is brought up once and again only where a variant has closed it. */
async function walk({ states, tidy }: OpenPictureWorld, name: string): Promise<Result[]> {
  const results: Result[] = [];
  let page: Page | undefined;
  let layers = '';
  for (const variant of variants) {
    if (variant.name === 'touch' && WITH_A_MOUSE.has(name)) continue;
    try {
      const hasTouch = variant.name === 'touch';
      if (page && !hasTouch) await dress(page, variant);
      if (!page || hasTouch || (await openLayers(page)) !== layers) {
        await page?.close();
        await tidy();
        page = await browser.newPage({ locale: 'en-US', reducedMotion: 'reduce', hasTouch, isMobile: hasTouch });
        page.setDefaultTimeout(15_000);
        await dress(page, variant);
        await states[name]?.(page);
        layers = await openLayers(page);
      }
      await settle(page);
      const found = [
        ...(await movingParts(page)),
        ...(await smallTargets(page, variant.leastTarget)),
        ...(await sidewaysScroll(page)),
      ];
      // Colours and names are those of the phone's width without a finger.
      if (!hasTouch) found.push(...(await axeViolations(page)));
      results.push({ variant: variant.name, found });
    } catch (error) {
      const why = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
      results.push({ variant: variant.name, found: [`not reached: ${why}`] });
      await page?.close();
      page = undefined;
    }
  }
  await page?.close();
  await tidy();
  return results;
}

async function dress(page: Page, { colorScheme, forcedColors, width }: Variant): Promise<void> {
  await page.emulateMedia({ colorScheme, forcedColors, reducedMotion: 'reduce' });
  await page.setViewportSize({ width, height: width > 1000 ? 900 : 800 });
}

/** Dialogs, menus and the like that are open: some close when the window is made smaller. */
async function openLayers(page: Page): Promise<string> {
  return page.evaluate(() =>
    [...document.querySelectorAll('[role=dialog], [role=alertdialog], [role=menu], [aria-label^="Preview of"]')]
      .map((each) => each.getAttribute('role') ?? 'panel')
      .join(' '),
  );
}
