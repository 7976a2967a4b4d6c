import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

/*
 * WCAG 1.4.3, 1.4.6 and 1.4.11 for the colours of `tokens.css` wherever they meet. A tool that looks at the page leaves out
 * what is off, and the reason why it is off must be read like anything else.
 */
const css = readFileSync(new URL('tokens.css', import.meta.url), 'utf8');
const MODES = ['light', 'dark'] as const;
type Mode = (typeof MODES)[number];

function colour(name: string, mode: Mode): string {
  const pair = new RegExp(`--${name}: light-dark\\((#\\w{6}), (#\\w{6})\\)`).exec(css);
  const one = new RegExp(`--${name}: (#\\w{6})`).exec(css)?.[1];
  const found = pair?.[mode === 'light' ? 1 : 2] ?? one;
  if (found === undefined) throw new Error(`No colour --${name}`);
  return found;
}

/** WCAG 2.2, "relative luminance". */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const GROUNDS = ['canvas', 'surface', 'surface-2', 'surface-3', 'accent-soft'] as const;
const MEETINGS: readonly (readonly [
  what: string,
  least: number,
  inks: readonly string[],
  grounds: readonly string[],
])[] = [
  ['running text', 7, ['ink'], GROUNDS],
  ['facts and hints', 4.5, ['ink-2', 'ink-3'], GROUNDS],
  ['what is good, odd or bad', 4.5, ['good', 'warn', 'bad', 'accent-ink'], ['canvas', 'surface', 'surface-2']],
  ['an error on its own ground', 4.5, ['bad', 'ink', 'ink-2'], ['bad-soft']],
  ['the main button', 4.5, ['on-accent'], ['accent', 'accent-hover']],
  ['the dangerous button', 4.5, ['on-bad'], ['bad-fill']],
  ['the ring around what has the keyboard', 3, ['focus'], [...GROUNDS, 'accent-soft-2', 'bad-soft']],
  ['borders of what can be filled in', 3, ['line-strong'], ['canvas', 'surface']],
];

describe.each(MODES)('%s', (mode) => {
  test.each(MEETINGS)('%s: at least %d to 1', (_what, least, inks, grounds) => {
    const low = inks.flatMap((ink) =>
      grounds
        .map((ground) => ({ ink, ground, ratio: contrast(colour(ink, mode), colour(ground, mode)) }))
        .filter(({ ratio }) => ratio < least),
    );
    expect(low).toEqual([]);
  });
});
