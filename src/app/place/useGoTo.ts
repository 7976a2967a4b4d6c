import { useRouter } from '@tanstack/react-router';
import type { Connection } from '#config/DeploymentConfig.ts';
import { DELIMITER, parentPrefix } from '#cos/objectKey.ts';
import { toFailure } from '#lib/Failure.ts';
import { useText } from '#text/useText.ts';
import { useServices } from '../Services.ts';
import { moveTo } from './moveTo.ts';
import { parsePlace } from './parsePlace.ts';
import type { PlaceParams } from './PlaceParams.ts';

/**
 * Jumps to what was typed or pasted; the promise is why it leads nowhere.
 *
 * @param onArrived the place is on screen, or was there before
 * @param onForeign an address that is none of this deployment's: nothing is asked of anybody
 */
export function useGoTo(
  current: Connection,
  onArrived: () => void,
  onForeign: (link: string) => void,
): (words: string) => Promise<string | undefined> {
  const { connections, cosFor } = useServices();
  const router = useRouter();
  const { t, ...text } = useText();

  /** A name without its slash: whether anything lies under it. */
  async function isFolder(connection: Connection, name: string): Promise<boolean> {
    const { objects } = await cosFor(connection.id).listObjects({ prefix: name + DELIMITER, maxKeys: 1 });
    return objects.length > 0;
  }

  async function open(search: PlaceParams): Promise<undefined> {
    await router.navigate({ to: '/', search });
    onArrived();
  }

  return async (words) => {
    const place = router.state.location.search;
    const pageUrl = new URL('.', document.baseURI).href;
    const found = parsePlace(words, { connections: connections.store.getState(), current, pageUrl });
    const isForeign = found.type === 'otherBucket' || found.type === 'notAPlace';
    if (isForeign && /^https?:\/\//i.test(words.trim())) {
      onForeign(words.trim());
      return undefined;
    }
    if (found.type === 'otherBucket') return t.placeOtherBucket(found.bucket);
    if (found.type === 'outside') return t.placeOutside(found.bucket);
    if (found.type === 'notAPlace') return t.placeNotRead;
    if (found.type === 'page') return open(found.place);
    const { connection, key, isTyped } = found;
    if (key === '' || key.endsWith(DELIMITER)) return open(moveTo(place, connection.id, key));
    try {
      if (isTyped && (await isFolder(connection, key)))
        return await open(moveTo(place, connection.id, key + DELIMITER));
    } catch (error) {
      return text.failure(toFailure(error)).title;
    }
    return open({ ...moveTo(place, connection.id, parentPrefix(key)), preview: key });
  };
}
