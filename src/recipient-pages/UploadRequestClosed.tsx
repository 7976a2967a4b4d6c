import { Unlink } from 'lucide-react';
import type { Failure } from '#lib/Failure.ts';
import { uploadRequest as en } from '#text/en/uploadRequest.ts';
import { useText } from '#text/useText.ts';
import { useTopic } from '#text/useTopic.ts';
import { uploadRequest as zh } from '#text/zh/uploadRequest.ts';
import { Button } from '#ui/Button.tsx';
import { FailureDetails } from '#ui/FailureDetails.tsx';
import styles from './UploadRequestPage.module.css';

/** A link that is no upload request, or not one for this page: why, and what to do. Nothing was asked of anybody. */
export function UploadRequestClosed({ failure }: { readonly failure: Failure }) {
  const text = useText();
  const words = useTopic({ en, zh });
  const { title, advice } = text.failure(failure);
  return (
    <section className={styles.ended}>
      <Unlink size={34} strokeWidth={1.5} aria-hidden />
      <h1>{title}</h1>
      <p>{advice}</p>
      <FailureDetails failure={failure}>
        <Button onClick={() => location.reload()}>{words.reload}</Button>
      </FailureDetails>
    </section>
  );
}
