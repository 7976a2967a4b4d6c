/** What somebody without an account may send, and where; the one address of an upload request holds all of it. */
export interface UploadRequestTerms {
  readonly bucket: string;
  readonly region: string;
  /** Where everything goes: the folder and a random part that nobody guesses. Ends with `/`. */
  readonly prefix: string;
  /** The folder, as the requester calls it. */
  readonly title: string;
  /** What the requester says to the sender; may be empty. */
  readonly note: string;
  /** Most bytes of one file. */
  readonly maxBytes: number;
  /** What a content type must begin with: `image/`; `''` takes any. A policy can name only one. */
  readonly contentType: string;
  readonly secretId: string;
  readonly sessionToken: string;
  /** Unix seconds: `q-key-time`. */
  readonly startSeconds: number;
  readonly endSeconds: number;
}

/** The same, signed. */
export interface UploadRequest extends UploadRequestTerms {
  /** `q-signature` of the policy that `uploadRequestPolicy` makes of the terms: 40 hex digits. */
  readonly signature: string;
}
