/** What a pasted address of a bucket says about itself. Nothing here was asked of anybody. */
export interface LinkFacts {
  /** As pasted, without the part behind `#`. */
  readonly url: string;
  readonly origin: string;
  /** With its port. */
  readonly host: string;
  readonly address: LinkAddress;
  /** Of a custom domain that no connection names they are not known. */
  readonly bucket?: string;
  readonly region?: string;
  /** Decoded; `''` for the bucket itself. */
  readonly key: string;
  readonly operation: LinkOperation;
  readonly signature?: LinkSignature;
  /** Why no service would take it as it is. */
  readonly flaws: readonly LinkFlaw[];
  /** `response-*` parameters, without the prefix. */
  readonly overrides: Readonly<Record<string, string>>;
  /** Bits per second. */
  readonly trafficLimit?: number;
  readonly versionId?: string;
  /** The deployment lists this origin, so it may be asked. */
  readonly isListed: boolean;
}

/** The kinds of domains (COS documentation 6224, 30613). */
export type LinkAddress =
  | 'virtual-host'
  | 'path-style'
  | 'website'
  | 'accelerate'
  | 'internal'
  | 'dualstack'
  | 'custom'
  | 'listed';

/** A link does not say which method it was signed for; what its parameters are for tells the rest. */
export type LinkOperation = 'read' | 'list' | 'upload' | 'subresource';

export interface LinkSignature {
  /** Seven parameters, or one called `sign` that holds them all (COS documentation 7778). */
  readonly form: 'query' | 'sign';
  readonly keyId: string;
  /** Both of its windows together: from the later start to the earlier end. */
  readonly from: Date;
  readonly until: Date;
  /** Names of what must not change, lower-cased. */
  readonly headers: readonly string[];
  readonly parameters: readonly string[];
  /** It carries a security token, as every temporary key needs. */
  readonly hasToken: boolean;
}

export type LinkFlaw =
  | 'incomplete' // one of the seven fields is missing
  | 'algorithm' // not sha1
  | 'times' // no window, one that ends before it begins, or two that differ
  | 'amazon' // signed for another service
  | 'twice' // two signatures
  | 'rawPlus' // a token whose plus signs were not percent-encoded
  | 'unsafeKey'; // `.` or `..`: a browser opens something else
