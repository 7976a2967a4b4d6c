import type { ReactNode } from 'react';
import { loadSetUpText } from '#text/loadSetUpText.ts';
import type { Text } from '#text/Text.ts';
import { FramedPage } from './FramedPage.tsx';

/** The page for a frame, with its words, which nobody else needs at the start. */
export async function showFramed(text: Text): Promise<ReactNode> {
  const { t } = await loadSetUpText(text);
  return <FramedPage t={t} />;
}
