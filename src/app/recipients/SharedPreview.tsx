import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { OpenedShare } from '#links/openShare.ts';
import { sharedUrl } from '#links/sharedUrl.ts';
import { baseName } from '#cos/objectKey.ts';
import { ObjectContents } from '#object-preview/ObjectContents.tsx';
import { PreviewFrame } from '#object-preview/PreviewFrame.tsx';
import { PreviewHead } from '#object-preview/PreviewHead.tsx';
import { sharedFolders } from '#recipient-pages/sharedFolders.ts';
import { displayName } from '#text/displayName.ts';
import { sharePage as en } from '#text/en/sharePage.ts';
import { useLateText } from '#text/useLateText.ts';
import { useTopic } from '#text/useTopic.ts';
import { sharePage as zh } from '#text/zh/sharePage.ts';
import styles from './SharedPreview.module.css';

export interface SharedPreviewProps {
  readonly share: OpenedShare;
  readonly objectKey: string;
  readonly isOver: boolean;
  readonly onWalk: (key: string) => void;
  readonly onDownload: (object: { readonly key: string }) => void;
  readonly onClose: () => void;
}

/** Contents that were looked at are kept for a while, whatever closes in between. */
const queryClient = new QueryClient();

/** A look inside one shared object, above the list; the arrows walk through the others in their order on the page. */
export function SharedPreview({ share, objectKey: key, isOver, onWalk, onDownload, onClose }: SharedPreviewProps) {
  const { t, language } = useLateText();
  const words = useTopic({ en, zh });
  const { terms, objects, cos } = share;
  const keys = useMemo(
    () => sharedFolders(objects, terms.prefix, language).flatMap(({ rows }) => rows.map((row) => row.key)),
    [objects, terms, language],
  );
  const at = keys.indexOf(key);
  const source = useMemo(() => {
    const object = objects.find((each) => each.key === key);
    const sizeBytes = object?.sizeBytes ?? 0;
    return {
      id: key,
      objectId: key,
      key,
      name: baseName(key),
      plainUrl: '',
      isUnsigned: false,
      listed: { sizeBytes, lastModified: new Date(0), etag: '', storageClass: 'STANDARD' },
      cos,
      // The type is signed with the link, so a player looks at the bytes for it.
      streamUrl: async () => (object === undefined ? '' : sharedUrl(terms, object)),
    };
  }, [objects, cos, terms, key]);
  const walkTo = (to: string | undefined) => (to === undefined ? undefined : () => onWalk(to));
  const denied = isOver ? words.endedNow : undefined;
  const [onPrevious, onNext] = [walkTo(keys[at - 1]), walkTo(keys[at + 1])];
  const download = (): void => onDownload({ key });
  return (
    <PreviewFrame
      label={t.previewOf(displayName(source.name).text || t.emptyName)}
      isEnlarged
      {...{ onPrevious, onNext, onClose }}
    >
      <PreviewHead
        name={source.name}
        position={{ at: at + 1, count: keys.length }}
        isEnlarged
        denied={{ download: denied }}
        mayShare={false}
        mayEnlarge={false}
        onEnlarge={onClose}
        onShare={undefined}
        onDownload={download}
        {...{ onPrevious, onNext, onClose }}
      />
      <div className={styles.room}>
        <QueryClientProvider client={queryClient}>
          <ObjectContents
            key={key}
            source={source}
            downloadDenied={denied}
            onDownload={download}
            changeDenied={words.cannotRestore}
            onRestore={undefined}
          />
        </QueryClientProvider>
      </div>
    </PreviewFrame>
  );
}
