import { use, useState } from 'react';
import { useStore } from 'zustand';
import type { Connection } from '#config/DeploymentConfig.ts';
import { createRemembered } from '#lib/createRemembered.ts';
import { toFailure, type Failure } from '#lib/Failure.ts';
import { MyLinksDialog } from '#link-tools/MyLinksDialog.tsx';
import type { MyLink } from '#link-tools/MyLinkRow.tsx';
import { madeLinks as en } from '#text/en/madeLinks.ts';
import { useText } from '#text/useText.ts';
import { useTopic } from '#text/useTopic.ts';
import { madeLinks as zh } from '#text/zh/madeLinks.ts';
import { copyText } from '#ui/copyText.ts';
import { createRequestMemory } from '../requests/createRequestMemory.ts';
import { REQUESTS_KEPT_AS } from '../requests/requestsKeptAs.ts';
import { useServices } from '../Services.ts';
import { MOST_KEPT_KEYS, type MadeLink } from './createMadeLinks.ts';
import { EndedLists } from './EndedLists.tsx';
import { MADE_AGAIN, mintAgain } from './mintAgain.ts';

export interface MyLinksHostProps {
  /** In view. */
  readonly connection: Connection | undefined;
  /** The person wants to see what the upload requests brought. */
  readonly onArrived: () => void;
  readonly onClose: () => void;
}

/** Gives the list of made links what it needs of the services, and makes one anew when it is copied. */
export function MyLinksHost({ connection: inView, onArrived, onClose }: MyLinksHostProps) {
  const services = useServices();
  const { connections, clock, announcer } = services;
  const { formats } = useText();
  const words = useTopic({ en, zh });
  const made = use(services.madeLinks());
  const records = useStore(made.store);
  const [requests] = useState(() => createRequestMemory(createRemembered(REQUESTS_KEPT_AS)));
  const asked = useStore(requests.store);

  function whyNot({ kind, count, connectionId }: MadeLink): string | undefined {
    if (connections.withId(connectionId) === undefined) return words.connectionGone;
    if (!MADE_AGAIN.has(kind)) return words.notAgain;
    return count > MOST_KEPT_KEYS ? words.tooMany(MOST_KEPT_KEYS) : undefined;
  }

  async function copy(record: MadeLink): Promise<Failure | undefined> {
    const connection = connections.withId(record.connectionId);
    if (connection === undefined) return undefined;
    try {
      const { text, until } = await mintAgain(services, connection, record);
      if (!(await copyText(text))) {
        announcer.alert(words.copyRefused);
        return undefined;
      }
      made.note(record.connectionId, { kind: record.kind, keys: record.keys, expiresAt: until });
      announcer.say(words.copied(formats.dateTime(until)));
    } catch (error) {
      return toFailure(error);
    }
    return undefined;
  }

  const placeOf = (connectionId: string): string => connections.withId(connectionId)?.label ?? connectionId;
  const links = records.map((record): MyLink => {
    const { id, kind, keys, count, connectionId, madeAt, expiresAt } = record;
    const [key = ''] = keys;
    const [madeOn, endsOn] = [new Date(madeAt), new Date(expiresAt)];
    return {
      id,
      kind,
      key,
      count,
      place: placeOf(connectionId),
      madeAt: madeOn,
      expiresAt: endsOn,
      whyNot: whyNot(record),
    };
  });
  const requested = asked.map(({ prefix, title, connectionId, expiresAt }): MyLink => {
    return {
      id: prefix,
      kind: 'request',
      key: title,
      count: 1,
      place: placeOf(connectionId),
      expiresAt,
      whyNot: undefined,
    };
  });
  return (
    <MyLinksDialog
      links={[...links, ...requested]}
      now={() => clock.now()}
      onCopy={async ({ id }) => {
        const found = records.find((record) => record.id === id);
        return found && copy(found);
      }}
      onArrived={onArrived}
      onForget={({ id, kind }) => (kind === 'request' ? requests.forget(id) : made.forget(id))}
      onForgetAll={() => {
        made.forgetAll();
        requests.forgetAll();
      }}
      onClose={onClose}
    >
      {inView !== undefined && inView.access !== 'anonymous' && <EndedLists connection={inView} />}
    </MyLinksDialog>
  );
}
