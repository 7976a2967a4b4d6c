/** Kinds of files by what their content type begins with. */
export const contentKinds = {
  'image/': 'pictures',
  'video/': 'videos',
  'audio/': 'sound',
  'application/pdf': 'PDF files',
};
