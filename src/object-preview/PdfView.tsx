import { useEffect, useState } from 'react';
import { toFailure } from '#lib/Failure.ts';
import { useLateText } from '#text/useLateText.ts';
import { FailureNotice } from '#ui/FailureNotice.tsx';
import { openPdf, type OpenPdf, type PdfSource } from './openPdf.ts';
import { PdfPage } from './PdfPage.tsx';
import { ScrollRoom } from './ScrollRoom.tsx';
import styles from './PdfView.module.css';
import { ViewProblem } from './ViewProblem.tsx';
import { ViewWaiting } from './ViewWaiting.tsx';

/** A PDF, page below page. Pages are drawn when they come into sight. Loaded only for the first PDF. */
export function PdfView({ source }: { readonly source: PdfSource }) {
  const { t } = useLateText();
  const [opened, setOpened] = useState<OpenPdf>();
  const [error, setError] = useState<unknown>();
  useEffect(() => {
    const ending = new AbortController();
    openPdf(source, ending.signal).then(
      (pdf) => !ending.signal.aborted && setOpened(pdf),
      (problem: unknown) => !ending.signal.aborted && setError(problem),
    );
    return () => ending.abort();
  }, [source]);

  if (error !== undefined) {
    const name = error instanceof Error ? error.name : '';
    if (name === 'PasswordException') return <ViewProblem title={t.pdfNeedsPassword} advice={t.downloadInstead} />;
    if (/^(?:InvalidPDF|FormatError|UnknownError|MissingPDF)/.test(name))
      return <ViewProblem title={t.pdfBroken} advice={t.downloadInstead} />;
    return <FailureNotice layout="page" failure={toFailure(error)} />;
  }
  if (opened === undefined) return <ViewWaiting />;
  const { numPages } = opened.document;
  return (
    <ScrollRoom className={styles.pages} aria-label={t.pdfPages(numPages)} keepsArrows={false}>
      {Array.from({ length: numPages }, (_, index) => (
        <PdfPage key={index} document={opened.document} pageNumber={index + 1} />
      ))}
    </ScrollRoom>
  );
}
