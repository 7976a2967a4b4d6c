import { callWithRetries } from '#cos/callWithRetries.ts';
import type { CosClient } from '#cos/CosClient.ts';

export interface VersioningProbeOptions {
  readonly cosFor: (connectionId: string) => CosClient;
  /** Whether the keys are known to allow it. A refusal would say nothing that anybody wants to hear. */
  readonly mayAsk: (connectionId: string) => boolean;
}

/** Whether a connection's bucket keeps versions, as far as it is known; asked once. */
export type VersioningProbe = (connectionId: string) => Promise<boolean>;

export function createVersioningProbe({ cosFor, mayAsk }: VersioningProbeOptions): VersioningProbe {
  const answers = new Map<string, Promise<boolean>>();

  async function ask(connectionId: string): Promise<boolean> {
    try {
      const { status } = await callWithRetries(() => cosFor(connectionId).getBucketVersioning());
      return status !== undefined;
    } catch {
      answers.delete(connectionId);
      return false;
    }
  }

  return async (connectionId) => {
    if (!answers.has(connectionId)) {
      if (!mayAsk(connectionId)) return false;
      answers.set(connectionId, ask(connectionId));
    }
    return (await answers.get(connectionId)) ?? false;
  };
}
