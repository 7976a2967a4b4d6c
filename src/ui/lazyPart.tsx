import { Component, lazy, useState, type ComponentType, type ReactNode } from 'react';
import { LostPartNote } from './LostPartNote.tsx';

/** Pauses before a part is asked for once more by itself, in milliseconds: a line that blinks is not worth a word. */
const PAUSES_MS = [1000, 3000];

/**
 * A part of the page that is fetched when it is first drawn, under a `Suspense` of whoever draws it. A part that cannot
 * be fetched (the line is down, a new version was put in place of this one) leaves the rest of the page as it is: a
 * note says so and offers to try again. Any other mistake of the part goes on to the boundary above.
 */
export function lazyPart<P extends object>(load: () => Promise<(props: P) => ReactNode>): ComponentType<P> {
  const fetchPart = () => lazy(async () => ({ default: await loadPersistently(load) }));
  let latest = fetchPart();
  return function LazyPart(props: P) {
    const [Part, setPart] = useState(() => latest);
    // React keeps the refusal of a lazy component for ever: trying again takes a new one.
    const retry = (): void => {
      if (latest === Part) latest = fetchPart();
      setPart(() => latest);
    };
    return (
      <PartBoundary onRetry={retry}>
        <Part {...props} />
      </PartBoundary>
    );
  };
}

class PartNotLoaded extends Error {}

async function loadPersistently<T>(load: () => Promise<T>): Promise<T> {
  for (const pauseMs of PAUSES_MS) {
    try {
      return await load();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  }
  return await load().catch((cause: unknown) => {
    throw new PartNotLoaded('A part of the page could not be fetched.', { cause });
  });
}

interface BoundaryProps {
  readonly onRetry: () => void;
  readonly children: ReactNode;
}

class PartBoundary extends Component<BoundaryProps, { readonly error?: unknown }> {
  override state: { readonly error?: unknown } = {};

  static getDerivedStateFromError(error: unknown): { error: unknown } {
    return { error };
  }

  private readonly retry = (): void => {
    this.props.onRetry();
    this.setState({ error: undefined });
  };

  override render(): ReactNode {
    const { error } = this.state;
    if (error === undefined) return this.props.children;
    if (error instanceof PartNotLoaded) return <LostPartNote onRetry={this.retry} />;
    throw error;
  }
}
