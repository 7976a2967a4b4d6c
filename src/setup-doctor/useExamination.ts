import { useCallback, useEffect, useReducer, useRef, useState } from 'react';
import { examine } from '#diagnosis/examine.ts';
import type { ExaminationTools, SetUp } from '#diagnosis/SetUp.ts';
import { checkReducer, NOT_STARTED, type CheckState } from './checkReducer.ts';

export interface RunningExamination {
  readonly state: CheckState;
  readonly runAgain: () => void;
  readonly stop: () => void;
}

/** Examines at once, and again whenever it is asked to; stops when the screen goes. */
export function useExamination(setUp: SetUp, tools: Omit<ExaminationTools, 'signal'>): RunningExamination {
  const [state, dispatch] = useReducer(checkReducer, NOT_STARTED);
  const [mistake, setMistake] = useState<unknown>();
  const controller = useRef<AbortController>(undefined);

  const start = useCallback((): AbortController => {
    const current = new AbortController();
    const { signal } = current;
    controller.current?.abort();
    controller.current = current;
    dispatch({ type: 'started' });
    examine(
      setUp,
      { ...tools, signal },
      {
        onCheck: (at) => !signal.aborted && dispatch({ type: 'looking', at }),
        onFindings: (findings) => !signal.aborted && dispatch({ type: 'found', findings }),
      },
    ).then(
      (examination) => !signal.aborted && dispatch({ type: 'ended', examination, endedAt: new Date(tools.now()) }),
      (error: unknown) => !signal.aborted && setMistake(error),
    );
    return current;
  }, [setUp, tools]);

  useEffect(() => {
    const current = start();
    return () => current.abort();
  }, [start]);

  // The page for mistakes of ours shows it.
  if (mistake !== undefined) throw mistake;
  return {
    state,
    runAgain: start,
    stop: () => {
      controller.current?.abort();
      dispatch({ type: 'stopped' });
    },
  };
}
