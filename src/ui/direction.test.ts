import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const src = fileURLToPath(new URL('..', import.meta.url));
const sheets = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.css'));

/** What speaks of left and right: a property, a value, a shift along the line. `start` and `end` mirror by themselves. */
const PHYSICAL: readonly RegExp[] = [
  /(?:^|[;{\s-])(?:left|right)\s*:/,
  /-(?:left|right)(?:-|\s*:)/,
  /:[^;]*(?<![-\w])(?:left|right)(?![-\w])/,
  /translateX\(|translate\(\s*-?[1-9]|translate3d\(\s*-?[1-9]/,
  /shadow:\s*(?:inset\s+)?-?[1-9]/,
];

/** Four values of which the second and the fourth, right and left, differ. */
const FOUR = /(?:^|\s)(?:padding|margin|inset|border-width|scroll-padding|scroll-margin)\s*:\s*([^;]+);/;

test.each(sheets)('%s says start and end, not left and right', (file) => {
  const rules = readFileSync(join(src, file), 'utf8').replaceAll(/\/\*.*?\*\//gs, '');
  const wrong = rules.split('\n').filter((line) => PHYSICAL.some((each) => each.test(line)) || differsAtSides(line));
  expect(wrong).toEqual([]);
});

function differsAtSides(line: string): boolean {
  const values = FOUR.exec(line)?.[1]?.match(/(?:[^\s(]+(?:\([^)]*\))?)+/g);
  return values?.length === 4 && values[1] !== values[3];
}
