import type { LateMessages } from './LateText.ts';
import type { Language } from './pickLanguage.ts';

const loading = new Map<Language, Promise<LateMessages>>();
const loaded = new Map<Language, LateMessages>();

/** The sentences of one language that the first rows do without; fetched once. */
export function loadLateText(language: Language): Promise<LateMessages> {
  const known = loading.get(language);
  if (known !== undefined) return known;
  const fetching = fetchLate(language).catch((error: unknown) => {
    // The next screen asks again.
    loading.delete(language);
    throw error;
  });
  loading.set(language, fetching);
  return fetching;
}

/** The same where it is there already, so that nothing has to wait for it. */
export function loadedLateText(language: Language): LateMessages | undefined {
  return loaded.get(language);
}

async function fetchLate(language: Language): Promise<LateMessages> {
  const { late } = language === 'en' ? await import('./en/late.ts') : await import('./zh/late.ts');
  loaded.set(language, late);
  return late;
}
