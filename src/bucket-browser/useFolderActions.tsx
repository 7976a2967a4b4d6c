import {
  ClipboardPaste,
  FolderPlus,
  FolderUp,
  History,
  Inbox,
  Link2,
  ListChecks,
  MailPlus,
  RefreshCw,
  Upload,
} from 'lucide-react';
import { useStore } from 'zustand';
import type { Prefix } from '#cos/objectKey.ts';
import { carrying as en } from '#text/en/carrying.ts';
import { uploadLink as enLink } from '#text/en/uploadLink.ts';
import { useText } from '#text/useText.ts';
import { useTopic } from '#text/useTopic.ts';
import { carrying as zh } from '#text/zh/carrying.ts';
import { uploadLink as zhLink } from '#text/zh/uploadLink.ts';
import { requestFiles as enRequests } from '#text/en/requestFiles.ts';
import { requestFiles as zhRequests } from '#text/zh/requestFiles.ts';
import type { MenuAction, MenuGroup } from '#ui/ActionMenu.tsx';
import { updateSelection } from './createSelectionStore.ts';
import type { DeletedInPlace } from './deleted/DeletedInPlace.ts';
import { useIsKept } from './deleted/useIsKept.ts';
import { useShowDeletedWords } from './deleted/useShowDeletedWords.ts';
import type { Hands } from './gestures/Hands.ts';
import { pasteCarried } from './gestures/putCarried.ts';
import { selectAll } from './selectionModel.ts';

export interface FolderActionsProps {
  readonly hands: Hands;
  readonly onUploadFiles: () => void;
  readonly onUploadFolder: () => void;
  readonly onUploadLink: () => void;
  readonly onNewFolder: () => void;
  readonly prefix: Prefix;
  readonly onRequestFiles: (prefix: Prefix) => void;
  readonly onUploadRequests: () => void;
  readonly onRefresh: () => void;
  readonly deleted: DeletedInPlace;
}

/** What can be done with the folder on screen. */
export function useFolderActions({ hands, ...props }: FolderActionsProps): readonly MenuGroup[] {
  const { t } = useText();
  const words = useTopic({ en, zh });
  const links = useTopic({ en: enLink, zh: zhLink });
  const requests = useTopic({ en: enRequests, zh: zhRequests });
  const deletedWords = useShowDeletedWords(useIsKept(props.deleted, true), hands.denied);
  const hasClipboard = useStore(hands.carry, ({ clipboard }) => clipboard !== undefined);
  const { order, selection, denied } = hands;
  const write = denied.upload === undefined ? {} : { disabledReason: denied.upload };
  const add: MenuAction[] = [
    {
      id: 'upload-files',
      label: t.uploadFiles,
      icon: <Upload size={16} />,
      onAction: props.onUploadFiles,
      ...write,
    },
    {
      id: 'upload-folder',
      label: t.uploadFolder,
      icon: <FolderUp size={16} />,
      onAction: props.onUploadFolder,
      ...write,
    },
    {
      id: 'upload-link',
      label: links.uploadLink,
      icon: <Link2 size={16} />,
      onAction: props.onUploadLink,
      ...write,
    },
    {
      id: 'new-folder',
      label: t.newFolder,
      icon: <FolderPlus size={16} />,
      onAction: props.onNewFolder,
      ...(denied.newFolder === undefined ? {} : { disabledReason: denied.newFolder }),
    },
  ];
  const ask: MenuAction[] = [
    {
      id: 'request-files',
      label: requests.requestFiles,
      icon: <MailPlus size={16} />,
      onAction: () => props.onRequestFiles(props.prefix),
      ...write,
    },
    {
      id: 'upload-requests',
      label: requests.myRequests,
      icon: <Inbox size={16} />,
      onAction: props.onUploadRequests,
    },
  ];
  const rows: MenuAction[] = [
    {
      id: 'paste',
      label: words.paste,
      icon: <ClipboardPaste size={16} />,
      keys: 'Ctrl V',
      onAction: () => pasteCarried(hands),
      ...(hasClipboard ? {} : { disabledReason: words.pasteFilesByKey }),
    },
    {
      id: 'select-all',
      label: t.selectAll,
      icon: <ListChecks size={16} />,
      keys: 'Ctrl A',
      onAction: () => updateSelection(selection, (state) => selectAll(state, order)),
      ...(order.rows.length > 0 ? {} : { disabledReason: t.emptyTitle }),
    },
  ];
  const refresh: MenuAction = {
    id: 'refresh',
    label: t.refresh,
    icon: <RefreshCw size={16} />,
    onAction: props.onRefresh,
  };
  const showDeleted: MenuAction = {
    id: 'show-deleted',
    label: deletedWords.label,
    icon: <History size={16} />,
    onAction: () => props.deleted.onShow(true),
    ...(deletedWords.refusal === undefined ? {} : { disabledReason: deletedWords.refusal }),
  };
  return [{ actions: add }, { actions: ask }, { actions: rows }, { actions: [refresh, showDeleted] }];
}
