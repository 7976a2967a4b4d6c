/** Options for uploads. */
export const uploadOptions = {
  uploadMenu: 'More ways to upload',
  uploadOptions: 'Upload options',
  optionsInUse: 'Options are used for uploads from now on',
  storageClass: 'Storage class',
  classStandard: 'Standard',
  classInfrequent: 'Infrequent access',
  classIntelligent: 'Intelligent tiering',
  classArchive: 'Archive',
  classDeepArchive: 'Deep archive',
  classStandardZones: 'Standard, several zones',
  classInfrequentZones: 'Infrequent access, several zones',
  classIntelligentZones: 'Intelligent tiering, several zones',
  atMost: (speed: string) => `at most ${speed}`,
  together: (speed: string) => `all together at most ${speed}`,
};
