/** COS documentation 14518: lower-case letters, digits and hyphens, then the account's number. */
const BUCKET = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?-\d{5,}$/;
/** `ap-guangzhou`, `na-siliconvalley`, `ap-beijing-1`; the list of regions is open. */
const REGION = /^[a-z]{2,}-[a-z0-9]+(?:-[a-z0-9]+)*$/;
/** A folder of this name would be folded away in a URL. */
const DOT_SEGMENT = /(?:^|\/)\.\.?\//;

/** True for a full bucket name with the account's number: `media-1250000000`. */
export function isBucketName(text: string): boolean {
  // A bucket and its region are one host name of at most 60 characters; the bucket alone has room for 50.
  return text.length <= 50 && BUCKET.test(text);
}

export function isRegion(text: string): boolean {
  return text.length <= 40 && REGION.test(text);
}

/** True for `''` or what ends with a slash and begins with none, and is the beginning of a key a URL can name. */
export function isConnectionPrefix(text: string): boolean {
  return text === '' || (text.endsWith('/') && !text.startsWith('/') && text.isWellFormed() && !DOT_SEGMENT.test(text));
}
