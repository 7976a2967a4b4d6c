import { useMemo, useState } from 'react';
import { useLateText } from '#text/useLateText.ts';
import { parseJson } from '#viewers/parseJson.ts';
import { JsonBranch } from './JsonBranch.tsx';
import { ScrollRoom } from './ScrollRoom.tsx';
import styles from './JsonView.module.css';
import type { TextPreview } from './Preview.ts';
import { TextView } from './TextView.tsx';
import { ViewSwitch } from './ViewSwitch.tsx';

/** JSON as a tree that opens branch by branch; and as the text it is. */
export function JsonView({ preview }: { readonly preview: TextPreview }) {
  const { t } = useLateText();
  const [shows, setShows] = useState<'tree' | 'source'>('tree');
  const parsed = useMemo(() => parseJson(preview.text), [preview.text]);
  if (parsed === undefined) return <TextView preview={preview} note={t.notJson} />;
  return (
    <ViewSwitch
      label={t.showAs}
      value={shows}
      options={[
        { value: 'tree', label: t.showTree },
        { value: 'source', label: t.showSource },
      ]}
      onChange={setShows}
    >
      {shows === 'source' ? (
        <TextView preview={preview} />
      ) : (
        <ScrollRoom className={styles.tree} aria-label={t.treeContents} keepsArrows={false}>
          <JsonBranch node={parsed.root} name={undefined} opensTo={2} />
          {parsed.end === 'cut' && <p className={styles.cut}>{t.jsonEndsEarly}</p>}
        </ScrollRoom>
      )}
    </ViewSwitch>
  );
}
