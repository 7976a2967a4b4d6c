/** The history of what was moved. */
export const history = {
  history: 'History',
  uploadedAt: (when: string) => `Uploaded ${when}`,
  downloadedAt: (when: string) => `Downloaded ${when}`,
  notVerified: 'not verified',
  tookTime: (duration: string) => `took ${duration}`,
  objectKey: 'Key',
  bucket: 'Bucket',
  byteCount: 'Bytes',
};
