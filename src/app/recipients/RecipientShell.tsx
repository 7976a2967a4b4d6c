import { use, type ReactNode } from 'react';
import { RecipientFrame } from '#recipient-pages/RecipientFrame.tsx';
import { BrandMark } from '../frame/BrandMark.tsx';
import { LanguageContext } from '../frame/LanguageContext.ts';

/** The frame with our sign and the way to the other language. */
export function RecipientShell({ children }: { readonly children: ReactNode }) {
  const onLanguage = use(LanguageContext);
  return (
    <RecipientFrame brand={<BrandMark />} onLanguage={onLanguage}>
      {children}
    </RecipientFrame>
  );
}
