import { access } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { isoOf, parseIso, type EpochDay } from '../domain/calendar.ts';
import { SHARED_FIGURES, sharedBoard, type ShareChoice, type SharedFigures } from '../publish/shared-board.ts';
import { encodeDocument } from '../storage/encode.ts';
import { print, refuse } from './answer.ts';
import { boardOf } from './assess-workspace.ts';
import { exitStatus, failOnOf, type FailOn } from './fail-on.ts';
import { mayReplace, publishFolder } from './own-folder.ts';
import { readWorkspace, today } from './read-workspace.ts';

const HELP = `leeway publish WORKSPACE.json [--data FILE …] --out FOLDER [--as-of 2026-08-28] [--figures WHICH]
               [--no-names] [--no-notes] [--no-scenarios] [--fail-on STATUS]

Writes the built page with this board beside it (workspace.json): put the folder on any static host.

  --data FILE       reads this data file again, its columns matched by name; may be given several times
  --out FOLDER      made, or replaced whole if it was published before; any other folder is left alone
  --as-of DATE      day of the statuses that are printed and of a board without figures (default: today, UTC)
  --figures WHICH   linked (series that key results use, the default), all (every KPI), none (progress and status
                    only) or everything (the whole workspace file, with imported tables and minutes)
  --no-names        leaves out owners and approvers; --no-notes, --no-scenarios likewise
  --fail-on STATUS  exit status 3 if a key result is off-track (or at-risk: that or worse); published all the same

Exit status: 0 done, 1 wrong usage, 2 the input was refused, 3 see --fail-on.
`;

/** The built page. */
const PAGE = path.resolve(import.meta.dirname, '../../dist');

type Figures = SharedFigures | 'everything';

interface Options {
  readonly workspace: string;
  readonly data: readonly string[];
  readonly out: string;
  readonly asOf: EpochDay | null;
  readonly figures: Figures;
  readonly parts: Omit<ShareChoice, 'figures'>;
  readonly failOn: FailOn | null;
}

function readOptions(args: string[]): Options | 'help' | null {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        data: { type: 'string', multiple: true },
        out: { type: 'string' },
        'as-of': { type: 'string' },
        figures: { type: 'string' },
        'no-names': { type: 'boolean' },
        'no-notes': { type: 'boolean' },
        'no-scenarios': { type: 'boolean' },
        'fail-on': { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    if (values.help) return 'help';
    const [workspace, ...more] = positionals;
    const asOf = values['as-of'] === undefined ? null : parseIso(values['as-of']);
    const figures = ([...SHARED_FIGURES, 'everything'] as const).find((which) => which === (values.figures ?? 'linked'));
    const failOn = failOnOf(values['fail-on']);
    if (workspace === undefined || more.length || !values.out || !figures || failOn === undefined) return null;
    if (values['as-of'] !== undefined && asOf === null) return null;
    const parts = { owners: !values['no-names'], notes: !values['no-notes'], scenarios: !values['no-scenarios'] };
    // The whole file has everything: asking to leave something out of it would go unheard.
    if (figures === 'everything' && Object.values(parts).includes(false)) return null;
    return { workspace, data: values.data ?? [], out: values.out, asOf, figures, parts, failOn };
  } catch {
    return null;
  }
}

async function publish({ workspace: file, data, out, asOf: asked, figures, parts, failOn }: Options): Promise<number> {
  const read = await readWorkspace(file, data);
  if (!read.ok) return read.error;
  const { workspace, datasets } = read.value;
  try {
    await access(path.join(PAGE, 'index.html'));
  } catch {
    return refuse('not-built', 'The page is not built yet: run `npm run build` first.', { file: PAGE });
  }
  if (!(await mayReplace(out))) {
    return refuse('not-own-folder', 'This folder has other things in it: name a new one, or one that was published before.', { file: out });
  }
  const asOf = asked ?? today();
  const board = figures === 'everything' ? { workspace, datasets } : sharedBoard(workspace, datasets, asOf, { figures, ...parts });
  const meta = { revision: 0, savedAt: `${isoOf(asOf)}T00:00:00.000Z` };
  const json = JSON.stringify(encodeDocument(board.workspace, board.datasets, meta));
  await publishFolder(out, PAGE, { 'workspace.json': json });
  const { keyResults } = boardOf(workspace, datasets, asOf);
  const published = keyResults.map(({ id, title, status, verdict, sentence }) => ({ id, title, status, verdict, sentence }));
  print({ leeway: 1, asOf: isoOf(asOf), out: path.resolve(out), bytes: Buffer.byteLength(json), keyResults: published });
  return exitStatus(
    failOn,
    keyResults.map(({ status }) => status),
  );
}

/** `leeway publish`: a folder for a static host. */
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
  return publish(options);
}
