import { useText } from './useText.ts';

/**
 * The words of one topic in the language in use. For parts that load after a click and bring their own words, so that
 * the first load carries none of them: both languages lie in the part's file.
 */
export function useTopic<Words>(topic: { readonly en: Words; readonly zh: Words }): Words {
  return useText().language === 'en' ? topic.en : topic.zh;
}
