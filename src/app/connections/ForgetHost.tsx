import { ForgetDialog } from '#connect-form/ForgetDialog.tsx';
import { useServices } from '../Services.ts';
import { forgetDevice } from './forgetDevice.ts';

/** Gives the dialog what it clears. */
export function ForgetHost({ homeHref, onClose }: { readonly homeHref: string; readonly onClose: () => void }) {
  const { engine, transferStore } = useServices();
  const { byId } = transferStore.getState();
  const isBusy = [...byId.values()].some(({ state }) => state.status === 'running' || state.status === 'waiting');
  return (
    <ForgetDialog
      isBusy={isBusy}
      onForget={() => forgetDevice(engine)}
      onStartAgain={() => location.replace(homeHref)}
      onClose={onClose}
    />
  );
}
