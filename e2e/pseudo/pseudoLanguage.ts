import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { projectRoot } from '../setup/projectRoot.ts';

const WORDS = 'virtual:pseudo-words';
const TOPIC = /\/src\/text\/zh\/(\w+)\.ts$/;

/** What else speaks the page's language: its numbers and dates, and which way it runs. */
const REPLACED: readonly (readonly [file: string, from: string, to: string])[] = [
  ['src/text/loadText.ts', 'createFormats(language)', "createFormats('en')"],
  ['src/text/showLanguage.ts', 'DIRECTIONS[language]', 'globalThis.pseudoDirection ?? DIRECTIONS[language]'],
  ['src/ui/Dialog.tsx', 'locale={language}', "locale={globalThis.pseudoDirection ? 'he' : 'en'}"],
  ['src/ui/ActionMenu.tsx', 'locale={language}', "locale={globalThis.pseudoDirection ? 'he' : 'en'}"],
];

/**
 * A build that speaks a pseudo-language where it spoke Chinese: English, lengthened and bracketed by `pseudoWords`. Only
 * tests and pictures are made of it; nothing of it is in the build that ships.
 */
export function pseudoLanguage(): Plugin {
  return {
    name: 'pseudo-language',
    enforce: 'pre',
    resolveId: (id) => (id === WORDS ? join(projectRoot, 'e2e/pseudo/pseudoWords.ts') : undefined),
    transform: (code, id) => {
      const topic = TOPIC.exec(id)?.[1];
      if (topic !== undefined && topic !== 'late') return pseudoTopic(topic);
      const replaced = REPLACED.find(([file]) => id === join(projectRoot, file));
      if (replaced === undefined) return undefined;
      const [file, from, to] = replaced;
      if (!code.includes(from)) throw new Error(`${file} does not say ${from} any more`);
      return code.replaceAll(from, to);
    },
  };
}

/** The English topic under the same names. */
function pseudoTopic(topic: string): string {
  const english = readFileSync(join(projectRoot, `src/text/en/${topic}.ts`), 'utf8');
  const names = [...english.matchAll(/^export const (\w+)/gm)].map(([, name]) => name);
  return [
    `import * as english from '../en/${topic}.ts';`,
    `import { pseudoWords } from '${WORDS}';`,
    ...names.map((name) => `export const ${name} = pseudoWords(english.${name});`),
  ].join('\n');
}
