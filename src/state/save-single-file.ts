import type { EpochDay } from '../domain/calendar.ts';
import type { Dataset } from '../domain/dataset.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { Workspace } from '../domain/workspace.ts';
import { singleFile } from '../publish/single-file.ts';
import { viewerSteps } from '../publish/viewer-data.ts';
import { runInSlices } from '../storage/steps.ts';
import { language } from './i18n.svelte.ts';

/** Frame of the file, which lies beside the page. */
async function fetchTemplate(): Promise<string | null> {
  try {
    const response = await fetch('./viewer.html');
    return response.ok ? await response.text() : null;
  } catch {
    return null;
  }
}

/** A board, or the part of it that goes out, as one HTML file as of a day; it opens in the language of the page. */
export async function makeSingleFile(
  workspace: Workspace,
  datasets: readonly Dataset[],
  asOf: EpochDay,
): Promise<Result<string, { readonly code: 'unreachable' }>> {
  const [template, en, zhCN, zhTW] = await Promise.all([
    fetchTemplate(),
    import('../messages/en.ts'),
    import('../messages/zh-CN.ts'),
    import('../messages/zh-TW.ts'),
  ]).catch(() => [null] as const);
  if (template === null || !en) return err({ code: 'unreachable' });
  const messages = { en: en.messages, 'zh-CN': zhCN.messages, 'zh-TW': zhTW.messages };
  return ok(singleFile(template, await runInSlices(viewerSteps(workspace, datasets, asOf, messages, language.locale))));
}
