import { Database, Plus, X } from 'lucide-react';
import type { Connection } from '#config/DeploymentConfig.ts';
import { connections as en } from '#text/en/connections.ts';
import { regionName } from '#text/regionNames.ts';
import { useText } from '#text/useText.ts';
import { useTopic } from '#text/useTopic.ts';
import { connections as zh } from '#text/zh/connections.ts';
import { ActionMenu, type MenuAction, type MenuGroup } from '#ui/ActionMenu.tsx';

export interface ConnectionMenuProps {
  readonly anchor: HTMLElement;
  readonly connections: readonly Connection[];
  readonly currentId: string | undefined;
  /** True for one the person has typed. */
  readonly isOwn: (id: string) => boolean;
  readonly onSwitch: (id: string) => void;
  readonly onRemove: (id: string) => void;
  /** Undefined where the deployment names all that can be opened. */
  readonly onOpenOther: (() => void) | undefined;
  readonly onClose: () => void;
}

/** The buckets that can be opened here: what each is called, which it is and where it lies. */
export function ConnectionMenu(props: ConnectionMenuProps) {
  const { connections, currentId, isOwn, onOpenOther } = props;
  const { t, language } = useText();
  const words = useTopic({ en, zh });
  const choice = ({ id, label, bucket, region }: Connection): MenuAction => ({
    id,
    label,
    description: [label.startsWith(bucket) ? '' : bucket, regionName(region, language)]
      .filter((part) => part !== '')
      .join(' · '),
    icon: <Database size={16} />,
    isChosen: id === currentId,
    onAction: () => props.onSwitch(id),
  });
  const own = connections.filter(({ id }) => isOwn(id));
  const current = own.find(({ id }) => id === currentId);
  const others: MenuAction[] = [
    ...(onOpenOther === undefined
      ? []
      : [{ id: 'open other', label: words.openOther, icon: <Plus size={16} />, onAction: onOpenOther }]),
    ...(current === undefined
      ? []
      : [
          {
            id: 'remove',
            label: words.removeFromList(current.label),
            icon: <X size={16} />,
            onAction: () => props.onRemove(current.id),
          },
        ]),
  ];
  const groups: readonly MenuGroup[] = [
    { actions: connections.filter(({ id }) => !isOwn(id)).map(choice) },
    ...(own.length === 0 ? [] : [{ title: words.ownBuckets, actions: own.map(choice) }]),
    ...(others.length === 0 ? [] : [{ actions: others }]),
  ];
  return <ActionMenu label={t.connection} groups={groups} anchor={props.anchor} onClose={props.onClose} />;
}
