/** The vendor's source file behind `COS.getAuthorization`; the package ships no types for it. */
declare module 'cos-js-sdk-v5/src/util.js' {
  /** What COS documentation 7778 needs, under the vendor's names. The published types lack `UseRawKey`. */
  interface SignOptions {
    readonly SecretId: string;
    readonly SecretKey: string;
    readonly Method: string;
    /** With its leading slash. */
    readonly Pathname: string;
    /** Covers the path as it is given. */
    readonly UseRawKey: true;
    readonly Query: Record<string, string>;
    readonly Headers: Record<string, string>;
    /** Both times of the signature: `start;end` in Unix seconds. */
    readonly KeyTime: string;
  }
  const util: { readonly getAuth: (options: SignOptions) => string };
  export default util;
}
