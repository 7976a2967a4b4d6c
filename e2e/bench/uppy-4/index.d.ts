/**
 * What the bench uses of Uppy 4. Its own types are not read, because they name modules that Uppy 6, which is installed
 * beside it, describes differently.
 */
interface Part {
  readonly PartNumber: number;
  readonly ETag: string;
}

interface Place {
  readonly key: string;
  readonly uploadId: string;
}

interface AwsS3Options {
  readonly getUploadParameters: (file: {
    readonly name: string;
  }) => Promise<{ method: 'PUT'; url: string; headers: object }>;
  readonly createMultipartUpload: (file: { readonly name: string }) => Promise<Place>;
  readonly signPart: (file: unknown, part: Place & { readonly partNumber: number }) => Promise<{ url: string }>;
  readonly completeMultipartUpload: (
    file: unknown,
    upload: Place & { readonly parts: readonly Part[] },
  ) => Promise<object>;
  readonly listParts: () => Promise<readonly Part[]>;
  readonly abortMultipartUpload: () => Promise<void>;
}

/** The plugin; only to be handed to `Uppy.use`. */
export const AwsS3: unique symbol;

export class Uppy {
  constructor(options: { readonly autoProceed: boolean });
  use(plugin: typeof AwsS3, options: AwsS3Options): void;
  addFiles(files: readonly { readonly name: string; readonly type: string; readonly data: Blob }[]): void;
  upload(): Promise<
    | { readonly successful?: readonly unknown[]; readonly failed?: readonly { readonly error?: string | null }[] }
    | undefined
  >;
}
