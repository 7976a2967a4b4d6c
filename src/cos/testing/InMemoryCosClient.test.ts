import { describeCosClientContract } from './cosClientContract.ts';
import { InMemoryCosClient } from './InMemoryCosClient.ts';

describeCosClientContract('in memory', () => {
  const client = new InMemoryCosClient();
  return Promise.resolve({ client, seed: (key, content) => client.seed(key, content), minimumPartBytes: 1 });
});
