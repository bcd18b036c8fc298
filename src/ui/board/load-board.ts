import { prepareBoard } from '../../state/prepare-board.ts';
import Board from './Board.svelte';

/** The board, and what it shows first. */
export async function loadBoard(): Promise<{ default: typeof Board }> {
  await prepareBoard();
  return { default: Board };
}
