import { access, readFile } from 'node:fs/promises';
import path from 'node:path';
import { isoOf, type EpochDay } from '../domain/calendar.ts';
import type { Workspace } from '../domain/workspace.ts';
import { messages as en } from '../messages/en.ts';
import type { Locale } from '../messages/locale.ts';
import { messages as zhCN } from '../messages/zh-CN.ts';
import { messages as zhTW } from '../messages/zh-TW.ts';
import { sharedBoard } from '../publish/shared-board.ts';
import { singleFile } from '../publish/single-file.ts';
import { viewerData } from '../publish/viewer-data.ts';
import { encodeDocument } from '../storage/encode.ts';
import { print, refuse } from './answer.ts';
import { boardOf } from './assess-workspace.ts';
import { exitStatus } from './fail-on.ts';
import { mayReplace, publishFolder } from './own-folder.ts';
import { mayReplaceBoard, writeBoard } from './own-file.ts';
import { HELP, readOptions, type Options } from './publish-options.ts';
import { publishedPage } from './published-page.ts';
import { readWorkspace, today, type ReadBoard } from './read-workspace.ts';

/** The built page. */
const PAGE = path.resolve(import.meta.dirname, '../../dist');

/** The language that a board is written in: words of Chinese in a title make it Chinese. */
const languageOf = ({ title, objectives }: Workspace): Locale =>
  [title, ...objectives.map((objective) => objective.title)].some((text) => /\p{Script=Han}/u.test(text)) ? 'zh-CN' : 'en';

/** Why nothing is published: exit status of what was said. Null where all can be written. */
async function refusal({ out, singleFile: file }: Options): Promise<number | null> {
  try {
    await access(path.join(PAGE, 'index.html'));
  } catch {
    return refuse('not-built', 'The page is not built yet: run `npm run build` first.', { file: PAGE });
  }
  if (out !== null && !(await mayReplace(out))) {
    return refuse('not-own-folder', 'This folder has other things in it: name a new one, or one that was published before.', { file: out });
  }
  if (file !== null && !(await mayReplaceBoard(file))) {
    return refuse('not-own-file', 'This file is something else: name a new one, or a board that was published before.', { file });
  }
  return null;
}

/** Writes what was asked for; gives the size of the board in bytes. */
async function write({ out, singleFile: file, locale }: Options, { workspace, datasets }: ReadBoard, asOf: EpochDay): Promise<number> {
  const messages = { en, 'zh-CN': zhCN, 'zh-TW': zhTW };
  const board = viewerData(workspace, datasets, asOf, messages, locale ?? languageOf(workspace));
  const json = JSON.stringify(encodeDocument(workspace, datasets, { revision: 0, savedAt: `${isoOf(asOf)}T00:00:00.000Z` }));
  const built = (name: string) => readFile(path.join(PAGE, name), 'utf8');
  if (out !== null) {
    await publishFolder(out, PAGE, { 'workspace.json': json, 'index.html': publishedPage(await built('index.html'), board) });
  }
  if (file !== null) await writeBoard(file, singleFile(await built('viewer.html'), board));
  return Buffer.byteLength(json);
}

async function publish(options: Options): Promise<number> {
  const { workspace: file, data, out, asOf: asked, figures, parts, failOn } = options;
  const read = await readWorkspace(file, data);
  if (!read.ok) return read.error;
  const refused = await refusal(options);
  if (refused !== null) return refused;
  const { workspace, datasets } = read.value;
  const asOf = asked ?? today();
  const bytes = await write(
    options,
    figures === 'everything' ? read.value : sharedBoard(workspace, datasets, asOf, { figures, ...parts }),
    asOf,
  );
  const { keyResults } = boardOf(workspace, datasets, asOf);
  const published = keyResults.map(({ id, title, status, verdict, sentence }) => ({ id, title, status, verdict, sentence }));
  const places = {
    ...(out === null ? {} : { out: path.resolve(out) }),
    ...(options.singleFile === null ? {} : { singleFile: path.resolve(options.singleFile) }),
  };
  print({ leeway: 1, asOf: isoOf(asOf), ...places, bytes, keyResults: published });
  return exitStatus(
    failOn,
    keyResults.map(({ status }) => status),
  );
}

/** `leeway publish`: a folder for a static host, one HTML file, or both. */
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
