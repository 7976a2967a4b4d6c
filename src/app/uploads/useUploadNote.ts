import { useStore } from 'zustand';
import { useText } from '#text/useText.ts';
import { optionFacts } from '#transfer-panel/optionFacts.ts';
import { useServices } from '../Services.ts';

/** What is chosen for uploads to come, in a few words; undefined when nothing is. */
export function useUploadNote(): string | undefined {
  const { uploadSettings } = useServices();
  const text = useText();
  const { options, sharedLimit } = useStore(uploadSettings.store, (state) => state.settings);
  const shared =
    sharedLimit === undefined ? [] : [text.t.together(text.t.perSecond(text.formats.bytes(sharedLimit / 8)))];
  const facts = [...optionFacts(options, text), ...shared];
  return facts.length === 0 ? undefined : facts.join(', ');
}
