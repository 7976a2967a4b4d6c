import mime from 'mime/lite';

const FALLBACK = 'application/octet-stream';
const TYPE = /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+$/;

/** Content-Type to store an object with: what the browser says of the file, else by its extension. */
export function contentTypeFor(name: string, fileType: string): string {
  if (TYPE.test(fileType)) return fileType;
  return mime.getType(name) ?? FALLBACK;
}
