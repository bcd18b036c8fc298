import { parseArgs } from 'node:util';
import { parseIso, type EpochDay } from '../domain/calendar.ts';
import { LOCALES, type Locale } from '../messages/locale.ts';
import { SHARED_FIGURES, type ShareChoice, type SharedFigures } from '../publish/shared-board.ts';
import { failOnOf, type FailOn } from './fail-on.ts';

export const HELP = `leeway publish WORKSPACE.json [--data FILE …] [--out FOLDER] [--single-file FILE.html] [--locale zh-CN]
               [--as-of 2026-08-28] [--figures WHICH] [--no-names] [--no-notes] [--no-scenarios] [--fail-on STATUS]

Writes the built page with this board beside it (workspace.json), for any static host; or the board as one HTML file that
opens anywhere, for mail and chat; or both.

  --data FILE       reads this data file again, its columns matched by name; may be given several times
  --out FOLDER      made, or replaced whole if it was published before; any other folder is left alone
  --single-file FILE
                    made, or replaced if it is such a board; any other file is left alone
  --locale LOCALE   language of the one file and of previews: en, zh-CN or zh-TW (default: zh-CN for a Chinese board);
                    whoever opens the board can choose another
  --as-of DATE      day of the statuses that are printed, of the one file and of a board without figures
                    (default: today, UTC)
  --figures WHICH   linked (series that key results use, the default), all (every KPI), none (progress and status
                    only) or everything (the whole workspace file, with imported tables and minutes)
  --no-names        leaves out owners and approvers; --no-notes, --no-scenarios likewise
  --fail-on STATUS  exit status 3 if a key result is off-track (or at-risk: that or worse); published all the same

Exit status: 0 done, 1 wrong usage, 2 the input was refused, 3 see --fail-on.
`;

type Figures = SharedFigures | 'everything';

export interface Options {
  readonly workspace: string;
  readonly data: readonly string[];
  /** Folder for a host, and file to send: at least one of them. */
  readonly out: string | null;
  readonly singleFile: string | null;
  /** null: as the board is written. */
  readonly locale: Locale | null;
  readonly asOf: EpochDay | null;
  readonly figures: Figures;
  readonly parts: Omit<ShareChoice, 'figures'>;
  readonly failOn: FailOn | null;
}

/** Reads the options of the command; null where they make no sense. */
export function readOptions(args: string[]): Options | 'help' | null {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        data: { type: 'string', multiple: true },
        out: { type: 'string' },
        'single-file': { type: 'string' },
        locale: { type: 'string' },
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
    const locale = values.locale === undefined ? null : LOCALES.find((known) => known === values.locale);
    const [out, singleFile] = [values.out || null, values['single-file'] || null];
    if (workspace === undefined || more.length || !(out ?? singleFile) || !figures || failOn === undefined || locale === undefined)
      return null;
    if (values['as-of'] !== undefined && asOf === null) return null;
    const parts = { owners: !values['no-names'], notes: !values['no-notes'], scenarios: !values['no-scenarios'] };
    // The whole file has everything: asking to leave something out of it would go unheard.
    if (figures === 'everything' && Object.values(parts).includes(false)) return null;
    return { workspace, data: values.data ?? [], out, singleFile, locale, asOf, figures, parts, failOn };
  } catch {
    return null;
  }
}
