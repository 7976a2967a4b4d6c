/** How an upload is written, besides its bytes. Everything absent is the bucket's default. */
export interface UploadOptions {
  /** `STANDARD_IA`…: COS documentation 33417. */
  readonly storageClass?: string;
  /** User metadata, names without `x-cos-meta-`, values as the person wrote them. */
  readonly metadata?: Readonly<Record<string, string>>;
  /** Bits per second that this transfer may take at most, over all its connections. */
  readonly trafficLimit?: number;
}
