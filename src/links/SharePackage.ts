/** One object of a share: enough to show it, and the one part of its URL that cannot be computed. */
export interface SharedObject {
  /** Whole, with the prefix. */
  readonly key: string;
  readonly sizeBytes: number;
  /** `q-signature`: 40 hex digits. */
  readonly signature: string;
}

/** What all links of one share have in common. */
export interface ShareTerms {
  /** What the maker called it: the folder, or the place. */
  readonly title: string;
  /** `''` or ends with `/`: what is above is not shown. */
  readonly prefix: string;
  readonly bucket: string;
  readonly region: string;
  /** `https://<bucket>.cos.…`: signed with every link. */
  readonly origin: string;
  readonly secretId: string;
  readonly sessionToken: string;
  /** Unix seconds; `q-sign-time` and `q-key-time` of every link. */
  readonly startSeconds: number;
  readonly endSeconds: number;
}

/** Several objects, or a folder as it was, behind one address. */
export interface SharePackage extends ShareTerms {
  readonly objects: readonly SharedObject[];
}

/** The list lies in the bucket, because an address has no room for it. */
export interface ShareManifest extends SharedObject {
  /** First 16 bytes of the SHA-256 of its bytes, base64url: nobody puts another list there. */
  readonly digest: string;
}

/** What an address says: the whole share, or where the rest of it is. */
export type ShareAddress = SharePackage | (ShareTerms & { readonly manifest: ShareManifest });
