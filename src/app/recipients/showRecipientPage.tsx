import type { ReactNode } from 'react';
import type { DeploymentConfig } from '#config/DeploymentConfig.ts';
import type { Text } from '#text/Text.ts';

/**
 * The page of an address that was sent to somebody. It holds all there is to know; no endpoint is asked for keys.
 *
 * @param fragment without `#`
 */
export async function showRecipientPage(config: DeploymentConfig, fragment: string, text: Text): Promise<ReactNode> {
  // Another address in the same tab is another page.
  window.addEventListener('hashchange', () => location.reload());
  const { showUploadRequest } = await import('./showUploadRequest.tsx');
  return showUploadRequest(config, fragment, text);
}
