import { Suspense, useMemo } from 'react';
import { useLateText } from '#text/useLateText.ts';
import { displayName } from '#text/displayName.ts';
import { lazyPart } from '#ui/lazyPart.tsx';
import { HexView } from './HexView.tsx';
import { ImageView } from './ImageView.tsx';
import { MediaView } from './MediaView.tsx';
import type { ObjectSource } from './ObjectSource.ts';
import type { Preview, TextPreview } from './Preview.ts';
import { readObject } from './readObject.ts';
import { TextView } from './TextView.tsx';
import { ViewProblem } from './ViewProblem.tsx';
import { ViewWaiting } from './ViewWaiting.tsx';

const PdfView = lazyPart(async () => (await import('./PdfView.tsx')).PdfView);
const MarkdownView = lazyPart(async () => (await import('./MarkdownView.tsx')).MarkdownView);
const CsvView = lazyPart(async () => (await import('./CsvView.tsx')).CsvView);
const JsonView = lazyPart(async () => (await import('./JsonView.tsx')).JsonView);
const SvgView = lazyPart(async () => (await import('./SvgView.tsx')).SvgView);

export interface PreviewedContentsProps {
  readonly preview: Exclude<Preview, { readonly kind: 'tooLarge' }>;
  readonly source: ObjectSource;
}

/** The view for what the bytes are. The larger ones are fetched when the first such object is looked at. */
export function PreviewedContents({ preview, source }: PreviewedContentsProps) {
  const { t } = useLateText();
  const name = displayName(source.name).text || t.emptyName;
  switch (preview.kind) {
    case 'empty':
      return <ViewProblem title={t.isEmpty} />;
    case 'image':
      return <ImageView blob={preview.blob} name={name} />;
    case 'video':
    case 'audio':
      return (
        <MediaView
          kind={preview.kind}
          name={name}
          objectId={source.id}
          streamUrl={(signal) => source.streamUrl(preview.type, signal)}
        />
      );
    case 'pdf':
      return <Pdf preview={preview} source={source} />;
    case 'text':
      return <Suspense fallback={<ViewWaiting />}>{textView(preview, name)}</Suspense>;
    case 'binary':
    default:
      return <HexView format={preview.format} first={preview.first} />;
  }
}

function textView(preview: TextPreview, name: string) {
  switch (preview.flavour) {
    case 'markdown':
      return <MarkdownView preview={preview} />;
    case 'csv':
      return <CsvView preview={preview} />;
    case 'json':
      return <JsonView preview={preview} />;
    case 'svg':
      return <SvgView preview={preview} name={name} />;
    case 'code':
    case 'plain':
    default:
      return <TextView preview={preview} />;
  }
}

interface PdfProps {
  readonly preview: Extract<Preview, { readonly kind: 'pdf' }>;
  readonly source: ObjectSource;
}

function Pdf({ preview, source }: PdfProps) {
  const { cos, key } = source;
  const pdf = useMemo(
    () => ({
      ...preview,
      read: async (start: number, end: number, signal: AbortSignal) =>
        (await readObject(cos, key, { start, end }, signal)).bytes,
    }),
    [preview, cos, key],
  );
  return (
    <Suspense fallback={<ViewWaiting />}>
      <PdfView source={pdf} />
    </Suspense>
  );
}
