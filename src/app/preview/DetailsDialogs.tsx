import type { Connection } from '#config/DeploymentConfig.ts';
import { callWithRetries } from '#cos/callWithRetries.ts';
import { isArchiveClass } from '#cos/storageClasses.ts';
import { toFailure } from '#lib/Failure.ts';
import { countContents } from '#listing/countContents.ts';
import type { ListedObjectEntry } from '#listing/ListedObjectEntry.ts';
import { AccessDialog } from '#object-preview/AccessDialog.tsx';
import { EditDialog, type EditedObject } from '#object-preview/EditDialog.tsx';
import { RestoreDialog } from '#object-preview/RestoreDialog.tsx';
import { SummaryDialog } from '#object-preview/SummaryDialog.tsx';
import type { OperationRequest } from '#operations/OperationEngine.ts';
import { displayName } from '#text/displayName.ts';
import { useLateText } from '#text/useLateText.ts';
import { rootsOf } from '../operations/rootsFor.ts';
import { useServices } from '../Services.ts';
import { useActions } from '../useActions.ts';
import type { OpenDialog } from '../useDialog.ts';

export interface DetailsDialogsProps {
  readonly dialog: Extract<OpenDialog, { readonly type: 'edit' | 'access' | 'restore' | 'summary' }>;
  readonly connection: Connection;
  readonly onClose: () => void;
}

/** What is asked about objects that stay where they are: what to say of them, who may read them, how to restore them, how much they are. */
export function DetailsDialogs({ dialog, connection, onClose }: DetailsDialogsProps) {
  const { cosFor, losses } = useServices();
  const { t } = useLateText();
  const { change } = useActions(connection);
  const { entries } = dialog;
  const [first] = entries;
  const only = entries.length === 1 ? first : undefined;
  const name = only === undefined ? '' : displayName(only.name).text || t.emptyName;
  const titled = (one: (name: string) => string, many: (items: number) => string): string =>
    only === undefined ? many(entries.length) : one(name);
  const start = (what: Pick<OperationRequest, 'kind' | 'edit' | 'access' | 'wish'>): void =>
    change({ ...what, roots: rootsOf(entries) }, entries);
  const isArchived = entries.some((entry) => entry.type === 'object' && isArchiveClass(entry.storageClass));

  if (dialog.type === 'edit') {
    const object = only?.type === 'object' ? only : undefined;
    return (
      <EditDialog
        title={titled(t.editTitle, t.editManyTitle)}
        load={object && ((signal) => loadEdited(object, signal))}
        isArchived={isArchived}
        losesAcl={losses(connection, connection.id).includes('acl')}
        onSave={(edit) => start({ kind: 'edit', edit })}
        onClose={onClose}
      />
    );
  }
  if (dialog.type === 'access') {
    const key = only?.type === 'object' ? only.key : undefined;
    return (
      <AccessDialog
        title={titled(t.accessTitle, t.accessManyTitle)}
        riskTitle={titled(t.accessRiskTitle, t.accessRiskManyTitle)}
        load={
          key === undefined
            ? undefined
            : (signal) => callWithRetries(() => cosFor(connection.id).getObjectAcl({ key }, { signal }), { signal })
        }
        onSet={(access) => start({ kind: 'access', access })}
        onClose={onClose}
      />
    );
  }
  if (dialog.type === 'restore') {
    return (
      <RestoreDialog
        title={titled(t.restoreTitle, t.restoreManyTitle)}
        areMany={only?.type !== 'object'}
        isDeep={entries.every((entry) => entry.type === 'object' && entry.storageClass === 'DEEP_ARCHIVE')}
        onRestore={(wish) => start({ kind: 'restoreArchived', wish })}
        onClose={onClose}
      />
    );
  }
  return (
    <SummaryDialog
      title={titled(t.summaryTitle, t.summaryManyTitle)}
      count={(tally, signal, onProgress) =>
        countContents(cosFor(connection.id), entries, tally, { signal, onProgress })
      }
      onClose={onClose}
    />
  );

  async function loadEdited(object: ListedObjectEntry, signal: AbortSignal): Promise<EditedObject> {
    const { key, storageClass } = object;
    const cos = cosFor(connection.id);
    const [head, tags] = await Promise.all([
      callWithRetries(() => cos.headObject({ key }, { signal }), { signal }),
      callWithRetries(() => cos.getObjectTagging({ key }, { signal }), { signal }).catch((error: unknown) => {
        signal.throwIfAborted();
        return { failure: toFailure(error) };
      }),
    ]);
    return { head, storageClass, tags };
  }
}
