/** Whether a fragment, with its `#`, is a page for somebody without an account: `#/r/…` an upload request, `#/s/…` a share. */
export function isRecipientAddress(hash: string): boolean {
  return /^#\/[rs]\//.test(hash);
}
