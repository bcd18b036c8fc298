import { linkInFile } from '../publish/link-in-file.ts';

/** Whether a file is a board that was saved as one HTML file. */
export const isSavedBoard = async (file: Blob): Promise<boolean> => linkInFile(await file.text()) !== null;
