/** What the page and the checksum worker say to each other. Plain data only; keys never come here. */
export type Crc64Request =
  | { readonly type: 'hash'; readonly id: number; readonly blob: Blob }
  | { readonly type: 'block'; readonly id: number; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly type: 'cancel'; readonly id: number };

export type Crc64Answer =
  /** `bytes`: of a block, on their way back. */
  | { readonly id: number; readonly crc64: string; readonly bytes?: Uint8Array<ArrayBuffer> }
  /** `name` is the `DOMException` name of the read that failed, or another error's. */
  | { readonly id: number; readonly errorName: string; readonly message: string };
