import { describe, expect, it } from 'vitest';
import type { Workspace } from '../../../src/domain/workspace.ts';
import { openLink, packBoard } from '../../../src/publish/link.ts';
import { decodeDocument, parseDocument } from '../../../src/storage/decode.ts';
import { encodeDocument } from '../../../src/storage/encode.ts';
import { living } from './living.ts';
import { dataset, meta, workspace } from './sample.ts';

const decode = (board: Workspace) => decodeDocument(JSON.parse(JSON.stringify(encodeDocument(board, [dataset], meta))));
const options = { savedAt: meta.savedAt };

function opened(board: Workspace, more = {}): Workspace {
  const result = openLink(packBoard(board, [dataset], { ...options, ...more }));
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value.workspace;
}

describe('a board in mid-cycle', () => {
  it('reads back from a file as it was written', () => {
    expect(decode(living)).toEqual({ ok: true, value: { ...meta, workspace: living, datasets: [dataset] } });
  });

  it('reads a document of version 1 as it was, and writes the next version, which older pages refuse', () => {
    const old = JSON.stringify({ ...encodeDocument(workspace, [dataset], meta), schemaVersion: 1 });
    expect(parseDocument(old)).toEqual({ ok: true, value: { ...meta, workspace, datasets: [dataset] } });
    expect(encodeDocument(workspace, [], meta).schemaVersion).toBe(3);
  });

  const first = living.keyResults[0]!;
  const broken: readonly (readonly [string, Partial<Workspace>])[] = [
    ['events.0.metricId', { events: [{ ...living.events![0]!, metricId: 'gone' }] }],
    [
      'contributions.parts.0.keyResultId',
      { contributions: [{ ...living.contributions![0]!, parts: [{ keyResultId: 'gone', planned: 1 }] }] },
    ],
    [
      'objectives.alignedWith.0.objectiveId',
      { objectives: living.objectives.map((o) => ({ ...o, alignedWith: [{ objectiveId: 'gone', note: '' }] })) },
    ],
    ['scenarios.added.0.objectiveId', { scenarios: [{ ...living.scenarios[0]!, added: [{ ...first, id: 'y1', objectiveId: 'gone' }] }] }],
  ];
  it.each(broken)('is refused where %s leads nowhere', (path, change) => {
    const result = decode({ ...living, ...change });
    expect(result.ok ? null : result.error).toMatchObject({ code: 'broken-reference', path });
  });

  it.each([
    ['confidence beyond ten', { keyResults: [{ ...first, checkIns: [{ ...first.checkIns[0]!, confidence: 11 }] }] }],
    [
      'a score beyond one',
      {
        cycles: [
          {
            ...living.cycles[0]!,
            closing: { ...living.cycles[0]!.closing!, scores: [{ keyResultId: 'k1', score: 7, note: '', afterwards: 'carry' as const }] },
          },
        ],
      },
    ],
    ['an event without a size', { events: [{ ...living.events![0]!, size: { kind: 'share', by: NaN } as const }] }],
  ])('is refused with %s', (_, change) => {
    expect(decode({ ...living, ...change } as Workspace).ok).toBe(false);
  });
});

describe('a link of a board in mid-cycle', () => {
  it('carries revisions, lineage, events, scenarios, contributions and scores, but no minutes and no arguments', () => {
    const { meetings: _, proposals: __, recipes: ___, ...shared } = living;
    const copy = opened(living);
    expect(copy).not.toHaveProperty('meetings');
    expect(copy).not.toHaveProperty('proposals');
    const strip = (board: Workspace) => ({ ...board, sources: [], metrics: board.metrics.map(({ filters: __, ...metric }) => metric) });
    expect(strip(copy)).toEqual(strip(shared));
  });

  it('leaves out who said and who agreed where the sender says so', () => {
    const text = JSON.stringify(opened(living, { owners: false, notes: false }));
    for (const said of ['陈', 'Ann', '王芳', '开头太慢', '两个小组加班']) expect(text).not.toContain(said);
    expect(text).toContain('成本 −10%');
  });

  it('of the version before opens still', () => {
    expect(opened(workspace).keyResults[0]!.revisions[0]!.before).not.toHaveProperty('weight');
  });
});
