import { linkMeter, openLink, packBoard } from '../../src/publish/link.ts';
import { alternate } from './alternate.ts';
import { boardOf } from './board.ts';
import { middleAndRange, summaryOf } from './summary.ts';

const ROUNDS = 9;

async function measure(objectives: number, keyResults: number): Promise<void> {
  const { workspace, dataset } = boardOf({ objectives, keyResults, grain: 'month', points: 12, since: 6 });
  const pack = () => packBoard(workspace, [dataset], { savedAt: '2026-08-28T08:00:00.000Z' });
  const link = pack();
  if (!openLink(link).ok) throw new Error('the link does not open');
  const [packing, opening] = await alternate(
    [
      { name: 'pack', run: pack },
      { name: 'open', run: () => openLink(link) },
    ],
    ROUNDS,
  );
  console.log(`  ${objectives} objectives, ${keyResults} key results, 12 months: ${link.length} characters (${linkMeter(link.length)})`);
  console.log(`    pack ${middleAndRange(summaryOf(packing!))} ms, open ${middleAndRange(summaryOf(opening!))} ms`);
}

export async function benchLink(): Promise<void> {
  console.log('Link: characters behind the #, noisy figures of two decimals, titles in English and Chinese');
  await measure(5, 20);
  await measure(5, 100);
}
