import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { parseIso, type EpochDay } from '../domain/calendar.ts';
import { print } from './answer.ts';
import { assessLines } from './assess-jsonl.ts';
import { boardOf } from './assess-workspace.ts';
import { exitStatus, failOnOf, type FailOn } from './fail-on.ts';
import { readWorkspace, today } from './read-workspace.ts';

const HELP = `leeway assess WORKSPACE.json [--data FILE …] [--as-of 2026-08-28] [--fail-on STATUS]
leeway assess --jsonl

Prints how the key results of a workspace stand, as JSON.

  --data FILE       reads this data file again, its columns matched by name; may be given several times
  --as-of DATE      as known on this day (default: today, UTC)
  --fail-on STATUS  exit status 3 if a key result is off-track (or at-risk: that or worse)
  --jsonl           one key result a line on standard input, one assessment a line on standard output

Exit status: 0 done, 1 wrong usage, 2 the input (with --jsonl: a line of it) was refused, 3 see --fail-on.
`;

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
    const failOn = failOnOf(values['fail-on']);
    const wrong = positionals.length !== (jsonl ? 0 : 1) || (values['as-of'] !== undefined && asOf === null);
    return wrong || failOn === undefined ? null : { jsonl, workspace: positionals[0] ?? null, data: values.data ?? [], asOf, failOn };
  } catch {
    return null;
  }
}

async function runLines(): Promise<number> {
  const { output, refused } = assessLines(await text(process.stdin));
  process.stdout.write(output);
  return refused ? 2 : 0;
}

async function runWorkspace(path: string, options: Options): Promise<number> {
  const read = await readWorkspace(path, options.data);
  if (!read.ok) return read.error;
  const board = boardOf(read.value.workspace, read.value.datasets, options.asOf ?? today());
  print(board);
  return exitStatus(
    options.failOn,
    board.keyResults.map(({ status }) => status),
  );
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
