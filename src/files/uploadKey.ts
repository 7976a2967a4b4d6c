/**
 * Key of a file that is uploaded into `prefix`: the prefix exactly as it is, the new part in Unicode NFC, unless the
 * person wants names kept as they are. macOS hands
 * out decomposed names; without this, `é` from a Mac and `é` from elsewhere would be two objects that look the same.
 */
export function uploadKey(prefix: string, relativePath: string, keepsNames = false): string {
  return prefix + (keepsNames ? relativePath : relativePath.normalize('NFC'));
}
