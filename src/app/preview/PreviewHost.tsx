import { useCallback, useMemo, useState } from 'react';
import type { ListedObjectEntry } from '#listing/ListedObjectEntry.ts';
import type { PreviewWalk } from '#bucket-browser/PreviewWalk.ts';
import type { DeniedActions } from '#bucket-browser/whatCanBeDone.ts';
import { bucketOrigins } from '#config/bucketOrigins.ts';
import type { Connection } from '#config/DeploymentConfig.ts';
import { baseName, encodeKeyForPath, type ObjectKey } from '#cos/objectKey.ts';
import { ObjectPreview } from '#object-preview/ObjectPreview.tsx';
import type { PreviewTab } from '#object-preview/PreviewTabs.tsx';
import type { ReadableVersion } from '#object-preview/VersionActions.ts';
import { useServices } from '../Services.ts';
import { atVersion } from './atVersion.ts';
import { useVersions } from './useVersions.ts';

export interface PreviewHostProps {
  readonly connection: Connection;
  readonly objectKey: ObjectKey;
  readonly walk: PreviewWalk;
  readonly tab: PreviewTab;
  readonly onTab: (tab: PreviewTab) => void;
  readonly denied: DeniedActions;
  /** Something else is asked above the page. */
  readonly hasDialog: boolean;
  readonly onDownload: (object: ListedObjectEntry) => void;
  readonly onShare: (object: ListedObjectEntry) => void;
  readonly onEdit: (object: ListedObjectEntry) => void;
  readonly onAccess: (object: ListedObjectEntry) => void;
  readonly onRestore: (object: ListedObjectEntry) => void;
  readonly onClose: () => void;
}

/** Gives the preview what it needs of the services. */
export function PreviewHost(props: PreviewHostProps) {
  const { connection, objectKey: key, walk, denied, tab, onTab } = props;
  const { cosFor, streamUrl } = useServices();
  const [older, setOlder] = useState<ReadableVersion>();
  const version = older?.key === key ? older : undefined;
  const { object } = walk;
  const source = useMemo(() => {
    const versionId = version?.versionId;
    const listed = version === undefined ? object : version;
    const objectId = JSON.stringify([connection.id, key]);
    return {
      id: JSON.stringify([connection.id, key, listed?.etag ?? '', versionId ?? '']),
      objectId,
      key,
      name: baseName(key),
      isUnsigned: connection.access === 'anonymous',
      plainUrl: `${bucketOrigins(connection)[0] ?? ''}/${encodeKeyForPath(key)}`,
      listed,
      cos: atVersion(cosFor(connection.id), versionId),
      streamUrl: (contentType: string, signal: AbortSignal) =>
        streamUrl(connection, { key, ...(versionId === undefined ? {} : { versionId }) }, contentType, signal),
    };
  }, [connection, key, object, version, cosFor, streamUrl]);
  const view = useCallback(
    (chosen: ReadableVersion | undefined) => {
      setOlder(chosen);
      if (chosen !== undefined) onTab('preview');
    },
    [onTab],
  );
  const versions = useVersions(connection, key, source.id, view);
  // Who opened a dialog while this was loading answers that first: a sheet that came above it would hide it.
  const [mayShow, setMayShow] = useState(!props.hasDialog);
  if (!mayShow && !props.hasDialog) setMayShow(true);
  if (!mayShow) return null;
  // Commands are about the object as it is now.
  const current = version === undefined ? object : undefined;
  return (
    <ObjectPreview
      source={source}
      position={walk.position}
      onPrevious={walk.onPrevious}
      onNext={walk.onNext}
      tab={tab}
      onTab={onTab}
      denied={denied}
      versions={versions}
      version={version}
      onDownload={current && (() => props.onDownload(current))}
      onShare={current && (() => props.onShare(current))}
      onEdit={current && (() => props.onEdit(current))}
      onAccess={current && (() => props.onAccess(current))}
      onRestore={current && (() => props.onRestore(current))}
      onClose={props.onClose}
    />
  );
}
