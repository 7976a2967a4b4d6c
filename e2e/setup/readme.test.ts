import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectRoot } from './projectRoot.ts';

const readme = readFileSync(join(projectRoot, 'README.md'), 'utf8');
const { dependencies, devDependencies, scripts } = JSON.parse(
  readFileSync(join(projectRoot, 'package.json'), 'utf8'),
) as Record<'dependencies' | 'devDependencies' | 'scripts', Record<string, string>>;

/** First cells of the tables' rows. */
const firstCells = [...readme.matchAll(/^\| (`[^|]+`) *\|/gm)].map(([, cell = '']) => cell);

describe('the README', () => {
  test.each([...Object.keys(dependencies), ...Object.keys(devDependencies)])('says why %s is there', (name) => {
    expect(firstCells.some((cell) => cell.split(', ').includes(`\`${name}\``))).toBe(true);
  });

  test('names no command that does not exist', () => {
    const named = [...readme.matchAll(/npm run (?:--silent )?([a-z\d:]+)/g)].map(([, name = '']) => name);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });
});
