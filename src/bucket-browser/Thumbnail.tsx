import { useLayoutEffect, useState } from 'react';
import type { ListedObjectEntry } from '#listing/ListedObjectEntry.ts';
import { useBlobUrl } from '#ui/useBlobUrl.ts';
import styles from './FileTile.module.css';
import type { DrawThumbnail } from './DrawThumbnail.ts';

export interface ThumbnailProps {
  readonly object: ListedObjectEntry;
  readonly draw: DrawThumbnail;
}

/**
 * A picture of an object, above its icon, as soon as there is one. What is scrolled away is no longer in the page, so
 * its picture is no longer wanted either. Decoration: the name beside it says what it is.
 */
export function Thumbnail({ object, draw }: ThumbnailProps) {
  const [picture, setPicture] = useState<{ readonly of: ListedObjectEntry; readonly blob: Blob | undefined }>();
  // Before the browser paints: a picture that is kept never shows the icon first.
  useLayoutEffect(() => {
    const gone = new AbortController();
    draw(object, gone.signal).then(
      (blob) => setPicture({ of: object, blob }),
      // Without a picture the icon stays, which is no failure of anything the person asked for.
      () => {},
    );
    return () => gone.abort();
  }, [object, draw]);
  const url = useBlobUrl(picture?.of === object ? picture.blob : undefined);
  return url === undefined ? null : <img src={url} alt="" draggable={false} className={styles.picture} />;
}
