import { baseName, type ObjectKey } from '#cos/objectKey.ts';
import { toFailure } from '#lib/Failure.ts';
import { RestoreDialog } from '#object-preview/RestoreDialog.tsx';
import { displayName } from '#text/displayName.ts';
import { useLateText } from '#text/useLateText.ts';
import { useServices } from '../Services.ts';

/** Objects that could not be read because they are archived. */
export interface ArchivedObjects {
  readonly connectionId: string;
  readonly keys: readonly ObjectKey[];
}

export interface RestoreHostProps {
  readonly wanted: ArchivedObjects;
  readonly onClose: () => void;
}

/** Asks how objects of a row in the dock are to be restored, wherever the list is meanwhile. */
export function RestoreHost({ wanted: { connectionId, keys }, onClose }: RestoreHostProps) {
  const { operations, notices } = useServices();
  const { t } = useLateText();
  const [first = ''] = keys;
  const name = baseName(first) || t.emptyName;
  const areMany = keys.length > 1;
  return (
    <RestoreDialog
      title={areMany ? t.restoreManyTitle(keys.length) : t.restoreTitle(displayName(name).text)}
      areMany={areMany}
      isDeep={false}
      onRestore={(wish) => {
        const request = {
          kind: 'restoreArchived',
          connectionId,
          name: areMany ? t.operationItems(keys.length) : name,
          roots: keys.map((from) => ({ from })),
          wish,
        } as const;
        operations.start(request).catch((error: unknown) => notices.add('', toFailure(error)));
      }}
      onClose={onClose}
    />
  );
}
