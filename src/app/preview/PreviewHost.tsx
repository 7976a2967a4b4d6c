import { useMemo } from 'react';
import type { ListedObjectEntry } from '#listing/ListedObjectEntry.ts';
import type { PreviewWalk } from '#bucket-browser/PreviewWalk.ts';
import type { DeniedActions } from '#bucket-browser/whatCanBeDone.ts';
import type { Connection } from '#config/DeploymentConfig.ts';
import { baseName, type ObjectKey } from '#cos/objectKey.ts';
import { ObjectPreview } from '#object-preview/ObjectPreview.tsx';
import type { PreviewTab } from '#object-preview/PreviewTabs.tsx';
import { useServices } from '../Services.ts';

export interface PreviewHostProps {
  readonly connection: Connection;
  readonly objectKey: ObjectKey;
  readonly walk: PreviewWalk;
  readonly tab: PreviewTab;
  readonly onTab: (tab: PreviewTab) => void;
  readonly denied: DeniedActions;
  readonly onDownload: (object: ListedObjectEntry) => void;
  readonly onShare: (object: ListedObjectEntry) => void;
  readonly onClose: () => void;
}

/** Gives the preview what it needs of the services. */
export function PreviewHost(props: PreviewHostProps) {
  const { connection, objectKey: key, walk, denied } = props;
  const { cosFor, streamUrl } = useServices();
  const { object } = walk;
  const version = object?.etag ?? '';
  const sizeBytes = object?.sizeBytes;
  const source = useMemo(
    () => ({
      id: JSON.stringify([connection.id, key, version]),
      key,
      name: baseName(key),
      sizeBytes,
      cos: cosFor(connection.id),
      streamUrl: (contentType: string, signal: AbortSignal) => streamUrl(connection, key, contentType, signal),
    }),
    [connection, key, version, sizeBytes, cosFor, streamUrl],
  );
  return (
    <ObjectPreview
      source={source}
      position={walk.position}
      onPrevious={walk.onPrevious}
      onNext={walk.onNext}
      tab={props.tab}
      onTab={props.onTab}
      denied={denied}
      onDownload={object && (() => props.onDownload(object))}
      onShare={object && (() => props.onShare(object))}
      onClose={props.onClose}
    />
  );
}
