import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { parseIso, type EpochDay } from '../domain/calendar.ts';
import { parseDocument } from '../storage/decode.ts';
import { readDataFiles } from './assess-data.ts';
import { assessLines } from './assess-jsonl.ts';
import { boardOf } from './assess-workspace.ts';

const HELP = `leeway assess WORKSPACE.json [--data FILE …] [--as-of 2026-08-28] [--fail-on STATUS]
leeway assess --jsonl

Prints how the key results of a workspace stand, as JSON.

  --data FILE       reads this data file again, its columns matched by name; may be given several times
  --as-of DATE      as known on this day (default: today, UTC)
  --fail-on STATUS  exit status 3 if a key result is off-track (or at-risk: that or worse)
  --jsonl           one key result a line on standard input, one assessment a line on standard output

Exit status: 0 done, 1 wrong usage, 2 the input (with --jsonl: a line of it) was refused, 3 see --fail-on.
`;

const FAIL_ON = ['off-track', 'at-risk'] as const;
type FailOn = (typeof FAIL_ON)[number];

interface Options {
  readonly jsonl: boolean;
  readonly workspace: string | null;
  readonly data: readonly string[];
  readonly asOf: EpochDay | null;
  readonly failOn: FailOn | null;
}

function readOptions(args: string[]): Options | 'help' | null {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        jsonl: { type: 'boolean' },
        data: { type: 'string', multiple: true },
        'as-of': { type: 'string' },
        'fail-on': { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    if (values.help) return 'help';
    const jsonl = values.jsonl ?? false;
    const asOf = values['as-of'] === undefined ? null : parseIso(values['as-of']);
    const failOn = FAIL_ON.find((status) => status === values['fail-on']) ?? null;
    const wrong =
      positionals.length !== (jsonl ? 0 : 1) ||
      (values['as-of'] !== undefined && asOf === null) ||
      (values['fail-on'] !== undefined && failOn === null);
    return wrong ? null : { jsonl, workspace: positionals[0] ?? null, data: values.data ?? [], asOf, failOn };
  } catch {
    return null;
  }
}

const print = (value: unknown) => process.stdout.write(`${JSON.stringify(value)}\n`);

function refuse(code: string, message: string, where: object): number {
  print({ error: { code, message, where } });
  return 2;
}

async function runLines(): Promise<number> {
  const { output, refused } = assessLines(await text(process.stdin));
  process.stdout.write(output);
  return refused ? 2 : 0;
}

async function runWorkspace(path: string, options: Options): Promise<number> {
  let content: string;
  try {
    content = await readFile(path, 'utf8');
  } catch (thrown) {
    process.stderr.write(`leeway: cannot read ${path}: ${thrown instanceof Error ? thrown.message : String(thrown)}\n`);
    return 1;
  }
  const document = parseDocument(content);
  if (!document.ok) {
    const { code, path: field } = document.error;
    return refuse(code, 'This is not a workspace that can be read.', { file: path, ...(field === undefined ? {} : { path: field }) });
  }
  const today = Math.floor(Date.now() / 86_400_000);
  const asOf = options.asOf ?? today;
  const data = await readDataFiles(document.value, options.data, today);
  if (!data.ok) return refuse(data.error.code, data.error.message, data.error.where);
  const board = boardOf(document.value.workspace, data.value, asOf);
  print(board);
  const bad: readonly string[] = options.failOn === 'at-risk' ? ['off-track', 'missed', 'at-risk'] : ['off-track', 'missed'];
  return options.failOn && board.keyResults.some(({ status }) => bad.includes(status)) ? 3 : 0;
}

/** `leeway assess`: a workspace, or one key result a line. */
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
  return options.workspace === null ? runLines() : runWorkspace(options.workspace, options);
}
