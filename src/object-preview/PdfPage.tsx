import type { PDFDocumentProxy } from 'pdfjs-dist';
import { useEffect, useRef, useState } from 'react';
import { useLateText } from '#text/useLateText.ts';
import styles from './PdfView.module.css';

export interface PdfPageProps {
  readonly document: PDFDocumentProxy;
  /** From 1. */
  readonly pageNumber: number;
}

/** Side of a canvas that every browser can still make. */
const LONGEST_SIDE = 4096;

/** One page on a canvas, sharp at this screen's density, with its words for screen readers. */
export function PdfPage({ document, pageNumber }: PdfPageProps) {
  const { t, formats } = useLateText();
  const canvasRef = useRef<HTMLCanvasElement>(null);
  const [isNear, setIsNear] = useState(pageNumber === 1);
  const [words, setWords] = useState('');
  const [isBroken, setIsBroken] = useState(false);
  const [ratio, setRatio] = useState(Math.SQRT2);

  useEffect(() => {
    const canvas = canvasRef.current;
    if (canvas === null || isNear) return undefined;
    const observer = new IntersectionObserver(
      (entries) => entries.some((entry) => entry.isIntersecting) && setIsNear(true),
      { rootMargin: '600px' },
    );
    observer.observe(canvas);
    return () => observer.disconnect();
  }, [isNear]);

  useEffect(() => {
    const canvas = canvasRef.current;
    if (canvas === null || !isNear) return undefined;
    let end: (() => void) | undefined;
    let isOver = false;
    async function draw(target: HTMLCanvasElement): Promise<void> {
      const page = await document.getPage(pageNumber);
      if (isOver) return;
      const natural = page.getViewport({ scale: 1 });
      setRatio(natural.height / natural.width);
      const wanted = (target.clientWidth * devicePixelRatio) / natural.width;
      const scale = Math.min(wanted, LONGEST_SIDE / Math.max(natural.width, natural.height));
      const viewport = page.getViewport({ scale });
      target.width = Math.floor(viewport.width);
      target.height = Math.floor(viewport.height);
      const drawing = page.render({ canvas: target, viewport });
      end = () => drawing.cancel();
      await drawing.promise;
      const { items } = await page.getTextContent();
      if (!isOver) setWords(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''));
    }
    draw(canvas).catch(() => !isOver && setIsBroken(true));
    return () => {
      isOver = true;
      end?.();
    };
  }, [document, pageNumber, isNear]);

  const label = t.pdfPage(formats.number(pageNumber), formats.number(document.numPages));
  return (
    <figure className={styles.page}>
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- pdf.js draws on a canvas */}
      <canvas ref={canvasRef} role="img" aria-label={label} style={{ aspectRatio: String(1 / ratio) }} />
      <figcaption>{isBroken ? t.pdfPageBroken : label}</figcaption>
      <p className="visually-hidden">{words}</p>
    </figure>
  );
}
