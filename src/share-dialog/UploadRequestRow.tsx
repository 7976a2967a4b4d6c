import { useQuery } from '@tanstack/react-query';
import { FolderOpen, RefreshCw } from 'lucide-react';
import { toFailure } from '#lib/Failure.ts';
import { displayName } from '#text/displayName.ts';
import { requestFiles as en } from '#text/en/requestFiles.ts';
import { useText } from '#text/useText.ts';
import { useTopic } from '#text/useTopic.ts';
import { requestFiles as zh } from '#text/zh/requestFiles.ts';
import { Button } from '#ui/Button.tsx';
import { IconButton } from '#ui/IconButton.tsx';
import styles from './UploadRequestListDialog.module.css';
import type { ArrivedFiles, UploadRequestRecord } from './UploadRequestRecord.ts';

export interface UploadRequestRowProps {
  readonly record: UploadRequestRecord;
  readonly now: () => number;
  readonly arrived: (record: UploadRequestRecord, signal: AbortSignal) => Promise<ArrivedFiles>;
  readonly onOpen: (record: UploadRequestRecord) => void;
  readonly onForget: (record: UploadRequestRecord) => void;
}

/** One request: until when it is open, and what is in its place now. */
export function UploadRequestRow({ record, now, arrived, onOpen, onForget }: UploadRequestRowProps) {
  const text = useText();
  const { t, formats } = text;
  const words = useTopic({ en, zh });
  const query = useQuery({
    queryKey: ['uploadRequest', record.connectionId, record.prefix],
    queryFn: ({ signal }) => arrived(record, signal),
    retry: false,
    staleTime: 0,
    gcTime: 0,
  });
  const title = displayName(record.title).text || t.emptyName;
  const when = formats.dateTime(record.expiresAt);
  const isOpen = now() < record.expiresAt.getTime();

  function found(files: ArrivedFiles): string {
    if (files.count === 0) return words.nothing;
    const size = formats.bytes(files.bytes);
    const many = files.isMore ? words.arrivedMore(files.count, size) : words.arrived(files.count, size);
    return files.latest === undefined ? many : `${many}, ${words.latest(formats.dateTime(files.latest))}`;
  }

  return (
    <li className={styles.row} aria-label={title}>
      <div className={styles.what}>
        <p className={styles.name}>
          <bdi>{title}</bdi>
          <span className={isOpen ? styles.open : styles.ended}>{isOpen ? words.open(when) : words.ended(when)}</span>
        </p>
        {record.note !== '' && (
          <p className={styles.note} dir="auto">
            {record.note}
          </p>
        )}
        <p className={styles.arrived}>
          {query.isFetching && words.looking}
          {!query.isFetching && query.data !== undefined && found(query.data)}
          {!query.isFetching && query.error !== null && text.failure(toFailure(query.error)).title}
        </p>
      </div>
      <div className={styles.buttons}>
        <IconButton
          size="small"
          label={words.check}
          icon={<RefreshCw size={15} />}
          onClick={() => void query.refetch()}
        />
        <Button
          size="small"
          icon={<FolderOpen size={15} />}
          aria-label={words.openFolderOf(title)}
          onClick={() => onOpen(record)}
        >
          {words.openFolder}
        </Button>
        <Button size="small" look="quiet" aria-label={words.forgetOne(title)} onClick={() => onForget(record)}>
          {words.forget}
        </Button>
      </div>
    </li>
  );
}
