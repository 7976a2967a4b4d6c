import type { Finding } from '#lib/Finding.ts';

/** One request that was made, for a support bundle. Never a query, a header, a key name or a key. */
export interface RequestRecord {
  /** ISO time by this machine's clock. */
  readonly at: string;
  /** In the documentation's words, or `Credentials`, `Page`. */
  readonly operation: string;
  readonly method: string;
  readonly host: string;
  readonly milliseconds: number;
  readonly outcome: 'answer' | 'blocked' | 'unreachable';
  readonly status?: number;
  /** COS's error code. */
  readonly code?: string;
  /** `x-cos-request-id`: what Tencent's support asks for. */
  readonly requestId?: string;
}

export interface Examination {
  readonly findings: readonly Finding[];
  readonly requests: readonly RequestRecord[];
}
