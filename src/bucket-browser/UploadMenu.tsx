import { FolderSync, SlidersHorizontal } from 'lucide-react';
import { uploadChanges as en } from '#text/en/uploadChanges.ts';
import { uploadChanges as zh } from '#text/zh/uploadChanges.ts';
import { useTopic } from '#text/useTopic.ts';
import { useText } from '#text/useText.ts';
import { ActionMenu } from '#ui/ActionMenu.tsx';

export interface UploadMenuProps {
  readonly anchor: HTMLElement;
  readonly onUploadChanges: () => void;
  readonly onUploadOptions: () => void;
  readonly onClose: () => void;
}

/** What is there for uploads besides choosing files. */
export function UploadMenu({ anchor, onUploadChanges, onUploadOptions, onClose }: UploadMenuProps) {
  const { t } = useText();
  const words = useTopic({ en, zh });
  return (
    <ActionMenu
      label={t.uploadMenu}
      anchor={anchor}
      onClose={onClose}
      groups={[
        {
          actions: [
            { id: 'changes', label: words.uploadChanges, icon: <FolderSync size={16} />, onAction: onUploadChanges },
            { id: 'options', label: t.uploadOptions, icon: <SlidersHorizontal size={16} />, onAction: onUploadOptions },
          ],
        },
      ]}
    />
  );
}
