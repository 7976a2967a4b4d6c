import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useLateText } from '#text/useLateText.ts';
import { drawSvg } from './drawSvg.ts';
import { ImageView } from './ImageView.tsx';
import type { TextPreview } from './Preview.ts';
import { TextView } from './TextView.tsx';
import { ViewSwitch } from './ViewSwitch.tsx';

/** An SVG as a picture and as the text it is. */
export function SvgView({ preview, name }: { readonly preview: TextPreview; readonly name: string }) {
  const { t } = useLateText();
  const [shows, setShows] = useState<'picture' | 'source'>('picture');
  const { data: picture, isPending } = useQuery({
    queryKey: ['svg picture', preview.text],
    queryFn: async () => ({ blob: await drawSvg(preview.text) }),
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  if (picture !== undefined && picture.blob === undefined) return <TextView preview={preview} />;
  return (
    <ViewSwitch
      label={t.showAs}
      value={shows}
      options={[
        { value: 'picture', label: t.showPicture },
        { value: 'source', label: t.showSource },
      ]}
      onChange={setShows}
    >
      {shows === 'source' ? (
        <TextView preview={preview} />
      ) : (
        !isPending && picture?.blob && <ImageView blob={picture.blob} name={name} />
      )}
    </ViewSwitch>
  );
}
