import { History } from 'lucide-react';
import { IconButton } from '#ui/IconButton.tsx';
import type { DeniedActions } from '../whatCanBeDone.ts';
import type { DeletedInPlace } from './DeletedInPlace.ts';
import { useShowDeletedWords } from './useShowDeletedWords.ts';

export interface ShowDeletedButtonProps {
  readonly deleted: Pick<DeletedInPlace, 'isKept' | 'onNear' | 'onShow'>;
  readonly denied: Pick<DeniedActions, 'seeVersions'>;
}

/** Leads to what was deleted in the folder. Whether there can be any is asked when somebody comes near. */
export function ShowDeletedButton({ deleted, denied }: ShowDeletedButtonProps) {
  const { label, refusal } = useShowDeletedWords(deleted, denied);
  return (
    <IconButton
      size="small"
      label={label}
      icon={<History size={16} />}
      {...(refusal === undefined ? {} : { hint: refusal, disabled: true })}
      onPointerEnter={deleted.onNear}
      onFocus={deleted.onNear}
      onClick={() => deleted.onShow(true)}
    />
  );
}
