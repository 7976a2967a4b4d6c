import { createContext } from 'react';

/** Whether the person can look at the set-up: somebody without an account cannot, and has nothing to change there. */
export const SetUpCheckContext = createContext(true);
