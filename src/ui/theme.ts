import { followRemembered } from '#lib/followRemembered.ts';

export type Theme = 'system' | 'light' | 'dark';

const STORAGE_KEY = 'beeline.theme';

/** The remembered look; `system` when nothing was chosen or storage is closed to us. */
export function rememberedTheme(): Theme {
  try {
    const value = localStorage.getItem(STORAGE_KEY);
    return value === 'light' || value === 'dark' ? value : 'system';
  } catch {
    return 'system';
  }
}

/** Shows a look and remembers it. */
export function applyTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
  try {
    if (theme === 'system') localStorage.removeItem(STORAGE_KEY);
    else localStorage.setItem(STORAGE_KEY, theme);
  } catch {
    // Private mode without storage: the look holds until the tab closes.
  }
}

/** Shows what is chosen in another tab. */
export function followTheme(): void {
  followRemembered(STORAGE_KEY, () => applyTheme(rememberedTheme()));
}
