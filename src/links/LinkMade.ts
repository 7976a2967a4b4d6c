/** A link left the page: it was copied, shared, shown as a code or saved. Holds nothing that opens anything. */
export interface LinkMade {
  readonly kind: 'download' | 'batch' | 'page' | 'upload';
  /** Of a page: what was chosen for it, folders too. */
  readonly keys: readonly string[];
  readonly expiresAt: Date;
}
