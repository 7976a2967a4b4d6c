import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { corsRuleFor } from '#diagnosis/corsRuleFor.ts';
import { policyFor } from '#diagnosis/policyFor.ts';
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

  test('shows the CORS rule and the policy that the set-up check asks for', () => {
    expect(blockOf('xml', '<CORSConfiguration>').trim()).toBe(corsRuleFor('https://files.example.com').xml);
    const place = { bucket: 'media-1250000000', region: 'ap-guangzhou', prefix: 'team/' };
    expect(JSON.parse(blockOf('json', String.raw`\{\s*"version"`))).toEqual(JSON.parse(policyFor(place)));
  });

  test('leads nowhere that does not exist', () => {
    const links = [...readme.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);
    expect(links.length).toBeGreaterThan(5);
    expect(links.filter((target) => !target.startsWith('https://') && !leadsSomewhere(target))).toEqual([]);
  });

  test('has a row for each command', () => {
    const own = Object.keys(scripts).filter((name) => !/^(pre|start$|test$|build$|format$)/.test(name));
    // What `npm run check` and `npm test` are made of.
    const parts = new Set(['lint', 'format:check', 'types', 'unit', 'test:emulator', 'test:e2e', 'emulator:reset']);
    expect(own.filter((name) => !parts.has(name) && !firstCells.includes(`\`npm run ${name}\``))).toEqual([]);
  });
});

/** A file of the project, and a heading in it where one is named. */
function leadsSomewhere(target: string): boolean {
  const [path = '', anchor] = target.split('#');
  const file = join(projectRoot, path === '' ? 'README.md' : path);
  return existsSync(file) && (anchor === undefined || anchorsOf(readFileSync(file, 'utf8')).includes(anchor));
}

/** The headings of a Markdown text as GitHub makes anchors of them. */
function anchorsOf(markdown: string): readonly string[] {
  return [...markdown.matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

/** The README's code of this kind that begins so (a pattern). */
function blockOf(kind: string, start: string): string {
  return new RegExp(`\`\`\`${kind}\\n(${start}[^\`]*)\`\`\``).exec(readme)?.[1] ?? '';
}
