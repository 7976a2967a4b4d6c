import { useEffect, useReducer, useRef, useState } from 'react';
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
  const [run, setRun] = useState(0);
  const [mistake, setMistake] = useState<unknown>();
  const controller = useRef<AbortController>(undefined);

  useEffect(() => {
    const current = new AbortController();
    const { signal } = current;
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
    return () => current.abort();
  }, [setUp, tools, run]);

  // The page for mistakes of ours shows it.
  if (mistake !== undefined) throw mistake;
  return {
    state,
    runAgain: () => setRun(run + 1),
    stop: () => {
      controller.current?.abort();
      dispatch({ type: 'stopped' });
    },
  };
}
