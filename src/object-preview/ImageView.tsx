import { Maximize, ZoomIn, ZoomOut } from 'lucide-react';
import { useRef, useState } from 'react';
import { useLateText } from '#text/useLateText.ts';
import { IconButton } from '#ui/IconButton.tsx';
import { useBlobUrl } from '#ui/useBlobUrl.ts';
import { ScrollRoom } from './ScrollRoom.tsx';
import styles from './ImageView.module.css';
import { ViewProblem } from './ViewProblem.tsx';
import { zoomStep } from './zoomStep.ts';

export interface ImageViewProps {
  readonly blob: Blob;
  /** What a screen reader says for the picture. */
  readonly name: string;
}

/** A picture, fitted to its room at first; buttons, double click and Ctrl+wheel zoom, and the room scrolls. */
export function ImageView({ blob, name }: ImageViewProps) {
  const { t, formats } = useLateText();
  const url = useBlobUrl(blob);
  const imageRef = useRef<HTMLImageElement>(null);
  const [size, setSize] = useState<{ readonly width: number; readonly height: number }>();
  const [scale, setScale] = useState<number>();
  const [isBroken, setIsBroken] = useState(false);

  const shownScale = (): number => {
    const image = imageRef.current;
    return scale ?? (image === null || image.naturalWidth === 0 ? 1 : image.clientWidth / image.naturalWidth);
  };
  const zoom = (direction: 1 | -1): void => setScale(zoomStep(shownScale(), direction));

  if (isBroken) return <ViewProblem title={t.cannotDecode} advice={t.cannotDecodeAdvice} />;
  return (
    <div className={styles.view}>
      <ScrollRoom
        className={styles.room}
        aria-label={t.pictureRoom}
        keepsArrows={scale !== undefined}
        onWheel={(event) => event.ctrlKey && zoom(event.deltaY < 0 ? 1 : -1)}
      >
        {url !== undefined && (
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the buttons below do the same
          <img
            ref={imageRef}
            src={url}
            alt={name}
            draggable={false}
            className={scale === undefined ? styles.fitted : styles.scaled}
            style={
              scale === undefined || size === undefined
                ? {}
                : { width: size.width * scale, height: size.height * scale }
            }
            onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) =>
              setSize({ width: naturalWidth, height: naturalHeight })
            }
            onError={() => setIsBroken(true)}
            onDoubleClick={() => setScale(scale === undefined ? 1 : undefined)}
          />
        )}
      </ScrollRoom>
      <div className={styles.tools}>
        <span className={styles.size}>
          {size !== undefined && t.pixelSize(formats.number(size.width), formats.number(size.height))}
        </span>
        <IconButton size="small" label={t.zoomOut} icon={<ZoomOut size={16} />} onClick={() => zoom(-1)} />
        <span className={styles.scale} aria-live="polite">
          {scale === undefined ? t.zoomFitted : formats.percent(scale)}
        </span>
        <IconButton size="small" label={t.zoomIn} icon={<ZoomIn size={16} />} onClick={() => zoom(1)} />
        <IconButton size="small" label={t.zoomFit} icon={<Maximize size={16} />} onClick={() => setScale(undefined)} />
      </div>
    </div>
  );
}
