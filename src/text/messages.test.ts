import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { en as firstEnglish } from './en.ts';
import { late as lateEnglish } from './en/late.ts';

const src = fileURLToPath(new URL('..', import.meta.url));
/** A file each; `late` only gathers some of them. */
const topics = readdirSync(join(src, 'text/en'))
  .map((file) => file.replace(/\.ts$/, ''))
  .filter((topic) => topic !== 'late');

interface Source {
  /** Its path in `src`. */
  readonly file: string;
  readonly text: string;
  /** What is read of what: `t.done`, `words.done`. */
  readonly reads: ReadonlySet<string>;
  readonly literals: ReadonlySet<string>;
}

/** Everything but the sentences themselves. */
const sources: readonly Source[] = readdirSync(src, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name))
  .map((entry) => join(entry.parentPath, entry.name))
  .filter((file) => !/text\/(?:en|zh)(?:\/|\.ts$)/.test(file))
  .map((file) => {
    const text = readFileSync(file, 'utf8');
    const reads = text.matchAll(/\b(\w+)(?:\(hands\(\)\))?\??(?=\.(\w+))/g);
    return {
      file: file.slice(src.length),
      text,
      reads: new Set([...reads].map(([, receiver, name]) => `${receiver}.${name}`)),
      literals: new Set([...text.matchAll(/'([^'\n]+)'/g)].map(([, literal]) => literal ?? '')),
    };
  });

type Leaves = ReadonlyMap<string, unknown>;

/** What a module says, by the path to each sentence: `sharing.copyLink`, `failures.NoSuchKey`. */
function leavesOf(exported: object, path = '', leaves = new Map<string, unknown>()): Leaves {
  for (const [key, value] of Object.entries(exported)) {
    const below = path === '' ? key : `${path}.${key}`;
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) leavesOf(value, below, leaves);
    else leaves.set(below, value);
  }
  return leaves;
}

async function english(topic: string): Promise<Leaves> {
  return leavesOf({ ...(await import(`./en/${topic}.ts`)) });
}

async function chinese(topic: string): Promise<Leaves> {
  return leavesOf({ ...(await import(`./zh/${topic}.ts`)) });
}

test('both languages have the same topics', () => {
  expect(readdirSync(join(src, 'text/zh'))).toEqual(readdirSync(join(src, 'text/en')));
});

test('a sentence comes with the first rows or after them, not both', () => {
  expect(Object.keys(firstEnglish).filter((key) => Object.hasOwn(lateEnglish, key))).toEqual([]);
});

test.each(topics)('%s says the same things in both languages, and nothing is left in English', async (topic) => {
  const [en, zh] = [await english(topic), await chinese(topic)];
  expect([...zh.keys()].toSorted()).toEqual([...en.keys()].toSorted());
  expect([...en].filter(([path, message]) => typeof message !== typeof zh.get(path))).toEqual([]);
  const isSame = ([path, message]: readonly [string, unknown]): boolean =>
    typeof message === 'string' && zh.get(path) === message && !isAcronym(message);
  expect([...en].filter(isSame)).toEqual([]);
});

/** JSON is JSON in both. */
function isAcronym(message: string): boolean {
  return /^[A-Z]+$/.test(message);
}

test.each(topics)('%s tells the same facts in both languages', async (topic) => {
  const [en, zh] = [await english(topic), await chinese(topic)];
  for (const [path, message] of en) expect([path, factsTold(zh.get(path))]).toEqual([path, factsTold(message)]);
});

/**
 * Which of its parameters a message mentions, as `‹0› #2`: a text as it is, or a number that Intl has written. Each is an
 * object that reads `‹1›` as text and 7001 as a number, whatever the message does with it; messages that look into
 * their parameter (failures, findings) are the compiler's to check.
 */
function factsTold(message: unknown): string {
  if (typeof message !== 'function') return '';
  const facts = Array.from({ length: 4 }, (_, at) => ({ toString: () => `‹${at}›`, valueOf: () => 7000 + at }));
  let said: unknown;
  try {
    said = message(...facts);
  } catch {
    return '';
  }
  const text = typeof said === 'string' ? said.replaceAll('7,00', '#') : '';
  return facts
    .flatMap((_, at) => [`‹${at}›`, `#${at}`])
    .filter((fact) => text.includes(fact))
    .join(' ');
}

test.each(topics)('every message of %s is used', async (topic) => {
  const readers = readersOf(topic);
  const receivers = receiversIn(readers, topic);
  const isWalked = readers.some(({ text }) => receivers.some((name) => text.includes(`Object.entries(${name})`)));
  const isUsed = (path: string): boolean => {
    const names = path.split('.').slice(1);
    return names.some((name) => {
      // A code is thrown by one who knows no words; other literals choose where the words are.
      const choosers = /^[a-z]\w*$/.test(name) ? readers : sources;
      return (
        choosers.some(({ literals }) => literals.has(name)) ||
        readers.some(({ reads }) => receivers.some((receiver) => reads.has(`${receiver}.${name}`)))
      );
    });
  };
  expect([...(await english(topic)).keys()].filter((path) => !isWalked && !isUsed(path))).toEqual([]);
});

/**
 * Those who import the topic, and whoever imports them or is imported by them and may be handed its words. What `text`
 * itself loads is for everybody: `t`, and the wordings.
 */
function readersOf(topic: string): readonly Source[] {
  const own = sources.filter(({ text }) => text.includes(`text/en/${topic}.ts'`));
  const isForAll = sources.some(({ file, text }) => file.startsWith('text/') && text.includes(`'./en/${topic}.ts'`));
  if (own.length === 0 || isForAll) return sources;
  return sources.filter((each) =>
    own.some((reader) => reader === each || imports(each, reader) || imports(reader, each)),
  );
}

function imports({ text }: Source, { file }: Source): boolean {
  return text.includes(`/${file.split('/').at(-1)}'`);
}

/** What this topic's words are called in these sources. */
function receiversIn(readers: readonly Source[], topic: string): string[] {
  const named = readers.flatMap(({ text }) => {
    const imported = new RegExp(`import (?:type )?\\{ \\w+(?: as (\\w+))? \\} from .#text/en/${topic}.ts`).exec(text);
    const name = new RegExp(`const (\\w+) = useTopic\\(\\{ (?:en: )?${imported?.[1]}\\b`).exec(text)?.[1];
    return name === undefined ? [] : [name];
  });
  return [...new Set([...named, 'words', 't', 'wordsOf'])];
}
