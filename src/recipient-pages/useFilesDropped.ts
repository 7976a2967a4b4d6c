import { useEffect, useRef, useState } from 'react';

/** Lets files be dropped anywhere in the window; true while some hover. */
export function useFilesDropped(onDrop: (transfer: DataTransfer) => void, isOff: boolean): boolean {
  const [isOver, setIsOver] = useState(false);
  const latest = useRef(onDrop);
  useEffect(() => {
    latest.current = onDrop;
  });
  useEffect(() => {
    const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true;
    const over = (event: DragEvent): void => {
      if (!hasFiles(event) || !event.dataTransfer) return;
      // Also where nothing is taken: the browser would leave the page and open the file.
      event.preventDefault();
      event.dataTransfer.dropEffect = isOff ? 'none' : 'copy';
      setIsOver(!isOff);
    };
    // `relatedTarget` is null only when the pointer leaves the window.
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setIsOver(false);
    };
    const drop = (event: DragEvent): void => {
      if (!hasFiles(event) || !event.dataTransfer) return;
      event.preventDefault();
      setIsOver(false);
      if (!isOff) latest.current(event.dataTransfer);
    };
    window.addEventListener('dragover', over);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  }, [isOff]);
  return isOver;
}
