import type { Amount, ContentsCount } from '#listing/createContentsTally.ts';
import type { LateText } from '#text/LateText.ts';
import { storageClassLabel } from '#ui/storageClassLabel.ts';
import { useLateText } from '#text/useLateText.ts';
import styles from './SummaryDialog.module.css';

/** What the objects are and how they are stored, most bytes first. */
export function SummaryTables({ counted }: { readonly counted: ContentsCount }) {
  const { t } = useLateText();
  return (
    <div className={styles.tables}>
      <AmountTable
        caption={t.byStorageClass}
        heading={t.storageClass}
        amounts={counted.byClass}
        nameOf={(storageClass) => storageClassLabel(storageClass, t)}
      />
      <AmountTable
        caption={t.byKind}
        heading={t.columnKind}
        amounts={counted.byKind}
        nameOf={(kind) => kindName(kind, t)}
      />
    </div>
  );
}

interface AmountTableProps {
  readonly caption: string;
  readonly heading: string;
  readonly amounts: ReadonlyMap<string, Amount>;
  readonly nameOf: (name: string) => string;
}

function AmountTable({ caption, heading, amounts, nameOf }: AmountTableProps) {
  const { t, formats } = useLateText();
  const rows = [...amounts].toSorted(([, a], [, b]) => b.bytes - a.bytes || b.objects - a.objects);
  return (
    <table className={styles.table}>
      <caption>{caption}</caption>
      <thead className="visually-hidden">
        <tr>
          <th scope="col">{heading}</th>
          <th scope="col">{t.columnObjects}</th>
          <th scope="col">{t.columnSize}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, { objects, bytes }]) => (
          <tr key={name}>
            <th scope="row">{nameOf(name)}</th>
            <td>{formats.number(objects)}</td>
            <td>{formats.bytes(bytes)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function kindName(kind: string, t: LateText['t']): string {
  const words: Readonly<Record<string, string>> = {
    image: t.countImages,
    video: t.countVideos,
    audio: t.countAudio,
    pdf: t.countPdfs,
    text: t.countTexts,
    sheet: t.countSheets,
    code: t.countData,
    archive: t.countPacked,
  };
  return (Object.hasOwn(words, kind) ? words[kind] : undefined) ?? t.countOther;
}
