import { useRef } from 'react';
import type { Connection } from '#config/DeploymentConfig.ts';
import { baseName, type ObjectKey, type Prefix } from '#cos/objectKey.ts';
import type { ListingEntry } from '#listing/ListingEntry.ts';
import type { LinksWish } from '#share-dialog/LinksDialog.tsx';
import type { LinksProgress } from '#share-dialog/LinksProgress.ts';
import { collectKeys } from './collectKeys.ts';
import { LinksDialog } from './lazyParts.ts';
import { useNoteLink } from './links/useNoteLink.ts';
import { useServices } from './Services.ts';

export interface LinksHostProps {
  readonly connection: Connection;
  readonly prefix: Prefix;
  readonly entries: readonly ListingEntry[];
  readonly onClose: () => void;
}

/** Gives the dialog for many links what it needs of the services. Folders are listed once, whatever is chosen after. */
export function LinksHost({ connection, prefix, entries, onClose }: LinksHostProps) {
  const { cosFor, shareLinks, sharePage, clock } = useServices();
  const noteLink = useNoteLink(connection.id);
  const found = useRef<readonly ObjectKey[]>(undefined);

  async function createLinks(wish: LinksWish, tell: (progress: LinksProgress) => void, signal: AbortSignal) {
    const cos = cosFor(connection.id);
    found.current ??= await collectKeys(cos, entries, (count) => tell({ found: count, made: 0 }), signal);
    const keys = found.current;
    tell({ found: keys.length, made: 0 });
    const onProgress = (made: number): void => tell({ found: keys.length, made });
    return shareLinks(connection, { keys, ...wish, onProgress }, signal);
  }

  return (
    <LinksDialog
      count={entries.length}
      place={baseName(prefix) || connection.label}
      {...{ prefix, createLinks, onClose }}
      createPage={(lifeSeconds, onProgress, signal) =>
        sharePage(connection, { prefix, entries, lifeSeconds, onProgress }, signal)
      }
      now={() => clock.now()}
      onPageMade={({ expiresAt }) => noteLink({ kind: 'page', keys: entries.map(keyOf), expiresAt })}
      onMade={({ links, expiresAt }) => noteLink({ kind: 'batch', keys: links.map(({ key }) => key), expiresAt })}
    />
  );
}

function keyOf(entry: ListingEntry): string {
  return entry.type === 'folder' ? entry.prefix : entry.key;
}
