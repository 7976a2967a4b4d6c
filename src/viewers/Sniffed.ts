/** What the first bytes of an object are. The type is ours, from an allow-list; what the object claims is never used. */
export type Sniffed =
  | { readonly kind: 'image'; readonly type: ImageType }
  | { readonly kind: 'video' | 'audio'; readonly type: string }
  | { readonly kind: 'pdf' }
  /** Nothing known. It may be text: `decodeText` decides. */
  | { readonly kind: 'unknown' }
  /** A format that has no view, by the name people know it under. */
  | { readonly kind: 'binary'; readonly format: string };

/** Raster formats that an `<img>` decodes and that cannot hold a script. */
export type ImageType =
  | 'image/png'
  | 'image/jpeg'
  | 'image/gif'
  | 'image/webp'
  | 'image/avif'
  | 'image/bmp'
  | 'image/x-icon';
