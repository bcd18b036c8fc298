import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import type { ImportError } from '../domain/errors.ts';
import { errorMessage } from './import-messages.ts';
import { inspection } from './inspection.ts';
import { readGuarded } from './read-guarded.ts';

const HELP = `leeway inspect FILE [--sheet NAME] [--locale zh-CN] [--rows]

Prints what the importer understood of a spreadsheet (CSV, TSV, XLSX, XLS, XLSB, ODS or HTML) as JSON.

  --sheet NAME    only this sheet; may be given several times
  --locale TAG    settles ties between encodings (default en)
  --rows          only { "rows": […] }: the first table as text, nothing converted

Exit status: 0 read, 1 wrong usage, 2 the file was refused (the JSON then holds "error").
`;

interface Options {
  readonly path: string;
  readonly sheets: readonly string[];
  readonly locale: string;
  readonly rowsOnly: boolean;
}

function readOptions(args: string[]): Options | 'help' | null {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        sheet: { type: 'string', multiple: true },
        locale: { type: 'string' },
        rows: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    if (values.help) return 'help';
    const [path] = positionals;
    if (path === undefined || positionals.length !== 1) return null;
    return { path, sheets: values.sheet ?? [], locale: values.locale ?? 'en', rowsOnly: values.rows ?? false };
  } catch {
    return null;
  }
}

const print = (value: unknown) => process.stdout.write(`${JSON.stringify(value)}\n`);

function refuse(error: ImportError): number {
  print({
    error: {
      code: error.code,
      message: errorMessage(error),
      where: error.where,
      ...(error.detail === undefined ? {} : { detail: error.detail }),
    },
  });
  return 2;
}

/** `leeway inspect`: reads one file and prints the proposal. */
export async function run(args: string[]): Promise<number> {
  const options = readOptions(args);
  if (options === 'help') {
    process.stdout.write(HELP);
    return 0;
  }
  if (!options) {
    process.stderr.write(HELP);
    return 1;
  }
  const name = basename(options.path);
  let file: Buffer;
  try {
    file = await readFile(options.path);
  } catch (thrown) {
    process.stderr.write(`leeway: cannot read ${options.path}: ${thrown instanceof Error ? thrown.message : String(thrown)}\n`);
    return 1;
  }
  const bytes = file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength) as ArrayBuffer;
  const choices = options.sheets.length > 0 ? { sheets: options.sheets } : {};
  const result = await readGuarded({ kind: 'read', name, bytes, locale: options.locale, choices, rowsOnly: options.rowsOnly });
  if (!result.ok) return refuse(result.error);
  print(options.rowsOnly ? { rows: result.value.rows ?? [] } : inspection(result.value));
  return 0;
}
