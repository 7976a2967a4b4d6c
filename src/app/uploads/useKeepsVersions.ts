import { useVersioning } from './useVersioning.ts';

/** True once it is known that the bucket keeps versions. Asks only while there is a connection to ask about. */
export function useKeepsVersions(connectionId: string | undefined): boolean {
  return useVersioning(connectionId) === true;
}
