import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useLateText } from '#text/useLateText.ts';
import { readMarkdown } from '#viewers/readMarkdown.ts';
import { MarkdownBlocks } from './MarkdownBlocks.tsx';
import { ScrollRoom } from './ScrollRoom.tsx';
import styles from './MarkdownView.module.css';
import type { TextPreview } from './Preview.ts';
import { TextView } from './TextView.tsx';
import { ViewSwitch } from './ViewSwitch.tsx';

/** A Markdown text as a page, drawn from data and never from HTML; and as the text it is. */
export function MarkdownView({ preview }: { readonly preview: TextPreview }) {
  const { t } = useLateText();
  const [shows, setShows] = useState<'page' | 'source'>('page');
  const { data } = useQuery({
    queryKey: ['markdown', preview.text],
    queryFn: async ({ signal }) => ({ blocks: await readMarkdown(preview.text, signal) }),
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
    structuralSharing: false,
  });
  if (data !== undefined && data.blocks === undefined) return <TextView preview={preview} note={t.tooTangled} />;
  return (
    <ViewSwitch
      label={t.showAs}
      value={shows}
      options={[
        { value: 'page', label: t.showPage },
        { value: 'source', label: t.showSource },
      ]}
      onChange={setShows}
    >
      {shows === 'source' ? (
        <TextView preview={preview} />
      ) : (
        <ScrollRoom className={styles.page} aria-label={t.textContents} keepsArrows={false}>
          {data?.blocks && <MarkdownBlocks blocks={data.blocks} />}
        </ScrollRoom>
      )}
    </ViewSwitch>
  );
}
