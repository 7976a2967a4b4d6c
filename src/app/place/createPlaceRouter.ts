import {
  createRootRoute,
  createRoute,
  createRouter,
  redirect,
  type ErrorRouteComponent,
  type RouteComponent,
  type RouterHistory,
} from '@tanstack/react-router';
import type { PlaceParams } from './PlaceParams.ts';
import { parseSearch, readPlace, stringifySearch } from './searchParams.ts';

export interface PlaceRouterOptions {
  /** Default: the browser's. */
  readonly history?: RouterHistory;
  /** Path the app is served under. */
  readonly basepath?: string;
  readonly page?: RouteComponent;
  readonly errorPage?: ErrorRouteComponent;
  /** Called as soon as a place is known, before anything is drawn: the moment to start its listing. */
  readonly onPlace?: (place: PlaceParams) => void;
}

/** One route: the place is in the search part. Unknown paths lead to it. */
export function createPlaceRouter(options: PlaceRouterOptions) {
  const rootRoute = createRootRoute();
  const placeRoute = createRoute({
    getParentRoute: () => rootRoute,
    path: '/',
    validateSearch: readPlace,
    // Sorting or searching is no new place to list.
    loaderDeps: ({ search: { c, p } }) => ({ ...(c === undefined ? {} : { c }), ...(p === undefined ? {} : { p }) }),
    loader: ({ deps }) => options.onPlace?.(deps),
    ...(options.page === undefined ? {} : { component: options.page }),
  });
  const strayRoute = createRoute({
    getParentRoute: () => rootRoute,
    path: '$',
    beforeLoad: () => {
      throw redirect({ to: '/', replace: true });
    },
  });
  return createRouter({
    routeTree: rootRoute.addChildren([placeRoute, strayRoute]),
    parseSearch,
    stringifySearch,
    scrollRestoration: false,
    ...(options.history === undefined ? {} : { history: options.history }),
    ...(options.basepath === undefined ? {} : { basepath: options.basepath }),
    ...(options.errorPage === undefined ? {} : { defaultErrorComponent: options.errorPage }),
  });
}

export type PlaceRouter = ReturnType<typeof createPlaceRouter>;

declare module '@tanstack/react-router' {
  interface Register {
    router: PlaceRouter;
  }
}
