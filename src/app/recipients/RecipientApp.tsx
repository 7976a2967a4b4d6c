import type { ReactNode } from 'react';
import { useState } from 'react';
import type { Text } from '#text/Text.ts';
import { TextContext } from '#text/useText.ts';
import { SetUpCheckContext } from '#ui/SetUpCheckContext.ts';
import { AnnounceContext } from '#ui/useAnnounce.ts';
import { ErrorBoundary } from '../frame/ErrorBoundary.tsx';
import { LanguageContext } from '../frame/LanguageContext.ts';
import { useLanguage } from '../frame/useLanguage.ts';
import { LiveRegions } from '../speaking/LiveRegions.tsx';
import type { Announcer } from '../speaking/createAnnouncer.ts';

export interface RecipientAppProps {
  readonly announcer: Announcer;
  /** With the words of this page for failures, if it has its own. */
  readonly text: Text;
  readonly wordsFor?: (text: Text) => Text;
  readonly onText: (text: Text) => void;
  readonly children: ReactNode;
}

/** What a page for recipients leans on: the language, the live regions, and a net under mistakes. */
export function RecipientApp({ announcer, text: first, wordsFor, onText, children }: RecipientAppProps) {
  const [text, setLanguage] = useLanguage(first, onText);
  const [own, setOwn] = useState({ text, words: wordsFor?.(text) ?? text });
  // One object per language: whoever keeps something for a text finds it again.
  if (own.text !== text) setOwn({ text, words: wordsFor?.(text) ?? text });
  return (
    <TextContext value={own.words}>
      <LiveRegions announcer={announcer} />
      <ErrorBoundary>
        <AnnounceContext value={announcer.say}>
          <SetUpCheckContext value={false}>
            <LanguageContext value={setLanguage}>{children}</LanguageContext>
          </SetUpCheckContext>
        </AnnounceContext>
      </ErrorBoundary>
    </TextContext>
  );
}
