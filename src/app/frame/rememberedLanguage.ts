import { followRemembered } from '#lib/followRemembered.ts';

const STORAGE_KEY = 'beeline.language';

/** The language a person chose in Settings; null when they did not, or storage is closed to us. */
export function rememberedLanguage(): string | null {
  try {
    return localStorage.getItem(STORAGE_KEY);
  } catch {
    return null;
  }
}

export function rememberLanguage(language: string): void {
  try {
    localStorage.setItem(STORAGE_KEY, language);
  } catch {
    // Private mode without storage: the choice holds until the tab closes.
  }
}

/** Hears what is chosen in another tab. @returns stops it */
export function followLanguage(hear: (chosen: string | null) => void): () => void {
  return followRemembered(STORAGE_KEY, hear);
}
