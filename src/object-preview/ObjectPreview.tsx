import { useState } from 'react';
import { displayName } from '#text/displayName.ts';
import { useText } from '#text/useText.ts';
import { DetailsView } from './DetailsView.tsx';
import { ObjectContents } from './ObjectContents.tsx';
import type { ObjectSource } from './ObjectSource.ts';
import { PreviewFrame } from './PreviewFrame.tsx';
import { PreviewHead } from './PreviewHead.tsx';
import { PreviewTabs, type PreviewTab } from './PreviewTabs.tsx';
import styles from './ObjectPreview.module.css';

export interface ObjectPreviewProps {
  readonly source: ObjectSource;
  /** Where it is among the objects shown, from 1; undefined when it is not among them. */
  readonly position: { readonly at: number; readonly count: number } | undefined;
  readonly onPrevious: (() => void) | undefined;
  readonly onNext: (() => void) | undefined;
  /** Each off with its reason. */
  readonly denied: { readonly download?: string | undefined; readonly share?: string | undefined };
  readonly tab: PreviewTab;
  readonly onTab: (tab: PreviewTab) => void;
  /** Undefined while the object is not among those listed. */
  readonly onDownload: (() => void) | undefined;
  readonly onShare: (() => void) | undefined;
  readonly onClose: () => void;
}

/** One object looked at: its contents, made safe, and what the bucket says about it. */
export function ObjectPreview(props: ObjectPreviewProps) {
  const { source, position, tab, onTab, onPrevious, onNext, onClose } = props;
  const { t } = useText();
  const [isEnlarged, setIsEnlarged] = useState(false);
  const name = displayName(source.name).text || t.emptyName;
  return (
    <PreviewFrame label={t.previewOf(name)} {...{ isEnlarged, onPrevious, onNext, onClose }}>
      <PreviewHead
        name={source.name}
        position={position}
        isEnlarged={isEnlarged}
        denied={props.denied}
        onPrevious={onPrevious}
        onNext={onNext}
        onEnlarge={() => setIsEnlarged(!isEnlarged)}
        onDownload={props.onDownload}
        onShare={props.onShare}
        onClose={onClose}
      />
      <PreviewTabs value={tab} onChange={onTab} />
      <div className={styles.body} role="tabpanel" aria-label={tab === 'preview' ? t.tabPreview : t.tabDetails}>
        {tab === 'preview' ? (
          <ObjectContents
            key={source.id}
            source={source}
            onDownload={props.onDownload}
            downloadDenied={props.denied.download}
          />
        ) : (
          <DetailsView key={source.id} source={source} />
        )}
      </div>
    </PreviewFrame>
  );
}
