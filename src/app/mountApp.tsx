import { StrictMode, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import type { DeploymentConfig } from '#config/DeploymentConfig.ts';
import { narrowPolicy } from '#config/narrowPolicy.ts';
import { toFailure } from '#lib/Failure.ts';
import { loadText } from '#text/loadText.ts';
import { pickLanguage } from '#text/pickLanguage.ts';
import { showLanguage } from '#text/showLanguage.ts';
import type { Text } from '#text/Text.ts';
import { TextContext } from '#text/useText.ts';
import { applyTheme, followTheme, rememberedTheme } from '#ui/theme.ts';
import { App } from './App.tsx';
import { createServices } from './createServices.ts';
import { rememberedLanguage } from './frame/rememberedLanguage.ts';
import { isRecipientAddress } from './recipients/isRecipientAddress.ts';
import { createAppRouter } from './routes.tsx';
import { StartFailed } from './frame/StartFailed.tsx';

/**
 * Draws the app, or the page that says why it cannot start. The first listing leaves as soon as the settings are
 * known, while the words of the page are still on their way.
 *
 * [Note: One entry for all] A receiver's page fetches the browser's entry too. An entry of its own was measured: it would
 * save it 90 of 223 kB (gzip), and cost everybody else 7 kB and a round trip before the first rows.
 */
export async function mountApp(container: HTMLElement, config: Promise<DeploymentConfig>): Promise<void> {
  applyTheme(rememberedTheme());
  followTheme();
  const language = pickLanguage(navigator.languages, rememberedLanguage());
  showLanguage(language);
  const loading = loadText(language);
  let text: Text | undefined;
  const show = (page: ReactNode): void => createRoot(container).render(<StrictMode>{page}</StrictMode>);

  // A host that sends headers refuses frames itself; on others a page around ours could put its own buttons over it.
  const isFramed = window.top !== window.self;
  if (isFramed || !isSecureContext) {
    const { showRefused } = await import('./frame/showRefused.tsx');
    return show(await showRefused(await loading, isFramed ? 'framed' : 'insecure'));
  }

  try {
    const settings = await config;
    narrowPolicy(document, settings, location.origin);
    if (isRecipientAddress(location.hash)) {
      const { showRecipientPage } = await import('./recipients/showRecipientPage.tsx');
      return show(await showRecipientPage(settings, location.hash.slice(1), await loading));
    }
    // Another address, typed or clicked in this tab, may be one of those.
    window.addEventListener('hashchange', () => isRecipientAddress(location.hash) && location.reload());
    const services = createServices(settings, () => text);
    const router = createAppRouter(services.prefetch);
    void router.load();
    const loaded = await loading;
    text = loaded;
    show(
      <App
        services={services}
        router={router}
        text={loaded}
        onText={(next) => {
          text = next;
        }}
      />,
    );
  } catch (error) {
    show(
      <TextContext value={await loading}>
        <StartFailed failure={toFailure(error)} />
      </TextContext>,
    );
  }
}
