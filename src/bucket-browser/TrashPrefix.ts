import { createContext } from 'react';
import type { Prefix } from '#cos/objectKey.ts';

/** Where deleted objects are kept, so that its row can say so. */
export const TrashPrefix = createContext<Prefix | undefined>(undefined);
