import type { ReactNode } from 'react';
import type { DeploymentConfig } from '#config/DeploymentConfig.ts';
import { SHARE_PATH } from '#links/sharePath.ts';
import type { Text } from '#text/Text.ts';

/**
 * The page of an address that was sent to somebody. It holds all there is to know; no endpoint is asked for keys.
 *
 * @param fragment without `#`
 */
export async function showRecipientPage(config: DeploymentConfig, fragment: string, text: Text): Promise<ReactNode> {
  // Another address in the same tab is another page.
  window.addEventListener('hashchange', () => location.reload());
  if (fragment.startsWith(SHARE_PATH)) {
    const { ShareApp } = await import('./ShareApp.tsx');
    return <ShareApp {...{ config, fragment, text }} />;
  }
  const { showUploadRequest } = await import('./showUploadRequest.tsx');
  return showUploadRequest(config, fragment, text);
}
