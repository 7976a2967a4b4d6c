import type { ObjectVersion } from '#cos/CosObject.ts';
import { useLateText } from '#text/useLateText.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';

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
    <Dialog
      title={bringsBack ? t.removeMarkerTitle : t.deleteVersionTitle}
      role="alertdialog"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button
            look={bringsBack ? 'primary' : 'danger'}
            onClick={() => {
              onClose();
              onDelete();
            }}
          >
            {bringsBack ? t.removeMarkerDo : t.delete}
          </Button>
        </>
      }
    >
      <p>{bringsBack ? t.removeMarkerAdvice : t.deleteVersionAdvice(formats.exactTime(version.lastModified))}</p>
    </Dialog>
  );
}
