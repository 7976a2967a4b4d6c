import type { LateMessages } from './LateText.ts';
import type { Language } from './pickLanguage.ts';

/** A promise that React's `use` reads at once, without suspending, when it is kept. */
type Kept = Promise<LateMessages> & { status?: 'fulfilled'; value?: LateMessages };

const loading = new Map<Language, Kept>();

/** The sentences of one language that the first rows do without; fetched once. */
export function loadLateText(language: Language): Promise<LateMessages> {
  const known = loading.get(language);
  if (known !== undefined) return known;
  const fetching: Kept = fetchLate(language);
  loading.set(language, fetching);
  fetching.then(
    (late) => Object.assign(fetching, { status: 'fulfilled', value: late }),
    // The next screen asks again.
    () => loading.delete(language),
  );
  return fetching;
}

async function fetchLate(language: Language): Promise<LateMessages> {
  const { late } = language === 'en' ? await import('./en/late.ts') : await import('./zh/late.ts');
  return late;
}
