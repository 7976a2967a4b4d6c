/** Whether a fragment, with its `#`, is a page for somebody without an account: `#/r/…` is an upload request. */
export function isRecipientAddress(hash: string): boolean {
  return hash.startsWith('#/r/');
}
