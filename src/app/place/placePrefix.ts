import type { Connection } from '#config/DeploymentConfig.ts';
import type { Prefix } from '#cos/objectKey.ts';
import type { PlaceParams } from './PlaceParams.ts';

/** The prefix a place shows. People never leave the connection's own prefix, whatever the URL says. */
export function placePrefix(connection: Connection, place: PlaceParams): Prefix {
  return place.p?.startsWith(connection.prefix) === true ? place.p : connection.prefix;
}
