import type { ObjectTags } from '#cos/CosObject.ts';
import { useLateText } from '#text/useLateText.ts';
import styles from './TagList.module.css';

/** An object's tags; they come from strangers, so they are text and nothing else. */
export function TagList({ tags }: { readonly tags: ObjectTags }) {
  const { t } = useLateText();
  const pairs = Object.entries(tags);
  if (pairs.length === 0) return <p className={styles.none}>{t.noTags}</p>;
  return (
    <ul className={styles.tags}>
      {pairs.map(([name, value]) => (
        <li key={name}>
          <bdi>{name}</bdi>
          {value !== '' && <bdi className={styles.value}>{value}</bdi>}
        </li>
      ))}
    </ul>
  );
}
