/** What the bucket says about one object. */
export const objectDetails = {
  aboutObject: 'About',
  userMetadata: 'User metadata',
  noMetadata: 'None that this page can read.',
  otherHeaders: 'Other headers',
  headersMayBeHidden:
    'A page reads only the headers that the bucket’s CORS rule exposes, so the object may have more metadata than is shown here.',
  sizeExact: (size: string, bytes: string) => `${size} (${bytes} bytes)`,
  contentType: 'Content type',
  etag: 'ETag',
  crc64: 'CRC-64',
  hiddenByCors: 'hidden by the CORS rule',
  copyFact: (name: string) => `Copy ${name}`,
};
