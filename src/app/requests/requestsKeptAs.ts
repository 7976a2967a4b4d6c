/** Where the browser keeps the requests that were made in it. */
export const REQUESTS_KEPT_AS = 'beeline.uploadRequests';
