/** All that archives need: fetched when one comes. */
export { unzip } from './zip.ts';
export { readXlsx } from './read-xlsx.ts';
export { storedZip } from './stored-zip.ts';
