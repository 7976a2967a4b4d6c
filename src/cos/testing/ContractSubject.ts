import type { CosClient } from '../CosClient.ts';

export interface ContractSubject {
  readonly client: CosClient;
  /** Puts an object there behind the client's back, with any key. */
  seed(key: string, content: string): Promise<void> | void;
  /** Smallest part except the last that this bucket takes. */
  readonly minimumPartBytes: number;
  close?(): Promise<void> | void;
}
