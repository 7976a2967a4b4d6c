import { useEffect, useMemo, useRef, useState } from 'react';
import { isAbortError, toFailure, type Failure } from '#lib/Failure.ts';
import { createContentsTally, type ContentsCount, type ContentsTally } from '#listing/createContentsTally.ts';
import { useLateText } from '#text/useLateText.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { FailureNotice } from '#ui/FailureNotice.tsx';
import { fileKind } from '#lib/fileKind.ts';
import { useAnnounce } from '#ui/useAnnounce.ts';
import { SummaryTables } from './SummaryTables.tsx';
import styles from './SummaryDialog.module.css';

export interface SummaryDialogProps {
  readonly title: string;
  /** Counts into the tally until it is whole, or the signal stops it. */
  readonly count: (tally: ContentsTally, signal: AbortSignal, onProgress: () => void) => Promise<void>;
  readonly onClose: () => void;
}

type Stage =
  | { readonly name: 'counting' | 'whole' | 'stopped' }
  | { readonly name: 'failed'; readonly failure: Failure };

/** How much is in folders or a selection, counted to the last object while one looks on. */
export function SummaryDialog({ title, count, onClose }: SummaryDialogProps) {
  const { t, formats } = useLateText();
  const announce = useAnnounce();
  const [counted, setCounted] = useState<ContentsCount>(() => createContentsTally(fileKind).count());
  const [stage, setStage] = useState<Stage>({ name: 'counting' });
  const [tries, setTries] = useState(0);
  const stop = useRef<AbortController>(undefined);
  useEffect(() => {
    const controller = new AbortController();
    stop.current = controller;
    const tally = createContentsTally(fileKind);
    const look = (): void => setCounted(tally.count());
    count(tally, controller.signal, look).then(
      () => setStage({ name: 'whole' }),
      (error: unknown) => {
        look();
        if (isAbortError(error)) setStage({ name: 'stopped' });
        else setStage({ name: 'failed', failure: toFailure(error) });
      },
    );
    return () => controller.abort(new DOMException('closed', 'AbortError'));
    // The counter is the same for as long as the dialog is open.
    // oxlint-disable-next-line react/exhaustive-deps -- mounted once per question: a new one is a new component
  }, [tries]);

  const words = useMemo(
    () =>
      ({
        counting: t.countingSoFar(formats.number(counted.objects)),
        stopped: t.countStopped,
        failed: t.countStopped,
        whole: t.countedAll,
      })[stage.name],
    [t, formats, counted.objects, stage.name],
  );
  const isOver = stage.name !== 'counting';
  useEffect(() => {
    if (isOver) announce(words);
  }, [announce, isOver, words]);

  return (
    <Dialog
      title={title}
      onClose={onClose}
      actions={
        stage.name === 'counting' ? (
          <Button onClick={() => stop.current?.abort(new DOMException('stopped', 'AbortError'))}>
            {t.stopCounting}
          </Button>
        ) : (
          <Button
            onClick={() => {
              setStage({ name: 'counting' });
              setTries(tries + 1);
            }}
          >
            {t.countAgain}
          </Button>
        )
      }
    >
      <dl className={styles.totals}>
        <div>
          <dt>{t.totalObjects}</dt>
          <dd>{formats.number(counted.objects)}</dd>
        </div>
        <div>
          <dt>{t.totalSize}</dt>
          <dd>{formats.bytes(counted.bytes)}</dd>
        </div>
        <div>
          <dt>{t.largestObject}</dt>
          <dd>{counted.objects === 0 ? '–' : formats.bytes(counted.largestBytes)}</dd>
        </div>
        <div>
          <dt>{t.newestChange}</dt>
          <dd>{counted.newest === undefined ? '–' : formats.dateTime(counted.newest)}</dd>
        </div>
      </dl>
      <p className={styles.stage} data-counting={!isOver}>
        {words}
      </p>
      {stage.name === 'failed' && <FailureNotice failure={stage.failure} />}
      {counted.objects > 0 && <SummaryTables counted={counted} />}
    </Dialog>
  );
}
