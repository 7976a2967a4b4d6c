import {
  Copy,
  Download,
  Eye,
  FileArchive,
  FolderInput,
  FolderOpen,
  FolderSearch,
  Globe,
  Info,
  Link,
  Pencil,
  RotateCcw,
  Save,
  Trash2,
} from 'lucide-react';
import { canPickDownloadTarget } from '#files/pickDownloadTarget.ts';
import type { LateText } from '#text/LateText.ts';
import type { MenuAction, MenuGroup } from '#ui/ActionMenu.tsx';
import { detailsActions, summaryAction } from './detailsActions.tsx';
import { requestAction } from './requestAction.tsx';
import type { RowActionsProps } from './RowMenuProps.ts';

/** What can be done with a row. What cannot is greyed, with the reason. */
export function rowActions(props: RowActionsProps, t: LateText['t']): readonly MenuGroup[] {
  const { entry, chosenCount, can, denied } = props;
  const whyNotDownload = denied.download ?? t.unsafePath;
  const whyNotShare = denied.share ?? t.unsafePath;
  const open: MenuAction = {
    id: 'open',
    label: t.open,
    icon: <FolderOpen size={16} />,
    keys: '↵',
    onAction: props.onOpen,
  };
  const saveAs: MenuAction = {
    id: 'save-as',
    label: t.saveAs,
    icon: <Save size={16} />,
    onAction: () => props.onDownload('save-as'),
    ...(denied.download === undefined ? {} : { disabledReason: denied.download }),
  };
  const asZip: MenuAction = {
    id: 'as-zip',
    label: t.downloadAsZip,
    icon: <FileArchive size={16} />,
    onAction: () => props.onDownload('zip'),
    ...(can.download && denied.download === undefined ? {} : { disabledReason: whyNotDownload }),
  };
  // A presigned URL, as a link is: what forbids the one forbids the other.
  const withBrowser: MenuAction = {
    id: 'with-browser',
    label: t.downloadWithBrowser,
    icon: <Globe size={16} />,
    onAction: () => props.onDownload('browser'),
    ...(denied.share === undefined ? {} : { disabledReason: denied.share }),
  };
  const unsafe = can.hasUnsafe ? { disabledReason: t.unsafePath } : {};
  const look: MenuAction[] = [
    {
      id: 'preview',
      label: t.tabPreview,
      icon: <Eye size={16} />,
      keys: '␣',
      onAction: () => props.onPreview('preview'),
      ...(denied.download === undefined ? unsafe : { disabledReason: denied.download }),
    },
    {
      id: 'details',
      label: t.tabDetails,
      icon: <Info size={16} />,
      keys: 'Alt ↵',
      onAction: () => props.onPreview('details'),
      ...unsafe,
    },
  ];
  const showInFolder: MenuAction[] =
    props.onShowInFolder === undefined || chosenCount > 1
      ? []
      : [
          {
            id: 'show-in-folder',
            label: t.showInFolder,
            icon: <FolderSearch size={16} />,
            onAction: props.onShowInFolder,
          },
        ];
  const actions: MenuAction[] = [
    ...showInFolder,
    ...(chosenCount === 1
      ? entry.type === 'folder'
        ? [open, summaryAction(props, t)]
        : look
      : [summaryAction(props, t)]),
    {
      id: 'download',
      label: t.download,
      icon: <Download size={16} />,
      onAction: () => props.onDownload('usual'),
      ...(can.download && denied.download === undefined ? {} : { disabledReason: whyNotDownload }),
    },
    ...(can.isOneObject && canPickDownloadTarget() ? [saveAs] : []),
    ...(can.isOneObject ? [withBrowser] : [asZip]),
    {
      id: 'share',
      label: t.shareLink,
      icon: <Link size={16} />,
      keys: '.',
      onAction: props.onShare,
      ...(can.share && denied.share === undefined ? {} : { disabledReason: whyNotShare }),
    },
    ...requestAction(props, t),
  ];
  const restore: MenuAction[] =
    props.onRestore === undefined
      ? []
      : [
          {
            id: 'restore',
            label: t.restore,
            icon: <RotateCcw size={16} />,
            onAction: props.onRestore,
            ...(denied.move === undefined ? {} : { disabledReason: denied.move }),
          },
        ];
  const whyNotRename = denied.move ?? (can.rename ? undefined : t.renameOneObject);
  const changes: MenuAction[] = [
    ...restore,
    {
      id: 'rename',
      label: t.rename,
      icon: <Pencil size={16} />,
      keys: 'F2',
      onAction: props.onRename,
      ...(whyNotRename === undefined ? {} : { disabledReason: whyNotRename }),
    },
    {
      id: 'move',
      label: t.move,
      icon: <FolderInput size={16} />,
      onAction: () => props.onMove('move'),
      ...(denied.move === undefined ? {} : { disabledReason: denied.move }),
    },
    {
      id: 'copy',
      label: t.copy,
      icon: <Copy size={16} />,
      onAction: () => props.onMove('copy'),
      ...(denied.copy === undefined ? {} : { disabledReason: denied.copy }),
    },
  ];
  const remove: MenuAction = {
    id: 'delete',
    label: t.delete,
    icon: <Trash2 size={16} />,
    keys: 'Del',
    isDanger: true,
    onAction: props.onDelete,
    ...(denied.delete === undefined ? {} : { disabledReason: denied.delete }),
  };
  return [{ actions }, { actions: changes }, { actions: detailsActions(props, t) }, { actions: [remove] }];
}
