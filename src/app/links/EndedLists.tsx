import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Connection } from '#config/DeploymentConfig.ts';
import { EndedListsNote } from '#link-tools/EndedListsNote.tsx';
import { endedShareLists } from '#links/shareLists.ts';
import { madeLinks as en } from '#text/en/madeLinks.ts';
import { useTopic } from '#text/useTopic.ts';
import { madeLinks as zh } from '#text/zh/madeLinks.ts';
import { useServices } from '../Services.ts';
import { useDenied } from '../useDenied.ts';

/** Offers to remove what ended share pages left in the bucket in view. Where nobody may look, nothing is said. */
export function EndedLists({ connection }: { readonly connection: Connection }) {
  const { cosFor, clock, operations } = useServices();
  const words = useTopic({ en, zh });
  const { delete: denied } = useDenied(connection, connection.prefix);
  const [areTaken, setAreTaken] = useState(false);
  const { data: keys = [] } = useQuery({
    queryKey: ['ended share lists', connection.id],
    queryFn: ({ signal }) => endedShareLists(cosFor(connection.id), connection.prefix, clock.now(), { signal }),
    retry: false,
    staleTime: 0,
    gcTime: 0,
  });
  if (keys.length === 0 || areTaken) return null;
  return (
    <EndedListsNote
      count={keys.length}
      denied={denied}
      onRemove={() => {
        setAreTaken(true);
        const roots = keys.map((from) => ({ from }));
        void operations.start({ kind: 'delete', connectionId: connection.id, name: words.listsOf(keys.length), roots });
      }}
    />
  );
}
