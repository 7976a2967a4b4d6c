import { Component, type ReactNode } from 'react';
import { BrokenPage } from './BrokenPage.tsx';

interface State {
  readonly error?: unknown;
}

/** Catches what a screen throws while it is drawn. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = {};

  static getDerivedStateFromError(error: unknown): State {
    return { error };
  }

  override render(): ReactNode {
    return this.state.error === undefined ? this.props.children : <BrokenPage error={this.state.error} />;
  }
}
