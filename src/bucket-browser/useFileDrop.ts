import { useEffect, useRef, useState } from 'react';
import type { Prefix } from '#cos/objectKey.ts';
import { createSpring } from './createSpring.ts';
import { markDropPlace } from './markDropPlace.ts';

export interface FileDropOptions {
  /** The folder on screen. */
  readonly prefix: Prefix;
  readonly onDrop: (prefix: Prefix, transfer: DataTransfer) => void;
  readonly onOpenPrefix: (prefix: Prefix) => void;
  readonly isRefused: boolean;
}

/**
 * Lets files be dropped anywhere in the window. An element with `data-drop-prefix` under the mouse takes them into
 * that folder, and opens it when they are held there. Returns the prefix they would go to, while they hover. Where they
 * are refused, the mouse says so too.
 */
export function useFileDrop(options: FileDropOptions): Prefix | undefined {
  const { prefix, isRefused } = options;
  const [over, setOver] = useState<Prefix>();
  const latest = useRef(options);
  useEffect(() => {
    latest.current = options;
  });

  useEffect(() => {
    const mark = markDropPlace();
    const spring = createSpring((target) => latest.current.onOpenPrefix(target));
    const targetOf = (event: DragEvent): HTMLElement | undefined =>
      event.target instanceof Element
        ? (event.target.closest<HTMLElement>('[data-drop-prefix]') ?? undefined)
        : undefined;
    const clear = (): void => {
      mark(undefined);
      spring.over(undefined);
      setOver(undefined);
    };

    const onDragOver = (event: DragEvent): void => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = isRefused ? 'none' : 'copy';
      const target = targetOf(event);
      mark(isRefused ? undefined : target);
      const wanted = target?.dataset['dropPrefix'] ?? prefix;
      spring.over(isRefused || wanted === prefix ? undefined : wanted);
      setOver(wanted);
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
      latest.current.onDrop(target, event.dataTransfer);
    };

    window.addEventListener('dragover', onDragOver);
    window.addEventListener('dragleave', onDragLeave);
    window.addEventListener('drop', onDropEvent);
    return () => {
      window.removeEventListener('dragover', onDragOver);
      window.removeEventListener('dragleave', onDragLeave);
      window.removeEventListener('drop', onDropEvent);
      mark(undefined);
      spring.over(undefined);
    };
  }, [prefix, isRefused]);

  return over;
}
