import type { Prefix } from '#cos/objectKey.ts';
import { displayName } from '#text/displayName.ts';

/** "Team bucket / photos / 2026", with invisible characters marked. */
export function placeName(place: {
  readonly connectionLabel: string;
  readonly rootPrefix: Prefix;
  readonly prefix: Prefix;
}): string {
  const names = place.prefix.slice(place.rootPrefix.length).split('/').slice(0, -1);
  return [place.connectionLabel, ...names.map((name) => displayName(name).text)].join(' / ');
}
