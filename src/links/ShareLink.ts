import type { LinkOptions } from './linkQuery.ts';
import type { PresignedGet } from './presignGet.ts';

/** What the share dialog must show; nothing here is a guess. */
export interface ShareLink extends PresignedGet {
  /** Signed with keys the endpoint confirmed to cover this object only. */
  readonly narrowed: boolean;
}

export interface ShareLinkRequest extends LinkOptions {
  readonly key: string;
  /** Life the person picked, counted from now. */
  readonly lifeSeconds: number;
  /** One of the bucket's; default: the preferred one. */
  readonly origin?: string;
}
