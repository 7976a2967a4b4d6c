import type { DeploymentConfig } from './DeploymentConfig.ts';
import { asText, hostDirectives, reachOf } from './hostDirectives.ts';

/**
 * From now on the page reaches the hosts of this configuration and no others, whatever its host sent: policies add up, and
 * one that is in force stays so (measured: also when the element is removed). Call it before keys are asked for.
 */
export function narrowPolicy(page: Document, config: DeploymentConfig, pageOrigin: string): void {
  const meta = page.createElement('meta');
  meta.httpEquiv = 'Content-Security-Policy';
  meta.content = asText(hostDirectives(reachOf(config, pageOrigin)));
  page.head.append(meta);
}
