import { Check, Copy, FolderInput, Pause, Play, RotateCcw, RotateCw, Trash2, X } from 'lucide-react';
import { useRef } from 'react';
import { isOver, type Operation, type OperationKind } from '#operations/OperationState.ts';
import { useText } from '#text/useText.ts';
import { Button } from '#ui/Button.tsx';
import { IconButton } from '#ui/IconButton.tsx';
import { ObjectName } from '#ui/ObjectName.tsx';
import { ProgressBar } from '#ui/ProgressBar.tsx';
import { useFocusKeeper } from '#ui/useFocusKeeper.ts';
import type { OperationCommands } from './OperationCommands.ts';
import { OperationProblems } from './OperationProblems.tsx';
import { operationStatus } from './operationStatus.ts';
import styles from './TransferRow.module.css';

export interface OperationRowProps {
  readonly operation: Operation;
  readonly commands: OperationCommands;
}

const PICTURES: Readonly<Record<OperationKind, typeof Copy>> = {
  copy: Copy,
  move: FolderInput,
  delete: Trash2,
  restore: RotateCcw,
};

/** One operation: how far it is, what could not be done and why, and what can be done about it. */
export function OperationRow({ operation, commands }: OperationRowProps) {
  const text = useText();
  const { t } = text;
  const { id, name, state, kind } = operation;
  const buttonsRef = useRef<HTMLDivElement>(null);
  const keeper = useFocusKeeper(
    () =>
      buttonsRef.current?.querySelector('button') ??
      buttonsRef.current?.closest('section')?.querySelector<HTMLElement>('button[aria-expanded]'),
  );
  const status = operationStatus(operation, text);
  const isUnderWay = state.status === 'running' || state.status === 'waiting';
  const Picture = PICTURES[kind];
  return (
    <li className={styles.row} aria-label={`${name}, ${status.label}`} {...keeper}>
      <Picture size={18} aria-hidden />
      <div className={styles.main}>
        <ObjectName name={name} />
        <div className={styles.status} data-tone={status.tone}>
          {status.tone === 'good' && <Check size={14} aria-hidden />}
          <span>{status.label}</span>
          {status.facts.length > 0 && <span className={styles.facts}>{status.facts.join(' · ')}</span>}
        </div>
        {!isOver(state) && (
          <ProgressBar
            label={name}
            fraction={status.fraction}
            valueText={status.valueText}
            tone={status.tone === 'still' ? 'still' : 'moving'}
          />
        )}
      </div>
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
