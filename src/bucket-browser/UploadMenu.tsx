import { FolderSync, Link2, SlidersHorizontal } from 'lucide-react';
import { uploadChanges as en } from '#text/en/uploadChanges.ts';
import { uploadLink as enLink } from '#text/en/uploadLink.ts';
import { uploadChanges as zh } from '#text/zh/uploadChanges.ts';
import { uploadLink as zhLink } from '#text/zh/uploadLink.ts';
import { useTopic } from '#text/useTopic.ts';
import { useText } from '#text/useText.ts';
import { ActionMenu } from '#ui/ActionMenu.tsx';

export interface UploadMenuProps {
  readonly anchor: HTMLElement;
  readonly onUploadChanges: () => void;
  readonly onUploadOptions: () => void;
  readonly onUploadLink: () => void;
  readonly onClose: () => void;
}

/** What is there for uploads besides choosing files. */
export function UploadMenu({ anchor, onUploadChanges, onUploadOptions, onUploadLink, onClose }: UploadMenuProps) {
  const { t } = useText();
  const changes = useTopic({ en, zh });
  const words = useTopic({ en: enLink, zh: zhLink });
  return (
    <ActionMenu
      label={t.uploadMenu}
      anchor={anchor}
      onClose={onClose}
      groups={[
        {
          actions: [
            { id: 'changes', label: changes.uploadChanges, icon: <FolderSync size={16} />, onAction: onUploadChanges },
            { id: 'link', label: words.uploadLink, icon: <Link2 size={16} />, onAction: onUploadLink },
            { id: 'options', label: t.uploadOptions, icon: <SlidersHorizontal size={16} />, onAction: onUploadOptions },
          ],
        },
      ]}
    />
  );
}
