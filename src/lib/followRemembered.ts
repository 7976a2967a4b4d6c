/**
 * Hears when another tab changes or forgets what is remembered under `name`, so that a choice holds in all of them.
 *
 * @returns stops it
 */
export function followRemembered(name: string, hear: (value: string | null) => void): () => void {
  const listen = ({ key, newValue }: StorageEvent): void => {
    if (key === name) hear(newValue);
  };
  window.addEventListener('storage', listen);
  return () => window.removeEventListener('storage', listen);
}
