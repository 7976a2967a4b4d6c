import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { toFailure } from '#lib/Failure.ts';
import { useLateText } from '#text/useLateText.ts';
import { FailureNotice } from '#ui/FailureNotice.tsx';
import styles from './MediaView.module.css';
import { ViewProblem } from './ViewProblem.tsx';

export interface MediaViewProps {
  readonly kind: 'video' | 'audio';
  readonly name: string;
  /** Tells this object apart. */
  readonly objectId: string;
  /** A presigned URL of the object. Each call signs anew. */
  readonly streamUrl: (signal: AbortSignal) => Promise<string>;
}

/**
 * Film and sound, streamed: the element asks the bucket for the ranges it needs. Its address is signed and ends, so when
 * it stops playing a new one is signed once, and playing goes on where it was.
 */
export function MediaView({ kind, name, objectId, streamUrl }: MediaViewProps) {
  const { t } = useLateText();
  const position = useRef(0);
  const [renewals, setRenewals] = useState(0);
  const [isBroken, setIsBroken] = useState(false);
  const url = useQuery({
    queryKey: ['stream', objectId, renewals],
    queryFn: ({ signal }) => streamUrl(signal),
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  if (url.error !== null)
    return <FailureNotice layout="page" failure={toFailure(url.error)} onRetry={() => void url.refetch()} />;
  if (isBroken) return <ViewProblem title={t.cannotPlay} advice={t.cannotPlayAdvice} />;

  const props = {
    src: url.data,
    controls: true,
    preload: 'metadata' as const,
    'aria-label': name,
    'data-keeps-arrows': true,
    onTimeUpdate: ({ currentTarget }: { currentTarget: HTMLMediaElement }) => {
      position.current = currentTarget.currentTime;
    },
    onLoadedMetadata: ({ currentTarget }: { currentTarget: HTMLMediaElement }) => {
      if (position.current > 0) currentTarget.currentTime = position.current;
    },
    onError: ({ currentTarget }: { currentTarget: HTMLMediaElement }) => {
      // Only what has played before can have lost its signature; the rest is a format this browser does not know.
      const wasPlaying = position.current > 0 && currentTarget.error?.code !== MediaError.MEDIA_ERR_DECODE;
      if (wasPlaying && renewals < 20) setRenewals(renewals + 1);
      else setIsBroken(true);
    },
  };
  return (
    <div className={styles.stage}>
      {/* oxlint-disable-next-line jsx-a11y/media-has-caption -- captions are for whoever made the film; there is one object */}
      {url.data !== undefined && (kind === 'video' ? <video playsInline {...props} /> : <audio {...props} />)}
    </div>
  );
}
