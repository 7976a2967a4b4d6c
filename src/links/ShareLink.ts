/** What the share dialog must show; nothing here is a guess. */
export interface ShareLink {
  readonly url: string;
  /** The moment it really ends, by the server's clock. */
  readonly expiresAt: Date;
  /** What decided `expiresAt`: the person's choice, or the life of the temporary key. */
  readonly limitedBy: 'asked' | 'credentials';
  /** Signed with keys the endpoint confirmed to cover this object only. */
  readonly narrowed: boolean;
}

export interface ShareLinkRequest {
  readonly key: string;
  /** Absent: whatever is the latest when somebody opens it. */
  readonly versionId?: string;
  /** Life the person picked, counted from now. */
  readonly lifeSeconds: number;
  /** `attachment` saves under `fileName`; `inline` lets a browser show it where the bucket's domain allows that. */
  readonly disposition: 'attachment' | 'inline';
  readonly fileName: string;
}
