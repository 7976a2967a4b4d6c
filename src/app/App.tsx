import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import type { Text } from '#text/Text.ts';
import { TextContext } from '#text/useText.ts';
import { AnnounceContext } from '#ui/useAnnounce.ts';
import { ErrorBoundary } from './frame/ErrorBoundary.tsx';
import { LanguageContext } from './frame/LanguageContext.ts';
import { LiveRegions } from './speaking/LiveRegions.tsx';
import type { AppRouter } from './routes.tsx';
import { ServicesContext, type Services } from './Services.ts';
import { useLanguage } from './frame/useLanguage.ts';

export interface AppProps {
  readonly services: Services;
  readonly router: AppRouter;
  readonly text: Text;
  /** The language changed; whoever speaks outside React wants to know. */
  readonly onText: (text: Text) => void;
}

/** What every screen may lean on. */
export function App({ services, router, text: firstText, onText }: AppProps) {
  const [text, setLanguage] = useLanguage(firstText, onText);
  return (
    <TextContext value={text}>
      <LiveRegions announcer={services.announcer} />
      <ErrorBoundary>
        <ServicesContext value={services}>
          <AnnounceContext value={services.announcer.say}>
            <LanguageContext value={setLanguage}>
              <QueryClientProvider client={services.queryClient}>
                <RouterProvider router={router} />
              </QueryClientProvider>
            </LanguageContext>
          </AnnounceContext>
        </ServicesContext>
      </ErrorBoundary>
    </TextContext>
  );
}
