import type { Prefix } from '#cos/objectKey.ts';
import type { PlaceParams } from './PlaceParams.ts';

/** Another folder, looked at in the same order. What was searched, filtered and opened stays behind. */
export function moveTo(place: PlaceParams, connectionId: string, prefix: Prefix): PlaceParams {
  const { sort, dir } = place;
  return {
    c: connectionId,
    p: prefix,
    ...(sort === undefined ? {} : { sort }),
    ...(dir === undefined ? {} : { dir }),
  };
}
