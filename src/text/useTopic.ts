import { useText } from './useText.ts';

/**
 * The words of a topic that is not in the first load, because only a lazy part of the page says them. They come with
 * that part, in both languages: each is a few sentences.
 */
export function useTopic<Topic>(english: Topic, chinese: Topic): Topic {
  return useText().language === 'en' ? english : chinese;
}
