import type { ImportError } from '../domain/errors.ts';
import type { Recipe } from '../domain/recipe.ts';
import { ok, type Result } from '../domain/result.ts';
import { readFile, type ReadOptions } from '../import/import-client.ts';
import type { ImportProposal } from '../import/protocol.ts';
import { findCorrections, NO_CORRECTIONS, plainTables, type Corrections, type PlainTable } from '../import/recipes.ts';

/** A file as a person brought it. */
export interface PickedFile {
  readonly file: Blob;
  readonly name: string;
  /** Where the browser lets the page read the file again later. */
  readonly handle?: FileSystemFileHandle;
  /** Path beside the page that it was fetched from. */
  readonly path?: string;
  readonly pasted?: boolean;
}

/** A file that was read. */
export interface Reading {
  readonly proposal: ImportProposal;
  /** Its tables as they are read with no correction. */
  readonly plain: readonly PlainTable[];
  readonly corrections: Corrections;
}

const isEmpty = (record: object) => Object.keys(record).length === 0;

/**
 * Reads a file as the last one with the same headers was read. What was corrected then is corrected again; where that fails, the guesses
 * stand, and a file that cannot be read by guessing is read as the last one of its name.
 */
export async function readAsBefore(
  { file, name }: PickedFile,
  recipes: readonly Recipe[],
  options: Omit<ReadOptions, 'choices'>,
): Promise<Result<Reading, ImportError>> {
  const first = await readFile(file, name, { ...options, choices: {} });
  if (!first.ok) {
    const own = recipes.findLast((recipe) => recipe.file === name && !isEmpty(recipe.choices));
    if (!own || first.error.code === 'cancelled') return first;
    const again = await readFile(file, name, { ...options, choices: own.choices });
    return again.ok ? ok({ proposal: again.value, plain: own.tables, corrections: { ...NO_CORRECTIONS, ...own } }) : first;
  }
  const plain = plainTables(first.value);
  const corrections = findCorrections(recipes, name, plain) ?? NO_CORRECTIONS;
  const guessed = ok({ proposal: first.value, plain, corrections: { ...corrections, choices: {} } });
  if (isEmpty(corrections.choices)) return guessed;
  const again = await readFile(file, name, { ...options, choices: corrections.choices });
  if (again.ok) return ok({ proposal: again.value, plain, corrections });
  return again.error.code === 'cancelled' ? again : guessed;
}
