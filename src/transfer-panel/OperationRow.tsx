import {
  ArchiveRestore,
  Copy,
  FolderInput,
  FolderPlus,
  Globe,
  Pause,
  Play,
  RotateCcw,
  RotateCw,
  SquarePen,
  Trash2,
  X,
} from 'lucide-react';
import { useRef } from 'react';
import { isOver, type Operation, type OperationKind } from '#operations/OperationState.ts';
import { useLateText } from '#text/useLateText.ts';
import { Button } from '#ui/Button.tsx';
import { IconButton } from '#ui/IconButton.tsx';
import type { OperationCommands } from './OperationCommands.ts';
import { OperationProblems } from './OperationProblems.tsx';
import { operationStatus } from './operationStatus.ts';
import { RowProgress } from './RowProgress.tsx';
import styles from './TransferRow.module.css';
import { useRowFocus } from './useRowFocus.ts';
import { useFocusWhenWanted, type Wanted } from './useWanted.ts';

export interface OperationRowProps {
  readonly operation: Operation;
  readonly commands: OperationCommands;
  readonly wanted: Wanted | undefined;
}

const PICTURES: Readonly<Record<OperationKind, typeof Copy>> = {
  copy: Copy,
  move: FolderInput,
  trash: Trash2,
  create: FolderPlus,
  delete: Trash2,
  purge: Trash2,
  restore: RotateCcw,
  bringBack: RotateCcw,
  edit: SquarePen,
  access: Globe,
  restoreArchived: ArchiveRestore,
};

/** One operation: how far it is, what could not be done and why, and what can be done about it. */
export function OperationRow({ operation, commands, wanted }: OperationRowProps) {
  const text = useLateText();
  const { t } = text;
  const { id, name, state, kind } = operation;
  const { buttonsRef, keeper } = useRowFocus();
  const rowRef = useRef<HTMLLIElement>(null);
  useFocusWhenWanted(rowRef, id, wanted);
  const status = operationStatus(operation, text);
  const isUnderWay = state.status === 'running' || state.status === 'waiting';
  const Picture = PICTURES[kind];
  return (
    <li ref={rowRef} tabIndex={-1} className={styles.row} aria-label={`${name}, ${status.label}`} {...keeper}>
      <Picture size={18} aria-hidden />
      <RowProgress fullName={name} isOver={isOver(state)} {...{ name, status }} />
      <div ref={buttonsRef} className={styles.buttons}>
        {state.status === 'completed' && state.canUndo && (
          <Button size="small" aria-label={t.undoOne(name)} onClick={() => commands.undo(id)}>
            {t.undo}
          </Button>
        )}
        {isUnderWay && (
          <IconButton
            size="small"
            label={t.pauseOne(name)}
            icon={<Pause size={15} />}
            onClick={() => commands.pause(id)}
          />
        )}
        {state.status === 'paused' && (
          <IconButton
            size="small"
            label={t.resumeOne(name)}
            icon={<Play size={15} />}
            onClick={() => commands.resume(id)}
          />
        )}
        {state.status === 'failed' && (
          <IconButton
            size="small"
            label={t.retryOne(name)}
            icon={<RotateCw size={15} />}
            onClick={() => commands.retry(id)}
          />
        )}
        {state.status !== 'completed' && state.status !== 'cancelled' && (
          <IconButton
            size="small"
            label={t.cancelOne(name)}
            icon={<X size={16} />}
            onClick={() => commands.cancel(id)}
          />
        )}
      </div>
      <OperationProblems operation={operation} commands={commands} />
    </li>
  );
}
