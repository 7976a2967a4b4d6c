import type { PixelSize } from '#viewers/imageSize.ts';
import type { TextFlavour } from '#viewers/textFlavour.ts';

/** An object made fit for looking at. What it is was told by its bytes. */
export type Preview =
  | { readonly kind: 'empty' }
  | { readonly kind: 'image'; readonly blob: Blob; readonly size: PixelSize | undefined }
  /** Not fetched here: the media element asks for the ranges it needs. `type` is ours. */
  | { readonly kind: 'video' | 'audio'; readonly type: string }
  | { readonly kind: 'pdf'; readonly first: Uint8Array<ArrayBuffer>; readonly sizeBytes: number }
  | TextPreview
  | { readonly kind: 'binary'; readonly format: string | undefined; readonly first: Uint8Array<ArrayBuffer> }
  /** Decoding would take more memory than a page should; `pixels` where that is why. */
  | { readonly kind: 'tooLarge'; readonly sizeBytes: number; readonly pixels: PixelSize | undefined };

export interface TextPreview {
  readonly kind: 'text';
  readonly flavour: TextFlavour;
  readonly text: string;
  readonly encoding: string;
  /** Only the beginning of the object is in `text`. */
  readonly isCut: boolean;
  readonly shownBytes: number;
  readonly sizeBytes: number;
}
