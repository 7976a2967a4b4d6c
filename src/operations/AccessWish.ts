import type { ObjectAcl } from '#cos/CosObject.ts';

/** Who is to read objects from now on: everybody, whoever the bucket lets, or only who has a right to it. */
export type AccessWish = Exclude<NonNullable<ObjectAcl['canned']>, 'authenticated-read'>;

/** True for what a journal gave back as a wish. */
export function isAccessWish(value: unknown): value is AccessWish {
  return value === 'public-read' || value === 'default' || value === 'private';
}
