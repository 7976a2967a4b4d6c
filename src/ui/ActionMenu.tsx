import { Check } from 'lucide-react';
import { useEffect, useRef, type ReactNode } from 'react';
import { Header, I18nProvider, Menu, MenuItem, MenuSection, Popover, Text as AriaText } from 'react-aria-components';
import { menus as en } from '#text/en/menus.ts';
import { useText } from '#text/useText.ts';
import { useTopic } from '#text/useTopic.ts';
import { menus as zh } from '#text/zh/menus.ts';
import styles from './ActionMenu.module.css';

export interface MenuAction {
  readonly id: string;
  readonly label: string;
  readonly icon?: ReactNode;
  /** A second line that tells more. */
  readonly description?: string;
  /** Shown at the end: the keys that do the same. */
  readonly keys?: string;
  /** Off, and why. */
  readonly disabledReason?: string;
  readonly isDanger?: boolean;
  /** For choices: the one in force. */
  readonly isChosen?: boolean;
  readonly onAction: () => void;
}

export interface MenuGroup {
  readonly title?: string;
  readonly actions: readonly MenuAction[];
}

export interface ActionMenuProps {
  readonly label: string;
  readonly groups: readonly MenuGroup[];
  /** The button it belongs to, or a point on the page (right-click). */
  readonly anchor: HTMLElement | { readonly x: number; readonly y: number };
  readonly onClose: () => void;
}

/**
 * A menu that is open while it is mounted. Load it lazily: nobody needs it before the first click.
 *
 * [Note: The menu gives the keyboard to an item] React Aria takes Enter on a button for a click of a screen reader, and
 * then may focus the menu after its first item. There Enter does nothing, and nothing is read.
 */
export function ActionMenu({ label, groups, anchor, onClose }: ActionMenuProps) {
  const { language } = useText();
  const words = useTopic({ en, zh });
  const pointRef = useRef<HTMLSpanElement>(null);
  const elementRef = useRef(anchor instanceof HTMLElement ? anchor : null);
  const menuRef = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const menu = menuRef.current;
    const toItem = (event: FocusEvent): void => {
      if (event.target === menu) menu?.querySelector<HTMLElement>('[role=menuitem][tabindex]')?.focus();
    };
    menu?.addEventListener('focusin', toItem);
    return () => menu?.removeEventListener('focusin', toItem);
  }, []);
  const byId = new Map(groups.flatMap((group) => group.actions.map((action) => [action.id, action] as const)));
  const disabled = [...byId.values()].filter((action) => action.disabledReason !== undefined).map(({ id }) => id);
  return (
    <I18nProvider locale={language}>
      {!(anchor instanceof HTMLElement) && (
        <span ref={pointRef} className={styles.point} style={{ left: anchor.x, top: anchor.y }} />
      )}
      <Popover
        className={styles.popover ?? ''}
        aria-label={label}
        triggerRef={anchor instanceof HTMLElement ? elementRef : pointRef}
        isOpen
        placement={anchor instanceof HTMLElement ? 'bottom end' : 'bottom start'}
        onOpenChange={(isOpen) => !isOpen && onClose()}
      >
        <Menu
          ref={menuRef}
          className={styles.menu ?? ''}
          aria-label={label}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- a menu that opens takes the focus; that is its pattern
          autoFocus="first"
          disabledKeys={disabled}
          onAction={(id) => {
            onClose();
            byId.get(String(id))?.onAction();
          }}
          onClose={onClose}
        >
          {groups.map((group, index) => (
            <MenuSection key={group.title ?? index} aria-label={group.title ?? label}>
              {group.title !== undefined && <Header className={styles.group ?? ''}>{group.title}</Header>}
              {group.actions.map((action) => (
                <MenuItem
                  key={action.id}
                  id={action.id}
                  textValue={action.label}
                  className={styles.item ?? ''}
                  {...(action.isDanger === true ? { 'data-danger': true } : {})}
                >
                  {action.icon}
                  <span className={styles.label}>
                    <AriaText slot="label">{action.label}</AriaText>
                    {(action.disabledReason ?? action.description) !== undefined ? (
                      <AriaText slot="description" className={styles.why ?? ''}>
                        {action.disabledReason ?? action.description}
                      </AriaText>
                    ) : (
                      action.isChosen === true && (
                        <AriaText slot="description" className="visually-hidden">
                          {words.inForce}
                        </AriaText>
                      )
                    )}
                  </span>
                  {action.isChosen === true && <Check size={16} aria-hidden />}
                  {action.keys !== undefined && <kbd className={styles.keys}>{action.keys}</kbd>}
                </MenuItem>
              ))}
            </MenuSection>
          ))}
        </Menu>
      </Popover>
    </I18nProvider>
  );
}
