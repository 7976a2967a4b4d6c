/** What the page and the file worker say to each other about the file with this number. */
export type FileRequest = { readonly id: number; readonly file: number } & FileWork;

export type FileWork =
  | { readonly type: 'open'; readonly handle: FileSystemFileHandle }
  | { readonly type: 'write'; readonly bytes: Uint8Array<ArrayBuffer>; readonly atByte: number }
  | { readonly type: 'checksum'; readonly atByte: number; readonly sizeBytes: number }
  | { readonly type: 'truncate'; readonly sizeBytes: number }
  | { readonly type: 'close' };

/** `crc64`: of the bytes of a `write` or `checksum`; `bytes`: those of a `write` come back. `errorName`: of the `DOMException`, or another error's. */
export type FileAnswer =
  | { readonly id: number; readonly crc64?: string; readonly bytes?: Uint8Array<ArrayBuffer> }
  | { readonly id: number; readonly errorName: string; readonly message: string };
