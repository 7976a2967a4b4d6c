import { ChevronLeft, ChevronRight, Download, Link, Maximize2, Minimize2, X } from 'lucide-react';
import { useLateText } from '#text/useLateText.ts';
import { FileIcon } from '#ui/FileIcon.tsx';
import { IconButton } from '#ui/IconButton.tsx';
import { ObjectName } from '#ui/ObjectName.tsx';

import styles from './PreviewHead.module.css';

export interface PreviewHeadProps {
  /** Where it is among the objects shown, from 1; undefined when it is not among them. */
  readonly position: { readonly at: number; readonly count: number } | undefined;
  readonly onPrevious: (() => void) | undefined;
  readonly onNext: (() => void) | undefined;
  readonly denied: { readonly download?: string | undefined; readonly share?: string | undefined };
  readonly onDownload: (() => void) | undefined;
  readonly onShare: (() => void) | undefined;
  /** False where sharing makes no sense: for whoever received it. */
  readonly mayShare?: boolean;
  /** False where it is as large as it gets. */
  readonly mayEnlarge?: boolean;
  readonly onClose: () => void;
  readonly name: string;
  readonly isEnlarged: boolean;
  readonly onEnlarge: () => void;
}

/** What is looked at, the way to its neighbours, and what can be done with it. */
export function PreviewHead(props: PreviewHeadProps) {
  const { name, position, isEnlarged, denied, onPrevious, onNext, mayShare = true, mayEnlarge = true } = props;
  const { t, formats } = useLateText();
  return (
    <div className={styles.head}>
      <h2 className={styles.title}>
        <FileIcon name={name} />
        <ObjectName name={name} />
      </h2>
      {/* At an end the button keeps the keyboard, so that the arrows still walk back. */}
      <div className={styles.walk}>
        <IconButton
          size="small"
          label={t.previousObject}
          icon={<ChevronLeft size={18} />}
          aria-disabled={!onPrevious}
          onClick={onPrevious}
        />
        {position !== undefined && (
          <span className={styles.position}>
            {t.positionOf(formats.number(position.at), formats.number(position.count))}
          </span>
        )}
        <IconButton
          size="small"
          label={t.nextObject}
          icon={<ChevronRight size={18} />}
          aria-disabled={!onNext}
          onClick={onNext}
        />
      </div>
      <div className={styles.actions}>
        <IconButton
          size="small"
          label={t.download}
          hint={denied.download}
          icon={<Download size={16} />}
          disabled={denied.download !== undefined || !props.onDownload}
          onClick={props.onDownload}
        />
        {mayShare && (
          <IconButton
            size="small"
            label={t.shareLink}
            hint={denied.share}
            icon={<Link size={16} />}
            disabled={denied.share !== undefined || !props.onShare}
            onClick={props.onShare}
          />
        )}
        {mayEnlarge && (
          <IconButton
            size="small"
            className={styles.enlarge}
            label={isEnlarged ? t.makeSmaller : t.enlarge}
            icon={isEnlarged ? <Minimize2 size={16} /> : <Maximize2 size={16} />}
            onClick={props.onEnlarge}
          />
        )}
        <IconButton size="small" label={t.closePreview} icon={<X size={18} />} onClick={props.onClose} />
      </div>
    </div>
  );
}
