import type { ObjectVersion } from '#cos/CosObject.ts';
import { useLateText } from '#text/useLateText.ts';
import { ConfirmDialog } from '#ui/ConfirmDialog.tsx';

export interface DeleteVersionDialogProps {
  readonly version: ObjectVersion;
  readonly onDelete: () => void;
  readonly onClose: () => void;
}

/** Asks once before a version goes for good, or an object comes back. */
export function DeleteVersionDialog({ version, onDelete, onClose }: DeleteVersionDialogProps) {
  const { t, formats } = useLateText();
  const bringsBack = version.isDeleteMarker && version.isLatest;
  return (
    <ConfirmDialog
      title={bringsBack ? t.removeMarkerTitle : t.deleteVersionTitle}
      action={bringsBack ? t.removeMarkerDo : t.delete}
      look={bringsBack ? 'primary' : 'danger'}
      onConfirm={() => {
        onClose();
        onDelete();
      }}
      onClose={onClose}
    >
      <p>{bringsBack ? t.removeMarkerAdvice : t.deleteVersionAdvice(formats.exactTime(version.lastModified))}</p>
    </ConfirmDialog>
  );
}
