const FIELDS = 'input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable]';

/** Keys pressed here belong to what is here: a field, or a dialog or menu above the page. */
export function ownsKeys(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    (target.matches(FIELDS) || target.closest('[role="dialog"], [role="alertdialog"], [role="menu"]') !== null)
  );
}
