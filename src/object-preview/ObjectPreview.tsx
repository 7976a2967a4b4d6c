import { useState } from 'react';
import type { ObjectVersion } from '#cos/CosObject.ts';
import { displayName } from '#text/displayName.ts';
import { useLateText } from '#text/useLateText.ts';
import type { DeniedChanges } from './DeniedChanges.ts';
import { DetailsView } from './DetailsView.tsx';
import { ObjectContents } from './ObjectContents.tsx';
import type { ObjectSource } from './ObjectSource.ts';
import { OlderVersionBar } from './OlderVersionBar.tsx';
import { PreviewFrame } from './PreviewFrame.tsx';
import { PreviewHead } from './PreviewHead.tsx';
import { PreviewTabs, type PreviewTab } from './PreviewTabs.tsx';
import styles from './ObjectPreview.module.css';
import type { ReadableVersion, VersionActions } from './VersionActions.ts';
import { VersionsView } from './VersionsView.tsx';

export interface ObjectPreviewProps {
  readonly source: ObjectSource;
  /** Where it is among the objects shown, from 1; undefined when it is not among them. */
  readonly position: { readonly at: number; readonly count: number } | undefined;
  readonly onPrevious: (() => void) | undefined;
  readonly onNext: (() => void) | undefined;
  readonly denied: DeniedChanges;
  readonly tab: PreviewTab;
  readonly onTab: (tab: PreviewTab) => void;
  /** Undefined where the bucket keeps none. */
  readonly versions: VersionActions | undefined;
  /** An older one is looked at. */
  readonly version: ReadableVersion | undefined;
  /** Undefined while the object is not among those listed, or an older version is looked at. */
  readonly onDownload: (() => void) | undefined;
  readonly onShare: (() => void) | undefined;
  readonly onEdit: (() => void) | undefined;
  readonly onAccess: (() => void) | undefined;
  readonly onRestore: (() => void) | undefined;
  readonly onClose: () => void;
}

/** One object looked at: its contents, made safe, what the bucket says about it, and what it was before. */
export function ObjectPreview(props: ObjectPreviewProps) {
  const { source, position, onTab, onPrevious, onNext, onClose, denied, versions, version } = props;
  const { t } = useLateText();
  const [isEnlarged, setIsEnlarged] = useState(false);
  const [doomed, setDoomed] = useState<ObjectVersion>();
  const name = displayName(source.name).text || t.emptyName;
  const tab = props.tab === 'versions' && versions === undefined ? 'details' : props.tab;
  const label = { preview: t.tabPreview, details: t.tabDetails, versions: t.tabVersions }[tab];
  return (
    <PreviewFrame label={t.previewOf(name)} {...{ isEnlarged, onPrevious, onNext, onClose }}>
      <PreviewHead
        name={source.name}
        position={position}
        isEnlarged={isEnlarged}
        denied={denied}
        onPrevious={onPrevious}
        onNext={onNext}
        onEnlarge={() => setIsEnlarged(!isEnlarged)}
        onDownload={props.onDownload}
        onShare={props.onShare}
        onClose={onClose}
      />
      <PreviewTabs value={tab} hasVersions={versions !== undefined} onChange={onTab} />
      <div className={styles.body} role="tabpanel" aria-label={label}>
        {version !== undefined && tab !== 'versions' && (
          <OlderVersionBar version={version} onLatest={() => versions?.view(undefined)} />
        )}
        <div className={styles.room}>{content()}</div>
      </div>
    </PreviewFrame>
  );

  function content() {
    if (tab === 'versions' && versions !== undefined) {
      return (
        <VersionsView
          key={source.key}
          objectId={source.objectId}
          name={source.name}
          actions={versions}
          denied={denied}
          doomed={doomed?.key === source.key ? doomed : undefined}
          onDoom={setDoomed}
        />
      );
    }
    if (tab === 'preview') {
      return (
        <ObjectContents
          key={source.id}
          source={source}
          onDownload={props.onDownload}
          downloadDenied={denied.download}
          onRestore={props.onRestore}
          changeDenied={denied.restoreArchived}
        />
      );
    }
    return (
      <DetailsView
        key={source.id}
        source={source}
        denied={denied}
        onEdit={props.onEdit}
        onAccess={props.onAccess}
        onRestore={props.onRestore}
      />
    );
  }
}
