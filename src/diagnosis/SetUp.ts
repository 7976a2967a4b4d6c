import type { Connection, DeploymentConfig } from '#config/DeploymentConfig.ts';

/** What is examined: one connection of a deployment, as the page at this address uses it. */
export interface SetUp {
  readonly config: DeploymentConfig;
  readonly connection: Connection;
  /** `https://files.example.com` */
  readonly pageOrigin: string;
  /** The page and one script of it: both must carry the security headers. */
  readonly pageUrls: readonly string[];
  /** The policy in the page's own meta element, where there is one. */
  readonly metaPolicy?: string;
}

/** How an examination reaches the world. A page has a browser's; the command line has more. */
export interface ExaminationTools {
  /** As a browser does it: answers without permission for the page are rejected. */
  readonly fetch: typeof fetch;
  /** This machine's clock, milliseconds since 1970. */
  readonly now: () => number;
  readonly isOnline?: () => boolean;
  /** A name that no object has. */
  readonly randomName: () => string;
  readonly signal?: AbortSignal;
  /**
   * What a host really answers to a plain GET, permission or not; undefined when nothing answers. Only a program
   * outside the browser can do this.
   */
  readonly seeThrough?: (url: string) => Promise<SeenAnswer | undefined>;
}

export interface SeenAnswer {
  readonly status: number;
  readonly body: string;
}
