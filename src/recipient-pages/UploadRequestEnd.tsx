import { CalendarX } from 'lucide-react';
import { uploadRequest as en } from '#text/en/uploadRequest.ts';
import { useText } from '#text/useText.ts';
import { useTopic } from '#text/useTopic.ts';
import { uploadRequest as zh } from '#text/zh/uploadRequest.ts';
import { Button } from '#ui/Button.tsx';
import styles from './UploadRequestPage.module.css';
import type { RequestEnd } from './useRequestEnd.ts';

export interface UploadRequestEndProps {
  readonly end: RequestEnd;
  readonly onTry: () => void;
}

/** Instead of the place to drop: it is over, why, and whom to ask. */
export function UploadRequestEnd({ end, onTry }: UploadRequestEndProps) {
  const text = useText();
  const words = useTopic({ en, zh });
  const code = end === 'key' ? 'RequestKeyGone' : 'RequestEnded';
  const { title, advice } = text.failure({ kind: 'credentials', code, message: '' });
  return (
    <section className={styles.ended}>
      <CalendarX size={34} strokeWidth={1.5} aria-hidden />
      <h2>{title}</h2>
      <p>{advice}</p>
      {end === 'clock' && (
        <>
          <p className={styles.small}>{words.localClock}</p>
          <Button size="small" onClick={onTry}>
            {words.tryAnyway}
          </Button>
        </>
      )}
    </section>
  );
}
