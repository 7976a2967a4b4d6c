import { useRouter } from '@tanstack/react-router';

/** Whether what was deleted is shown, in the page's address. It is another list: nothing stays open beside it. */
export function useDeletedInPlace(): (isShown: boolean) => void {
  const router = useRouter();
  return (isShown) => {
    const { deleted: _before, preview: _looked, ...place } = router.state.location.search;
    void router.navigate({ to: '/', search: { ...place, ...(isShown ? ({ deleted: '1' } as const) : {}) } });
  };
}
