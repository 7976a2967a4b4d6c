import { useQuery } from '@tanstack/react-query';
import { Download, Scaling } from 'lucide-react';
import { isAbortError, toFailure } from '#lib/Failure.ts';
import { useLateText } from '#text/useLateText.ts';
import { Button } from '#ui/Button.tsx';
import { FailureNotice } from '#ui/FailureNotice.tsx';
import { ArchivedContents } from './ArchivedContents.tsx';
import styles from './ObjectContents.module.css';
import type { ObjectSource } from './ObjectSource.ts';
import { previewQuery } from './previewQuery.ts';
import { PreviewedContents } from './PreviewedContents.tsx';
import { ViewProblem } from './ViewProblem.tsx';
import { ViewWaiting } from './ViewWaiting.tsx';

export interface ObjectContentsProps {
  readonly source: ObjectSource;
  readonly downloadDenied: string | undefined;
  readonly onDownload: (() => void) | undefined;
  /** Why these keys may not restore it from the archive. */
  readonly changeDenied: string | undefined;
  readonly onRestore: (() => void) | undefined;
}

/** The contents, or why there is nothing to see: on the way, too large, archived, forbidden, gone, broken. */
export function ObjectContents({ source, downloadDenied, onDownload, changeDenied, onRestore }: ObjectContentsProps) {
  const { t, formats } = useLateText();
  const { data, error, isFetching, refetch } = useQuery(previewQuery(source));
  const download = (
    <Button
      icon={<Download size={16} />}
      disabled={downloadDenied !== undefined || !onDownload}
      title={downloadDenied}
      onClick={onDownload}
    >
      {t.download}
    </Button>
  );

  if (data === undefined && error !== null && !isFetching && !isAbortError(error)) {
    const failure = toFailure(error);
    if (failure.code === 'InvalidObjectState') {
      return <ArchivedContents {...{ source, changeDenied, onRestore }} onRetry={() => void refetch()} />;
    }
    return <FailureNotice layout="page" failure={failure} onRetry={() => void refetch()} />;
  }
  if (data === undefined) return <ViewWaiting />;
  if (data.kind === 'tooLarge') {
    const { pixels, sizeBytes } = data;
    const advice =
      pixels === undefined
        ? t.tooLargeAdvice(formats.bytes(sizeBytes))
        : t.tooManyPixels(formats.number(pixels.width), formats.number(pixels.height));
    return (
      <ViewProblem title={t.tooLarge} advice={advice} icon={<Scaling size={34} strokeWidth={1.5} aria-hidden />}>
        {download}
      </ViewProblem>
    );
  }
  const isCut = data.kind === 'text' && data.isCut;
  return (
    <div className={styles.contents}>
      <div className={styles.view}>
        <PreviewedContents preview={data} source={source} />
      </div>
      {isCut && (
        <div className={styles.note}>
          <span>{t.textIsCut(formats.bytes(data.shownBytes), formats.bytes(data.sizeBytes))}</span>
          {download}
        </div>
      )}
    </div>
  );
}
