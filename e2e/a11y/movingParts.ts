import type { Page } from 'playwright';

/**
 * Names of the animations that run, as `what: element`. Under `prefers-reduced-motion` there are none; the width of a
 * progress bar, which is information, may move.
 */
export async function movingParts(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    document.getAnimations().flatMap((animation) => {
      const { effect, playState } = animation;
      const target = effect instanceof KeyframeEffect ? effect.target : null;
      const name =
        animation instanceof CSSAnimation
          ? animation.animationName
          : animation instanceof CSSTransition
            ? animation.transitionProperty
            : animation.id;
      const lasts = Number(effect?.getComputedTiming().activeDuration ?? 0);
      const isProgress = target?.closest('[role=progressbar]') !== null && /width|transform|scale/.test(name);
      return playState !== 'running' || lasts < 1 || isProgress ? [] : [`moves: ${name} of ${target?.className ?? ''}`];
    }),
  );
}
