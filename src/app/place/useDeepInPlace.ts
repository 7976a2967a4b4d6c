import { useRouter } from '@tanstack/react-router';

/** Whether the search goes through all subfolders, in the page's address. */
export function useDeepInPlace(): (isDeep: boolean) => void {
  const router = useRouter();
  return (isDeep) => {
    const { deep: _before, ...place } = router.state.location.search;
    void router.navigate({ to: '/', search: { ...place, ...(isDeep ? ({ deep: '1' } as const) : {}) }, replace: true });
  };
}
