/** Marks the one element that would take what is dropped now (`data-drop-over`); undefined marks none. */
export function markDropPlace(): (element: HTMLElement | undefined) => void {
  let marked: HTMLElement | undefined;
  return (element) => {
    if (element === marked) return;
    if (marked) delete marked.dataset['dropOver'];
    marked = element;
    if (marked) marked.dataset['dropOver'] = '';
  };
}
