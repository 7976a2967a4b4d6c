import { getDocument, PDFDataRangeTransport, PDFWorker, type PDFDocumentProxy } from 'pdfjs-dist';
// oxlint-disable-next-line import/default -- Vite makes this export; the suffix asks for the file's address.
import pdfWorkerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';
import { createTrustedWorker } from '#lib/trustedWorkerUrl.ts';
import { pdfFileUrl } from './pdfFileUrl.ts';

export interface PdfSource {
  readonly first: Uint8Array<ArrayBuffer>;
  readonly sizeBytes: number;
  /** Bytes `start` to `end`. */
  readonly read: (start: number, end: number, signal: AbortSignal) => Promise<Uint8Array>;
}

export interface OpenPdf {
  readonly document: PDFDocumentProxy;
  close(): void;
}

const RANGE_BYTES = 512 * 1024;
/** One image of a page; more is left out. */
const MOST_IMAGE_PIXELS = 100_000_000;

/**
 * Opens a PDF by ranges: the first page of a large one needs only its own bytes.
 *
 * [Note: A PDF is drawn, not opened] pdf.js reads it in a worker of our own origin and draws on a canvas: no frame, no
 * plug-in, no `eval`, no script of the document, no form, no link and nothing fetched but the object's ranges and the
 * character maps and fonts that ship with this page.
 *
 * @throws what `read` throws, or what pdf.js says of a broken or encrypted file
 */
export async function openPdf({ first, sizeBytes, read }: PdfSource, signal: AbortSignal): Promise<OpenPdf> {
  const port = createTrustedWorker(pdfWorkerUrl);
  const worker = PDFWorker.create({ port });
  const ending = new AbortController();
  const broken = Promise.withResolvers<never>();
  // Copied: pdf.js hands what it is given to its worker, and the caller may draw the same bytes again.
  const transport = new PDFDataRangeTransport(sizeBytes, first.slice(), first.length >= sizeBytes);
  transport.requestDataRange = (begin: number, end: number) => {
    read(begin, Math.min(end, sizeBytes), ending.signal).then(
      (bytes) => transport.onDataRange(begin, bytes),
      broken.reject,
    );
  };
  const task = getDocument({
    range: transport,
    worker,
    length: sizeBytes,
    rangeChunkSize: RANGE_BYTES,
    disableAutoFetch: true,
    disableStream: true,
    isEvalSupported: false,
    enableXfa: false,
    stopAtErrors: false,
    maxImageSize: MOST_IMAGE_PIXELS,
    useSystemFonts: false,
    useWorkerFetch: false,
    cMapUrl: 'cmaps/',
    standardFontDataUrl: 'standard_fonts/',
    wasmUrl: 'wasm/',
    BinaryDataFactory: OwnFiles,
    verbosity: 0,
  });
  const close = (): void => {
    ending.abort();
    void task.destroy().finally(() => {
      worker.destroy();
      port.terminate();
    });
  };
  signal.addEventListener('abort', close, { once: true });
  try {
    return { document: await Promise.race([task.promise, broken.promise]), close };
  } catch (error) {
    close();
    signal.throwIfAborted();
    throw error;
  }
}

/** How pdf.js asks for character maps, fonts and decoders: by name, from the files of this build. */
class OwnFiles {
  async fetch({ filename }: { readonly filename: string }): Promise<Uint8Array> {
    const url = pdfFileUrl(filename);
    if (url === undefined) throw new Error(`${filename} is not part of this page`);
    const response = await fetch(url);
    if (!response.ok) throw new Error(`${filename}: ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  }
}
