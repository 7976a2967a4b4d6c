import { callWithRetries } from '#cos/callWithRetries.ts';
import type { CosClient } from '#cos/CosClient.ts';

export interface VersioningProbeOptions {
  readonly cosFor: (connectionId: string) => CosClient;
  /** Whether the keys are known to allow it. A refusal would say nothing that anybody wants to hear. */
  readonly mayAsk: (connectionId: string) => boolean;
}

/** Whether a connection's bucket keeps versions, or once did; undefined when that is not known. Asked once. */
export type VersioningProbe = (connectionId: string) => Promise<boolean | undefined>;

export function createVersioningProbe({ cosFor, mayAsk }: VersioningProbeOptions): VersioningProbe {
  const answers = new Map<string, Promise<boolean | undefined>>();

  async function ask(connectionId: string): Promise<boolean | undefined> {
    try {
      const { status } = await callWithRetries(() => cosFor(connectionId).getBucketVersioning());
      return status !== undefined;
    } catch {
      answers.delete(connectionId);
      return undefined;
    }
  }

  return async (connectionId) => {
    if (!answers.has(connectionId)) {
      if (!mayAsk(connectionId)) return undefined;
      answers.set(connectionId, ask(connectionId));
    }
    return answers.get(connectionId);
  };
}
