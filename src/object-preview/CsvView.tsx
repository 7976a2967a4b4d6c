/* oxlint-disable react/no-array-index-key -- the parts of a text that is shown: their order is their identity */
import { useMemo, useState } from 'react';
import { useLateText } from '#text/useLateText.ts';
import { Button } from '#ui/Button.tsx';
import { parseCsv } from '#viewers/parseCsv.ts';
import { revealHidden } from '#viewers/revealHidden.ts';
import { ScrollRoom } from './ScrollRoom.tsx';
import styles from './CsvView.module.css';
import type { TextPreview } from './Preview.ts';
import { TextView } from './TextView.tsx';
import { ViewSwitch } from './ViewSwitch.tsx';

const MOST_COLUMNS = 200;
/** Drawn at a time. */
const CELLS_PER_PAGE = 12_000;

/** Comma-separated values as a table, a page of rows at a time; and as the text they are. Formulas are words here. */
export function CsvView({ preview }: { readonly preview: TextPreview }) {
  const { t, formats } = useLateText();
  const [shows, setShows] = useState<'table' | 'source'>('table');
  const [pages, setPages] = useState(1);
  const table = useMemo(() => parseCsv(preview.text), [preview.text]);
  const columns = Math.min(table.columnCount, MOST_COLUMNS);
  const rowCount = pages * Math.max(20, Math.floor(CELLS_PER_PAGE / Math.max(1, columns)));
  const [head = [], ...rows] = table.rows;
  const shown = rows.slice(0, rowCount);
  return (
    <ViewSwitch
      label={t.showAs}
      value={shows}
      options={[
        { value: 'table', label: t.showTable },
        { value: 'source', label: t.showSource },
      ]}
      onChange={setShows}
    >
      {shows === 'source' ? (
        <TextView preview={preview} />
      ) : (
        <ScrollRoom className={styles.room} aria-label={t.tableContents}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th aria-label={t.rowNumber}>#</th>
                {cells(head, columns).map((cell, column) => (
                  <th key={column} scope="col">
                    {cell}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {shown.map((row, index) => (
                <tr key={index}>
                  <th scope="row">{index + 1}</th>
                  {cells(row, columns).map((cell, column) => (
                    <td key={column} data-number={isNumber(cell) || undefined}>
                      {cell}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
          {(rows.length > rowCount || table.columnCount > columns) && (
            <p className={styles.more}>
              {t.rowsShown(formats.number(shown.length), formats.number(rows.length))}
              {table.columnCount > columns &&
                ` ${t.columnsShown(formats.number(columns), formats.number(table.columnCount))}`}
              {rows.length > rowCount && (
                <Button size="small" onClick={() => setPages(pages + 1)}>
                  {t.showMoreRows}
                </Button>
              )}
            </p>
          )}
        </ScrollRoom>
      )}
    </ViewSwitch>
  );
}

function cells(row: readonly string[], columns: number): readonly string[] {
  return Array.from({ length: columns }, (_, column) => {
    return revealHidden(row[column] ?? '')
      .map((piece) => piece.text)
      .join('');
  });
}

function isNumber(cell: string): boolean {
  return /^\s*[-+]?[\d.,]*\d\s*%?$/.test(cell);
}
