import type { Connection } from '#config/DeploymentConfig.ts';
import { baseName } from '#cos/objectKey.ts';
import type { Services } from '../Services.ts';
import { chosenAgain } from './chosenAgain.ts';
import type { MadeLink } from './createMadeLinks.ts';

/** A link lives for a moment at least, however late the first one was copied. */
const LEAST_LIFE_SECONDS = 60;

/** What can be made again from names and a life. */
export const MADE_AGAIN: ReadonlySet<string> = new Set(['download', 'batch', 'upload', 'page']);

export interface MintedAgain {
  /** To paste: one address, or one a line. */
  readonly text: string;
  readonly until: Date;
}

/**
 * What was handed out, made anew with the life the first one had; a share page holds what is there now.
 *
 * @throws FailureError, CosError as making it the first time
 */
export async function mintAgain(
  services: Pick<Services, 'cosFor' | 'shareLink' | 'shareLinks' | 'sharePage' | 'uploadLink'>,
  connection: Connection,
  { kind, keys, madeAt, expiresAt }: MadeLink,
): Promise<MintedAgain> {
  const lifeSeconds = Math.max(LEAST_LIFE_SECONDS, Math.round((expiresAt - madeAt) / 1000));
  const { signal } = new AbortController();
  const [key = ''] = keys;
  switch (kind) {
    case 'download': {
      const wish = { key, lifeSeconds, disposition: 'attachment', fileName: baseName(key) } as const;
      return one(await services.shareLink(connection, wish, signal));
    }
    case 'upload':
      return one(await services.uploadLink(connection, key, lifeSeconds));
    case 'page': {
      const chosen = await chosenAgain(services.cosFor(connection.id), keys, signal);
      const wish = { ...chosen, lifeSeconds, onProgress: () => undefined };
      return one(await services.sharePage(connection, wish, signal));
    }
    case 'batch':
    default: {
      const wish = { keys, lifeSeconds, disposition: 'attachment' } as const;
      const { links, expiresAt: until } = await services.shareLinks(connection, wish, signal);
      return { text: links.map(({ url }) => url).join('\n'), until };
    }
  }
}

function one({ url, expiresAt }: { readonly url: string; readonly expiresAt: Date }): MintedAgain {
  return { text: url, until: expiresAt };
}
