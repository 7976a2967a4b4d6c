import { Suspense } from 'react';
import { useStore } from 'zustand';
import type { Connection } from '#config/DeploymentConfig.ts';
import { baseName, type Prefix } from '#cos/objectKey.ts';
import { collectDroppedFiles } from '#files/collectDroppedFiles.ts';
import { pickFiles } from '#files/pickFiles.ts';
import type { ListingEntry } from '#listing/ListingEntry.ts';
import { displayName } from '#text/displayName.ts';
import { moving as en } from '#text/en/moving.ts';
import { useTopic } from '#text/useTopic.ts';
import { useText } from '#text/useText.ts';
import { moving as zh } from '#text/zh/moving.ts';
import { entriesIn, keysUnder } from './keysUnder.ts';
import { LinksHost } from './LinksHost.tsx';
import { MOST_COPIED_BYTES } from '#operations/makeVersionCurrent.ts';
import { rootsInto } from './operations/rootsFor.ts';
import { useDeletion } from './operations/useDeletion.ts';
import { useActions } from './useActions.ts';
import {
  ConflictSheet,
  DeleteDialog,
  DetailsDialogs,
  MoveDialog,
  NewFolderDialog,
  RenameDialog,
  RequestFilesHost,
  ShareHost,
  UploadChangesDialog,
  UploadOptionsDialog,
  UploadRequestsHost,
} from './lazyParts.ts';
import { UploadLinkHost } from './UploadLinkHost.tsx';
import { useServices } from './Services.ts';
import { focusFilesIfLost, type OpenDialog } from './useDialog.ts';
import { tellUpload } from './uploads/tellUpload.ts';
import { useKeepsVersions } from './uploads/useKeepsVersions.ts';

export interface DialogHostProps {
  readonly dialog: OpenDialog | undefined;
  readonly connection: Connection;
  readonly prefix: Prefix;
  readonly onRename: (entry: ListingEntry, name: string) => void;
  readonly isNameTaken: (name: string) => boolean;
  readonly onClose: () => void;
}

/** Gives the open dialog what it needs of the services. Questions about taken names go first. */
export function DialogHost({ dialog, connection, prefix, onRename, isNameTaken, onClose }: DialogHostProps) {
  const services = useServices();
  const text = useText();
  const words = useTopic({ en, zh });
  const { t } = text;
  const question = useStore(services.conflicts.store, (state) => state.open);
  const keepsVersions = useKeepsVersions(question?.connectionId);
  const { id } = connection;
  const actions = useActions(connection);
  const deletion = useDeletion(connection, prefix, dialog?.type === 'delete' ? dialog.entries : undefined);

  function content() {
    if (question !== undefined) {
      return (
        <ConflictSheet
          key={question.batch}
          conflicts={question.conflicts}
          subject={question.subject}
          isLooking={question.isLooking}
          keepsVersions={keepsVersions}
          onAnswer={(ids, answer, standing) => {
            question.answer(ids, answer, standing);
            if (services.conflicts.store.getState().open === undefined) focusFilesIfLost();
          }}
        />
      );
    }
    if (dialog?.type === 'newFolder') {
      return (
        <NewFolderDialog
          isTaken={isNameTaken}
          onCreate={async (name) => {
            const roots = [{ from: `${prefix}${name}/` }];
            await services.operations.start({ kind: 'create', connectionId: id, name, roots });
          }}
          onClose={onClose}
        />
      );
    }
    if (dialog?.type === 'rename') {
      const { entry } = dialog;
      return (
        <RenameDialog
          entry={entry}
          isTaken={isNameTaken}
          onRename={(name) => onRename(entry, name)}
          onClose={onClose}
        />
      );
    }
    if (dialog?.type === 'move') {
      const { kind, entries } = dialog;
      return (
        <MoveDialog
          {...{ kind, entries, prefix, onClose }}
          connectionId={id}
          connections={services.config.connections.filter(({ access }) => access === 'credentials')}
          list={(at, below, signal) => entriesIn(services.cosFor(at), below, signal)}
          warnings={(to) => [
            ...services.losses(connection, to).map((loss) => (loss === 'acl' ? words.aclNotRead : words.tagsNotRead)),
            // Inside of folders nobody knows yet; the dock asks about those.
            ...(kind === 'move' && entries.some(isCopiedInParts) ? [words.largeKept] : []),
          ]}
          onGo={(to, target) => actions.run(kind, entries, rootsInto(target, entries), to)}
        />
      );
    }
    if (dialog?.type === 'uploadChanges') {
      return (
        <UploadChangesDialog
          targetName={displayName(baseName(prefix)).text || connection.label}
          pickFolder={() => pickFiles('folder')}
          readDrop={collectDroppedFiles}
          makePlan={(found, onProgress, signal) =>
            services.planUpload({ connectionId: id, prefix }, found, onProgress, signal)
          }
          onUpload={(plan) => {
            onClose();
            void services
              .sendPlan({ connectionId: id, prefix }, plan)
              .then((outcome) => tellUpload(outcome, { text, ...services }));
          }}
          onClose={onClose}
        />
      );
    }
    if (dialog?.type === 'uploadOptions') {
      return (
        <UploadOptionsDialog
          draft={services.uploadSettings.store.getState().draft}
          onUse={(draft) => {
            services.uploadSettings.use(draft);
            onClose();
            services.announcer.say(t.optionsInUse);
          }}
          onClose={onClose}
        />
      );
    }
    if (dialog?.type === 'share') {
      return <ShareHost {...{ connection, onClose }} objectKey={dialog.object.key} />;
    }
    if (dialog?.type === 'uploadLink') return <UploadLinkHost {...{ connection, prefix, isNameTaken, onClose }} />;
    if (dialog?.type === 'requestFiles') {
      return <RequestFilesHost {...{ connection, onClose }} folder={dialog.folder} />;
    }
    if (dialog?.type === 'uploadRequests') return <UploadRequestsHost onClose={onClose} />;
    if (dialog?.type === 'links') return <LinksHost {...{ connection, prefix, onClose }} entries={dialog.entries} />;
    const isInPlace = dialog?.type === 'edit' || dialog?.type === 'access';
    if (isInPlace || dialog?.type === 'restore' || dialog?.type === 'summary') {
      return <DetailsDialogs {...{ dialog, connection, onClose }} />;
    }
    if (dialog?.type === 'delete') {
      return (
        <DeleteDialog
          entries={dialog.entries}
          keysUnder={(below, signal) => keysUnder(services.cosFor(id), below, signal)}
          fate={deletion.fate}
          onDelete={deletion.remove}
          onClose={onClose}
        />
      );
    }
    return null;
  }

  return <Suspense>{content()}</Suspense>;
}

/** Too large for the server to carry along all that is said about it (`[Note: A part copy carries bytes alone]`). */
function isCopiedInParts(entry: ListingEntry): boolean {
  return entry.type === 'object' && entry.sizeBytes > MOST_COPIED_BYTES;
}
