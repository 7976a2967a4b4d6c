import type { Messages } from '#text/Messages.ts';

export interface LifeChoice {
  readonly seconds: number;
  readonly label: string;
}

export const DEFAULT_LIFE_SECONDS = 3600;

/** Lives offered by name; any other is typed in hours. */
export function lifeChoices(t: Messages): readonly LifeChoice[] {
  return [
    { seconds: 900, label: t.life15Minutes },
    { seconds: 3600, label: t.life1Hour },
    { seconds: 43_200, label: t.life12Hours },
    { seconds: 86_400, label: t.life1Day },
    { seconds: 604_800, label: t.life7Days },
  ];
}
