/** A link left the page: it was copied, shared, shown as a code or saved. Holds nothing that opens anything. */
export interface LinkMade {
  readonly kind: 'download' | 'batch' | 'upload';
  readonly keys: readonly string[];
  readonly expiresAt: Date;
}
