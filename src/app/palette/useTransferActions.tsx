import { ArrowDown, ArrowUp, Cog, ListX, Pause, Play, X } from 'lucide-react';
import { useStore } from 'zustand';
import { isOver } from '#operations/OperationState.ts';
import { displayName } from '#text/displayName.ts';
import { palette as en } from '#text/en/palette.ts';
import { useLateText } from '#text/useLateText.ts';
import { useTopic } from '#text/useTopic.ts';
import { palette as zh } from '#text/zh/palette.ts';
import { operationStatus } from '#transfer-panel/operationStatus.ts';
import { transferStatus } from '#transfer-panel/transferStatus.ts';
import type { MenuAction, MenuGroup } from '#ui/ActionMenu.tsx';
import { useServices } from '../Services.ts';

/** Without words only the first ones are named: there may be a hundred thousand. */
const NAMED = 5;

/** What can be done with all transfers, and each of them by its name: that shows it in the dock. */
export function useTransferActions(): (words: string) => MenuGroup {
  const { transferStore, engine, operations, wantedInDock } = useServices();
  const text = useLateText();
  const { t } = text;
  const words = useTopic({ en, zh });
  const { counts } = useStore(transferStore, ({ totals }) => totals);
  const list = useStore(operations.store);
  const show = (id: string) => () => wantedInDock.setState({ id }, true);
  const active = counts.running + counts.waiting + counts.queued;
  const ended = counts.completed + counts.failed + counts.cancelled + counts.skipped;

  const forAll: readonly MenuAction[] = [
    {
      id: 'pause-all',
      label: t.pauseAll,
      icon: <Pause size={16} />,
      onAction: () => engine.pauseAll(),
      ...off(active > 0, words.nothingMoves),
    },
    {
      id: 'resume-all',
      label: t.resumeAll,
      icon: <Play size={16} />,
      onAction: () => engine.resumeAll(),
      ...off(counts.paused > 0, words.nothingPaused),
    },
    {
      id: 'cancel-all',
      label: t.cancelAll,
      icon: <X size={16} />,
      onAction: () => engine.cancelAll(),
      ...off(active + counts.paused > 0, words.nothingMoves),
    },
    {
      id: 'clear',
      label: t.clearFinished,
      icon: <ListX size={16} />,
      onAction: () => {
        engine.clearFinished();
        operations.commands.clearFinished();
      },
      ...off(ended > 0 || list.some(({ state }) => isOver(state)), words.nothingEnded),
    },
  ];

  return (typed) => {
    const { ids, byId } = transferStore.getState();
    const wanted = typed.toLocaleLowerCase().split(/\s+/);
    const found: MenuAction[] = list.map((operation) => ({
      id: operation.id,
      label: displayName(operation.name).text,
      description: operationStatus(operation, text).label,
      icon: <Cog size={16} />,
      onAction: show(operation.id),
    }));
    // Rows are made only of names that fit; `matchActions` decides.
    for (const id of ids) {
      const transfer = byId.get(id);
      if (transfer === undefined) continue;
      if (typed === '' && found.length >= NAMED) break;
      const name = transfer.name.toLocaleLowerCase();
      if (!wanted.every((word) => name.includes(word))) continue;
      const Arrow = transfer.direction === 'upload' ? ArrowUp : ArrowDown;
      found.push({
        id,
        label: displayName(transfer.name).text || t.emptyName,
        description: transferStatus(transfer, text).label,
        icon: <Arrow size={16} />,
        onAction: show(id),
      });
      if (found.length >= 200) break;
    }
    return { title: words.transfers, actions: [...found, ...forAll] };
  };
}

function off(isOn: boolean, disabledReason: string): Pick<MenuAction, 'disabledReason'> {
  return isOn ? {} : { disabledReason };
}
