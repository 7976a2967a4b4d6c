/**
 * Starts something on `wished`, or on one of the next ports when others hold it; says so when it had to move.
 *
 * @throws When ten ports in a row are taken, or for any error other than a taken port.
 */
export async function onFirstFreePort<T>(
  wished: number,
  start: (port: number) => Promise<T>,
  say: (message: string) => void,
): Promise<T> {
  for (let port = wished; port < wished + 10; port += 1) {
    try {
      return await start(port);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
      say(`Port ${port} is taken, trying ${port + 1}.`);
    }
  }
  throw new Error(`Ports ${wished} to ${wished + 9} are all taken; choose another.`);
}
