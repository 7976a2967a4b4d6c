import { FolderSync, Inbox, Link2, MailPlus, SlidersHorizontal } from 'lucide-react';
import { requestFiles as enRequests } from '#text/en/requestFiles.ts';
import { uploadChanges as en } from '#text/en/uploadChanges.ts';
import { uploadLink as enLink } from '#text/en/uploadLink.ts';
import { requestFiles as zhRequests } from '#text/zh/requestFiles.ts';
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
  readonly onRequestFiles: () => void;
  readonly onUploadRequests: () => void;
  readonly onClose: () => void;
}

/** What is there for uploads besides choosing files. */
export function UploadMenu(props: UploadMenuProps) {
  const { t } = useText();
  const changes = useTopic({ en, zh });
  const words = useTopic({ en: enLink, zh: zhLink });
  const requests = useTopic({ en: enRequests, zh: zhRequests });
  const icon = { size: 16 };
  return (
    <ActionMenu
      label={t.uploadMenu}
      anchor={props.anchor}
      onClose={props.onClose}
      groups={[
        {
          actions: [
            {
              id: 'changes',
              label: changes.uploadChanges,
              icon: <FolderSync {...icon} />,
              onAction: props.onUploadChanges,
            },
            {
              id: 'options',
              label: t.uploadOptions,
              icon: <SlidersHorizontal {...icon} />,
              onAction: props.onUploadOptions,
            },
          ],
        },
        {
          actions: [
            {
              id: 'request',
              label: requests.requestFiles,
              icon: <MailPlus {...icon} />,
              onAction: props.onRequestFiles,
            },
            { id: 'requests', label: requests.myRequests, icon: <Inbox {...icon} />, onAction: props.onUploadRequests },
            { id: 'link', label: words.uploadLink, icon: <Link2 {...icon} />, onAction: props.onUploadLink },
          ],
        },
      ]}
    />
  );
}
