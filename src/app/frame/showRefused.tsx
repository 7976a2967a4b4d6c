import type { ReactNode } from 'react';
import { loadSetUpText } from '#text/loadSetUpText.ts';
import type { Text } from '#text/Text.ts';
import { RefusedPage } from './RefusedPage.tsx';

/** Why nothing is started: another page is around this one, or it came by http, where browsers lack what is needed. */
export type Refusal = 'framed' | 'insecure';

/** The page that says so, with its words, which nobody else needs at the start. */
export async function showRefused(text: Text, refusal: Refusal): Promise<ReactNode> {
  const { t } = await loadSetUpText(text);
  return refusal === 'framed' ? (
    <RefusedPage title={t.framed} advice={t.framedAdvice} wayOut={{ label: t.openInOwnTab, url: location.href }} />
  ) : (
    <RefusedPage
      title={t.insecure}
      advice={t.insecureAdvice}
      wayOut={{ label: t.openByHttps, url: location.href.replace(/^http:/, 'https:') }}
    />
  );
}
