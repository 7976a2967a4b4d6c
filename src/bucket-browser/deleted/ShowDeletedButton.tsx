import { History } from 'lucide-react';
import { useState } from 'react';
import { IconButton } from '#ui/IconButton.tsx';
import type { DeniedActions } from '../whatCanBeDone.ts';
import type { DeletedInPlace } from './DeletedInPlace.ts';
import { useIsKept } from './useIsKept.ts';
import { useShowDeletedWords } from './useShowDeletedWords.ts';

export interface ShowDeletedButtonProps {
  readonly deleted: DeletedInPlace;
  readonly denied: Pick<DeniedActions, 'seeVersions'>;
}

/** Leads to what was deleted in the folder. Whether there can be any is asked when somebody comes near. */
export function ShowDeletedButton({ deleted, denied }: ShowDeletedButtonProps) {
  const [isNear, setIsNear] = useState(false);
  const { label, refusal } = useShowDeletedWords(useIsKept(deleted, isNear), denied);
  return (
    <IconButton
      size="small"
      label={label}
      icon={<History size={16} />}
      {...(refusal === undefined ? {} : { hint: refusal, disabled: true })}
      onPointerEnter={() => setIsNear(true)}
      onFocus={() => setIsNear(true)}
      onClick={() => deleted.onShow(true)}
    />
  );
}
