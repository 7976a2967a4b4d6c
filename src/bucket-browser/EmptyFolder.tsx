import { FolderOpen, Upload } from 'lucide-react';
import { useText } from '#text/useText.ts';
import { Button } from '#ui/Button.tsx';
import { EmptyState } from './EmptyState.tsx';

export interface EmptyFolderProps {
  /** Why nothing can be added. */
  readonly denied: string | undefined;
  readonly onUploadFiles: () => void;
}

/** An invitation to drop, not a blank. */
export function EmptyFolder({ denied, onUploadFiles }: EmptyFolderProps) {
  const { t } = useText();
  return (
    <EmptyState
      picture={<FolderOpen size={38} strokeWidth={1.5} aria-hidden />}
      title={t.emptyTitle}
      advice={denied ?? t.emptyAdvice}
    >
      <Button
        look="primary"
        icon={<Upload size={16} />}
        disabled={denied !== undefined}
        title={denied}
        onClick={onUploadFiles}
      >
        {t.uploadFiles}
      </Button>
    </EmptyState>
  );
}
