import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf } from '../../../src/domain/calendar.ts';
import type { LoadError } from '../../../src/domain/errors.ts';
import { emptyWorkspace, type Workspace } from '../../../src/domain/workspace.ts';
import { decodeDocument, parseDocument } from '../../../src/storage/decode.ts';
import { encodeDocument } from '../../../src/storage/encode.ts';
import { dataset, meta, workspace } from './sample.ts';

const written = () => JSON.stringify(encodeDocument(workspace, [dataset], meta));
const withWorkspace = (change: Partial<Workspace>) => decodeDocument(encodeDocument({ ...workspace, ...change }, [dataset], meta));

function refusal(result: ReturnType<typeof decodeDocument>): LoadError {
  if (result.ok) throw new Error('was accepted');
  return result.error;
}

describe('a document that was written', () => {
  it('reads back the same from text, empty cells included', () => {
    expect(parseDocument(written())).toEqual({ ok: true, value: { ...meta, workspace, datasets: [dataset] } });
  });

  it('reads back the same from a store that keeps typed arrays', () => {
    const cloned = structuredClone({ ...encodeDocument(workspace, [], meta), datasets: [dataset] });
    expect(decodeDocument(cloned)).toEqual({ ok: true, value: { ...meta, workspace, datasets: [dataset] } });
  });

  it('keeps the day at which limits are locked, and does without in documents that know none', () => {
    const [keyResult] = workspace.keyResults;
    const locked = { ...keyResult!, limitsLockedOn: dayOf(2026, 8, 10) };
    expect(withWorkspace({ keyResults: [locked] })).toMatchObject({ ok: true, value: { workspace: { keyResults: [locked] } } });
    expect(refusal(withWorkspace({ keyResults: [{ ...locked, limitsLockedOn: 0.5 }] })).path).toBe('workspace.keyResults.0.limitsLockedOn');
  });

  it('may begin with a byte order mark, and may lack what a person writing it by hand leaves out', () => {
    const text = '\uFEFF' + JSON.stringify({ schemaVersion: 1, workspace: emptyWorkspace });
    expect(parseDocument(text)).toEqual({ ok: true, value: { revision: 0, savedAt: '', workspace: emptyWorkspace, datasets: [] } });
  });
});

describe('what is refused', () => {
  it.each(['', '{', 'title,value\n1,2', written().slice(0, -1)])('text that is not JSON: %#', (text) => {
    expect(parseDocument(text)).toEqual({ ok: false, error: { code: 'not-json' } });
  });

  it.each([null, 3, 'x', [], {}, { schemaVersion: 1 }, { schemaVersion: 1, workspace: [] }, { workspace: emptyWorkspace }])(
    'JSON that is no workspace: %j',
    (value) => {
      expect(refusal(decodeDocument(value)).code).toBe('not-a-workspace');
    },
  );

  it('a document of a newer Leeway, whatever is in it', () => {
    expect(refusal(decodeDocument({ schemaVersion: 99, workspace: { unheard: 'of' } }))).toEqual({ code: 'newer-version', detail: '99' });
  });

  it('a number that is not one, and says where', () => {
    const text = written().replace('"baseline":10000', '"baseline":1e999');
    expect(refusal(parseDocument(text))).toEqual({ code: 'invalid', path: 'workspace.keyResults.0.goal.baseline' });
  });

  it('more entries than any board has', () => {
    const many = Array.from({ length: 5_001 }, (_, index) => ({ ...workspace.objectives[0]!, id: `x${index}` }));
    expect(refusal(withWorkspace({ objectives: many, keyResults: [] })).code).toBe('invalid');
  });

  it('a title longer than any title', () => {
    expect(refusal(withWorkspace({ title: 'x'.repeat(1_000_001) }))).toEqual({ code: 'invalid', path: 'workspace.title' });
  });

  it('a column whose parts are of different length, or whose codes point nowhere', () => {
    const column = dataset.columns[0]!;
    for (const change of [{ rows: Int32Array.of(1) }, { codes: [Int32Array.of(0, 1, 2)] }, { codes: [] }, { days: [0.5, 1, 2] }]) {
      const document = encodeDocument(workspace, [], meta);
      const value = { ...document, datasets: [{ ...dataset, columns: [{ ...column, ...change }] }] };
      expect(refusal(decodeDocument(value)).code).toBe('invalid');
    }
  });

  it('JSON nested a hundred thousand deep', () => {
    const deep = '['.repeat(100_000) + ']'.repeat(100_000);
    expect(parseDocument(`{"schemaVersion":1,"workspace":{"title":${deep}}}`).ok).toBe(false);
  });
});

describe('references', () => {
  const [company, team] = workspace.objectives;
  it.each([
    ['activeCycleId', { activeCycleId: 'gone' }],
    ['metrics.0.datasetId', { metrics: [{ ...workspace.metrics[0]!, datasetId: 'gone' }] }],
    [
      'metrics.also.0.datasetId',
      { metrics: [{ ...workspace.metrics[0]!, also: [{ datasetId: 'gone', column: '销售额', role: 'actual' as const }] }] },
    ],
    ['objectives.1.cycleId', { objectives: [company!, { ...team!, cycleId: 'gone' }] }],
    ['objectives.1.parentId', { objectives: [company!, { ...team!, parentId: 'gone' }] }],
    ['keyResults.0.objectiveId', { keyResults: [{ ...workspace.keyResults[0]!, objectiveId: 'gone' }] }],
    ['keyResults.0.link.metricId', { metrics: [] }],
    ['datasets.0.id', { sources: [], metrics: [], keyResults: [] }],
    ['objectives', { objectives: [{ ...company!, parentId: 'o2' }, team!] }],
    ['objectives', { objectives: [{ ...company!, parentId: 'o1' }, team!] }],
    ['cycles', { cycles: [...workspace.cycles, ...workspace.cycles] }],
  ] satisfies [string, Partial<Workspace>][])('that lead nowhere, loop or are doubled are named: %s', (path, change) => {
    expect(refusal(withWorkspace(change))).toMatchObject({ code: 'broken-reference', path });
  });

  it('of a chain of thousands of objectives are followed in no time', () => {
    const chain = Array.from({ length: 5_000 }, (_, n) => ({ ...company!, id: `p${n}`, parentId: n < 4_999 ? `p${n + 1}` : null }));
    const begin = performance.now();
    expect(withWorkspace({ objectives: chain, keyResults: [] }).ok).toBe(true);
    expect(performance.now() - begin).toBeLessThan(1_000);
  });
});

describe('hostile input', () => {
  it('cannot reach a prototype', () => {
    const text = written().replaceAll('"title":', '"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"title":');
    const loaded = parseDocument(text);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
    expect(loaded).toEqual({ ok: true, value: { ...meta, workspace, datasets: [dataset] } });
    if (loaded.ok) expect(Object.getPrototypeOf(loaded.value.workspace.keyResults[0])).toBe(Object.prototype);
  });

  it('is answered, never thrown at: any JSON at all in place of any part', () => {
    const pristine = encodeDocument(workspace, [dataset], meta);
    const spots = Object.keys(workspace) as (keyof Workspace)[];
    fc.assert(
      fc.property(fc.constantFrom(...spots), fc.jsonValue({ maxDepth: 4 }), (spot, junk) => {
        const result = decodeDocument({ ...pristine, workspace: { ...workspace, [spot]: junk } });
        return result.ok ? Object.keys(result.value.workspace).length === spots.length : result.error.code !== 'not-json';
      }),
    );
  });
});
