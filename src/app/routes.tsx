import { BrokenPage } from './frame/BrokenPage.tsx';
import { BrowsePage } from './BrowsePage.tsx';
import { createPlaceRouter, type PlaceRouter } from './place/createPlaceRouter.ts';
import type { PlaceParams } from './place/PlaceParams.ts';

export type AppRouter = PlaceRouter;

/** The router of the page, at the path the page is served under. */
export function createAppRouter(onPlace: (place: PlaceParams) => void): AppRouter {
  return createPlaceRouter({
    basepath: new URL('.', document.baseURI).pathname,
    page: BrowsePage,
    errorPage: BrokenPage,
    onPlace,
  });
}
