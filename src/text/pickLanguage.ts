export type Language = 'en' | 'zh-CN';

/** A person's choice wins; then the first language of the browser that we speak; then English. */
export function pickLanguage(preferred: readonly string[], chosen?: string | null): Language {
  for (const tag of chosen ? [chosen, ...preferred] : preferred) {
    const lower = tag.toLowerCase();
    if (lower === 'en' || lower.startsWith('en-')) return 'en';
    if (lower === 'zh' || lower.startsWith('zh-')) return 'zh-CN';
  }
  return 'en';
}
