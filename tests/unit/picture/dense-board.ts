import { LEVELS } from '../../../src/domain/objective.ts';
import type { Workspace } from '../../../src/domain/workspace.ts';
import { boardOf, type Board } from '../../bench/board.ts';

/** Titles as people write them who do not think of pictures: long, without spaces, with signs that mean something to a program. */
export const LONG = [
  '在不增加编制的前提下，把华东与华南两个大区所有直营门店的月度净新增付费客户数从每月四百二十家稳定提升到每月一千家以上（含加盟转直营）',
  'Raise <b>first-contact resolution</b> & "net promoter score" across every support channel, including the ones that nobody has ever measured',
  'https://intranet.example.com/okr/2026/q3/a-very-long-address-without-any-space-in-it?team=growth&view=all#section',
  '新签',
  '客户成功—續約率≥92%、退貨率≤3%（與去年同期相比）',
];
const long = (i: number) => `${LONG[i % LONG.length]!} ${i}`;

/** A board of three levels with long titles and owners, and alignments across the tree with long notes. */
export function denseBoard(objectives: number, keyResults: number): Board {
  const board = boardOf({ objectives, keyResults, grain: 'week', points: 60, since: 26 });
  const { workspace } = board;
  const departments = Math.ceil((objectives - 1) / 6);
  const idOf = (i: number) => workspace.objectives[i]!.id;
  const shaped: Workspace = {
    ...workspace,
    title: '云舟科技（集团）股份有限公司 & <Partners>',
    objectives: workspace.objectives.map((objective, i) => ({
      ...objective,
      title: long(i),
      owner: i % 2 ? '客户成功与售后服务中心 · 欧阳修远' : 'Alexandra Featherstonehaugh-Williamson',
      level: LEVELS[i === 0 ? 0 : i <= departments ? 1 : 2]!,
      parentId: i === 0 ? null : idOf(i <= departments ? 0 : 1 + (i % departments)),
      ...(i && i < 4 ? { alignedWith: [{ objectiveId: idOf(departments + i + 1), note: long(i - 1) }] } : {}),
    })),
    keyResults: workspace.keyResults.map((keyResult, i) => ({ ...keyResult, title: long(i) })),
  };
  return { ...board, workspace: shaped };
}
