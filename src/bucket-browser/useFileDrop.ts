import { useEffect, useState } from 'react';
import type { Prefix } from '#cos/objectKey.ts';

/**
 * Lets files be dropped anywhere in the window. An element with `data-drop-prefix` under the mouse takes them into
 * that folder. Returns the prefix they would go to, while they hover. Where they are refused, the mouse says so too.
 */
export function useFileDrop(
  prefix: Prefix,
  onDrop: (prefix: Prefix, transfer: DataTransfer) => void,
  isRefused: boolean,
): Prefix | undefined {
  const [over, setOver] = useState<Prefix>();

  useEffect(() => {
    let marked: HTMLElement | undefined;
    const mark = (element: HTMLElement | undefined): void => {
      if (element === marked) return;
      if (marked) delete marked.dataset['dropOver'];
      marked = element;
      if (marked) marked.dataset['dropOver'] = '';
    };
    const targetOf = (event: DragEvent): HTMLElement | undefined =>
      event.target instanceof Element
        ? (event.target.closest<HTMLElement>('[data-drop-prefix]') ?? undefined)
        : undefined;
    const clear = (): void => {
      mark(undefined);
      setOver(undefined);
    };

    const onDragOver = (event: DragEvent): void => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = isRefused ? 'none' : 'copy';
      const target = targetOf(event);
      mark(isRefused ? undefined : target);
      setOver(target?.dataset['dropPrefix'] ?? prefix);
    };
    // `relatedTarget` is null only when the pointer leaves the window.
    const onDragLeave = (event: DragEvent): void => {
      if (event.relatedTarget === null) clear();
    };
    const onDropEvent = (event: DragEvent): void => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      const target = targetOf(event)?.dataset['dropPrefix'] ?? prefix;
      clear();
      onDrop(target, event.dataTransfer);
    };

    window.addEventListener('dragover', onDragOver);
    window.addEventListener('dragleave', onDragLeave);
    window.addEventListener('drop', onDropEvent);
    return () => {
      window.removeEventListener('dragover', onDragOver);
      window.removeEventListener('dragleave', onDragLeave);
      window.removeEventListener('drop', onDropEvent);
      mark(undefined);
    };
  }, [prefix, onDrop, isRefused]);

  return over;
}
