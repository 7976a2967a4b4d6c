import type { Prefix } from '#cos/objectKey.ts';
import type { Carried, PutKind } from '../Carried.ts';
import { updateSelection } from '../createSelectionStore.ts';
import { createSpring } from '../createSpring.ts';
import { markDropPlace } from '../markDropPlace.ts';
import { focusRow, selectOnly } from '../selectionModel.ts';
import { createEdgeScroll, type EdgeScroll } from './edgeScroll.ts';
import type { Hands } from './Hands.ts';
import styles from './gestures.module.css';
import { CARRIED_TYPE, describeCarried, pickUp, wordsOf } from './pickUp.ts';
import { cellAt, rowOf } from './pointed.ts';
import { putCarried, refusalOf } from './putCarried.ts';

/**
 * Dragging rows onto folders: those in the list, and those of the path. What is dragged outlives the folder it was
 * taken from, because a folder that something is held over opens.
 */
export function attachCarrying(root: HTMLElement, hands: () => Hands, signal: AbortSignal): void {
  const mark = markDropPlace();
  const spring = createSpring((prefix) => hands().onOpenPrefix(prefix));
  let edge: { readonly grid: HTMLElement; readonly scroll: EdgeScroll } | undefined;
  /** The mouse has been somewhere else than where it began. */
  let hasLeft = false;

  function endHover(): void {
    mark(undefined);
    spring.over(undefined);
    edge?.scroll.at(undefined);
    hands().carry.setState({ over: undefined });
  }
  function end(): void {
    endHover();
    hands().carry.setState({ dragged: undefined });
  }

  function start(event: DragEvent): void {
    const cell = cellAt(event.target);
    const { selection, carry, chosen } = hands();
    const row = cell === null ? undefined : rowOf(cell, hands());
    if (row === undefined || event.dataTransfer === null) return;
    updateSelection(selection, (state) => (state.selected.has(row) ? focusRow(state, row) : selectOnly(state, row)));
    const carried = pickUp(hands(), chosen());
    hasLeft = false;
    event.dataTransfer.clearData();
    event.dataTransfer.setData(CARRIED_TYPE, carried.token);
    event.dataTransfer.effectAllowed = 'copyMove';
    drawDragImage(event.dataTransfer, describeCarried(carried.entries, wordsOf(hands())));
    carry.setState({ dragged: carried });
  }

  function placeOf(event: DragEvent, carried: Carried) {
    const element = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-drop-prefix]') : null;
    const target: Prefix = element?.dataset['dropPrefix'] ?? hands().prefix;
    const kind: PutKind = event.ctrlKey || event.altKey ? 'copy' : 'move';
    // Every drag begins over itself, or over the folder it is from; that is no mistake to point out.
    const isItself = carried.entries.some((entry) => entry.type === 'folder' && entry.prefix === target);
    const isStart = element === null ? target === carried.prefix && kind === 'move' : isItself && !hasLeft;
    if (!isItself) hasLeft = true;
    return { element, target, kind, isStart };
  }

  function hover(event: DragEvent): void {
    const { carry, prefix } = hands();
    const { dragged } = carry.getState();
    if (dragged === undefined || event.dataTransfer?.types.includes(CARRIED_TYPE) !== true) return;
    event.preventDefault();
    const { element, target, kind, isStart } = placeOf(event, dragged);
    const refusal = isStart ? undefined : refusalOf(hands(), dragged, target, kind);
    const isTaken = !isStart && refusal === undefined;
    event.dataTransfer.dropEffect = isTaken ? kind : 'none';
    mark(isTaken ? (element ?? undefined) : undefined);
    const canOpen = element !== null && target !== prefix && !isStart;
    spring.over(canOpen && (isTaken || target.length < prefix.length) ? target : undefined);
    scrollAtEdge(event);
    const { over } = carry.getState();
    if (over?.target === target && over.kind === kind && over.refusal === refusal && !isStart) return;
    carry.setState({ over: isStart ? undefined : { target, kind, refusal } });
  }

  function scrollAtEdge(event: DragEvent): void {
    const grid = event.target instanceof Element ? event.target.closest<HTMLElement>('[role="grid"]') : null;
    if (edge !== undefined && edge.grid !== grid) edge.scroll.at(undefined);
    if (grid === null) edge = undefined;
    else if (edge?.grid !== grid) edge = { grid, scroll: createEdgeScroll(grid) };
    edge?.scroll.at(event.clientY);
  }

  function drop(event: DragEvent): void {
    const { dragged } = hands().carry.getState();
    if (dragged === undefined || event.dataTransfer?.getData(CARRIED_TYPE) !== dragged.token) return;
    event.preventDefault();
    const { target, kind, isStart } = placeOf(event, dragged);
    end();
    if (!isStart) putCarried(hands(), dragged, target, kind);
  }

  root.addEventListener('dragstart', start, { signal });
  window.addEventListener('dragover', hover, { signal });
  window.addEventListener('dragleave', (event) => event.relatedTarget === null && endHover(), { signal });
  window.addEventListener('drop', drop, { signal });
  window.addEventListener('dragend', end, { signal });
  // A row that went away while it was dragged hears of no end; the next press says that there was one.
  window.addEventListener('pointerdown', end, { signal });
  signal.addEventListener('abort', endHover, { once: true });
}

function drawDragImage(transfer: DataTransfer, words: string): void {
  const image = document.createElement('div');
  image.className = styles.dragImage ?? '';
  image.textContent = words;
  document.body.append(image);
  transfer.setDragImage(image, -12, -8);
  // The browser takes its picture after this event.
  setTimeout(() => image.remove());
}
