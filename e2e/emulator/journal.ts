import { createHash } from 'node:crypto';
import type { JournalEntry } from './EmulatorOptions.ts';

export type OpenEntry = { -readonly [Name in keyof JournalEntry]: JournalEntry[Name] };

export interface Journal {
  /** Adds an entry without an answer yet; the caller completes it in place. */
  open(entry: OpenEntry): OpenEntry;
  entries(): JournalEntry[];
  clear(): void;
}

/** Enough for the largest test; an emulator that runs for weeks must not remember all of them. */
const REMEMBERED = 200_000;
const FORGOTTEN_AT_ONCE = 20_000;

export function createJournal(): Journal {
  let entries: OpenEntry[] = [];
  return {
    open: (entry) => {
      if (entries.length >= REMEMBERED) entries = entries.slice(FORGOTTEN_AT_ONCE);
      entries.push(entry);
      return entry;
    },
    entries: () => structuredClone(entries),
    clear: () => {
      entries = [];
    },
  };
}

const SECRET_PARAMETERS: ReadonlySet<string> = new Set(['q-signature', 'x-cos-security-token', 'sign']);

/** The query without what could be used again. */
export function withoutSecrets(query: ReadonlyMap<string, string>): Record<string, string> {
  return Object.fromEntries([...query].filter(([name]) => !SECRET_PARAMETERS.has(name)));
}

/** Equal for a request that the browser repeated on its own, different for a new attempt. Undefined when unsigned. */
export function hashAuthorization(
  headers: ReadonlyMap<string, string>,
  query: ReadonlyMap<string, string>,
): string | undefined {
  const signature = headers.get('authorization') || query.get('q-signature') || query.get('sign');
  return signature && createHash('sha256').update(signature).digest('hex').slice(0, 16);
}
