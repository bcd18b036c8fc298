import fc from 'fast-check';
import { deflateSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { buildSeries } from '../../../src/domain/build-series.ts';
import { dayOf } from '../../../src/domain/calendar.ts';
import { metricSeries } from '../../../src/domain/metric-series.ts';
import { emptyWorkspace } from '../../../src/domain/workspace.ts';
import { encodeBase62, numberToBase62 } from '../../../src/publish/base62.ts';
import { crc32 } from '../../../src/publish/crc32.ts';
import { isBoardLink } from '../../../src/publish/is-board-link.ts';
import { linkMeter, openLink, packBoard } from '../../../src/publish/link.ts';
import { dataset, meta, workspace } from '../storage/sample.ts';
import { usualBoard } from './board-sample.ts';

/** The board of sample.ts as a link of the version before. */
const MADE_BEFORE_LOCKS =
  '#k1.IKj8Y252TbEUxTzdRqvoywAzFS85MLskPSBWsdX0gpwPcW6tkmMO2YTFNpABuY79xTbQ7KfcH9t9LXHcUA09G2uHo62Kv2CwX6VVbtF9rPlf4hBhYg06oGubb4KICq50Jcx4IyVGbU7PtmmKhD9BJBmdNLz1xKLBzPoxfAXe9B7r7aWrU3TjPZ7DiSAp0Z4rKETSQEn8HC7RVPXuhSWvlYhOh6YJ3VClfiWi1fIlIQEe6jelyXnS3PiJPvaussvVHDkHKiyoFDgJRo7RHNUwrzZToHC2HUgXfbCfI2o38qCqSwSk5hBVRFYwDcQAGmSwIPHAeG98Qj3TQ7W612ywGwJsC8jUacYhscgLrpMbCFEOqwZSb07C8r2z6NtGmds2NNHygquBTb0SVYtPgjMGXDVGB8dWVocHl4teyuPbdfmWtghMPREsyK67IYB1nAWwzGPxjc8cLuoaRtxaM8HftQVl52mP4mJ15BSO4Z2bQfK.1kSQWu';

const options = { savedAt: meta.savedAt };

function opened(fragment: string) {
  const result = openLink(fragment);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

/** A fragment whose checksum is right whatever stands in it. */
function forged(content: string | Uint8Array): string {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const body = encodeBase62(deflateSync(bytes, { level: 9 }));
  return `#k1.${body}.${numberToBase62(crc32(new TextEncoder().encode(`#k1.${body}`)), 6)}`;
}

describe('a board in a link', () => {
  it('opens with everything that was said on it', () => {
    const { workspace: copy, savedAt, revision } = opened(packBoard(workspace, [dataset], options));
    expect({ savedAt, revision }).toEqual({ savedAt: meta.savedAt, revision: 0 });
    const [keyResult] = workspace.keyResults;
    expect(copy).toEqual({
      ...workspace,
      metrics: [{ ...workspace.metrics[0]!, filters: [] }],
      keyResults: [{ ...keyResult, objectiveId: 'o2' }],
    });
  });

  it('keeps the day at which limits are locked', () => {
    const board = { ...workspace, keyResults: workspace.keyResults.map((one) => ({ ...one, limitsLockedOn: dayOf(2026, 8, 10) })) };
    expect(opened(packBoard(board, [dataset], options)).workspace.keyResults[0]!.limitsLockedOn).toBe(dayOf(2026, 8, 10));
  });

  it('opens though it was made before limits could be locked', () => {
    expect(opened(MADE_BEFORE_LOCKS)).toEqual(opened(packBoard(workspace, [dataset], options)));
  });

  it('carries the figures that the key results use, aggregated, and their cells', () => {
    const { workspace: copy, datasets } = opened(packBoard(workspace, [dataset], options));
    expect(buildSeries(datasets[0]!, copy.metrics[0]!)).toEqual(buildSeries(dataset, workspace.metrics[0]!));
    expect(datasets[0]!.source.file).toBe('月报.csv');
  });

  it('keeps each figure with the file that it came from', () => {
    const july = { ...dataset, id: 's2', source: { ...dataset.source, file: '七月.csv' } };
    const [column] = dataset.columns;
    const newer = {
      ...july,
      columns: [{ ...column!, name: '销售', values: Float64Array.of(NaN, 2, NaN), codes: [Int32Array.of(0, 0, 0)] }],
    };
    const metric = {
      ...workspace.metrics[0]!,
      datasetId: 's2',
      column: '销售',
      also: [{ datasetId: 's1', column: '销售额', role: 'actual' as const }],
    };
    const board = { ...workspace, sources: [...workspace.sources, { id: 's2', info: newer.source }], metrics: [metric] };
    const copy = opened(packBoard(board, [dataset, newer], options));
    const series = metricSeries(copy.workspace.metrics[0]!, (id) => copy.datasets.find((one) => one.id === id));
    const fileOf = (id: string) => copy.workspace.sources.find((source) => source.id === id)?.info.file;
    expect(series.ok && series.value.points.map(({ value, cells }) => [value, fileOf(cells[0]!.dataset)])).toEqual([
      [1.5, '月报.csv'],
      [2, '七月.csv'],
    ]);
  });

  it('leaves out what no key result uses: other departments, other KPIs, other files', () => {
    const unlinked = { ...workspace, keyResults: workspace.keyResults.map((keyResult) => ({ ...keyResult, link: null })) };
    expect(opened(packBoard(unlinked, [dataset], options))).toMatchObject({ workspace: { sources: [], metrics: [] }, datasets: [] });
    expect(opened(packBoard(workspace, [dataset], options)).datasets[0]!.columns[0]!.values).toEqual(Float64Array.of(1.5));
  });

  it('leaves out names, notes and scenarios where the sender says so', () => {
    const copy = JSON.stringify(opened(packBoard(workspace, [dataset], { ...options, owners: false, notes: false, scenarios: false })));
    for (const secret of ['王芳', 'Ann', '李', 'steady', 'faster']) expect(copy).not.toContain(secret);
    expect(JSON.stringify(opened(packBoard(workspace, [dataset], options)))).toContain('steady');
  });

  it('may be empty', () => {
    expect(opened(packBoard(emptyWorkspace, [], options)).workspace).toEqual(emptyWorkspace);
  });

  it('of 5 objectives and 20 key results with a year of figures passes a chat', () => {
    const { workspace: board, datasets } = usualBoard(
      (keyResult, month) => 100 + keyResult + Math.round(month * 8.3 + ((month * 37) % 11)),
    );
    const link = packBoard(board, datasets, options);
    expect(link).toMatch(/^#k1\.[0-9A-Za-z]+\.[0-9A-Za-z]{6}$/);
    expect(link.length).toBeLessThanOrEqual(2_500);
    const copy = opened(link);
    for (const [index, metric] of board.metrics.entries()) {
      expect(buildSeries(copy.datasets[0]!, copy.workspace.metrics[index]!)).toEqual(buildSeries(datasets[0]!, metric));
    }
  });

  it('keeps short decimals exactly and any other figure to nine digits', () => {
    const figures = fc.array(
      fc.oneof(
        fc.integer({ min: -1e9, max: 1e9 }).map((n) => n / 1000),
        fc.double({ noNaN: true, min: -1e6, max: 1e6 }),
      ),
      {
        minLength: 12,
        maxLength: 12,
      },
    );
    fc.assert(
      fc.property(figures, (values) => {
        const { workspace: board, datasets } = usualBoard((_keyResult, month) => values[month]!);
        const copy = opened(packBoard(board, datasets, options)).datasets[0]!.columns[0]!.values;
        const largest = Math.max(...values.map(Math.abs));
        return copy.length === 12 && copy.every((value, month) => Math.abs(value - values[month]!) <= largest * 1e-8);
      }),
      { numRuns: 40 },
    );
    const { workspace: board, datasets } = usualBoard((keyResult, month) => (keyResult * 7919 + month * 104729) / 100);
    expect(opened(packBoard(board, datasets, options)).datasets[0]!.columns[3]!.values).toEqual(datasets[0]!.columns[3]!.values);
  });

  it('keeps any title that a person may write', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (title) => {
        return opened(packBoard({ ...workspace, title }, [], options)).workspace.title === title;
      }),
      { numRuns: 50 },
    );
  });
});

describe('a link that is not whole', () => {
  const link = packBoard(workspace, [dataset], options);

  it('is refused wherever it was cut off', () => {
    for (let length = 0; length < link.length; length++) {
      expect(openLink(link.slice(0, length)), `cut at ${length}`).toEqual({ ok: false, error: { code: 'truncated-link' } });
    }
  });

  it('is refused whichever character was changed, dropped or added', () => {
    for (let at = 0; at < link.length; at++) {
      const other = link[at] === 'a' ? 'b' : 'a';
      expect(openLink(link.slice(0, at) + other + link.slice(at + 1)).ok, `changed at ${at}`).toBe(false);
      expect(openLink(link.slice(0, at) + link.slice(at + 1)).ok, `dropped at ${at}`).toBe(false);
    }
    for (const added of ['.', 'x', '%20', '。', '.x'])
      expect(openLink(link + added)).toEqual({ ok: false, error: { code: 'damaged-link' } });
  });

  it('is told apart from a newer format and from an ordinary place on the page', () => {
    expect(openLink('#k2.abc.000000')).toEqual({ ok: false, error: { code: 'newer-version', detail: '2' } });
    expect(isBoardLink(link) && isBoardLink('#k2.abc') && isBoardLink('#k1')).toBe(true);
    expect(isBoardLink('#/board') || isBoardLink('') || isBoardLink('#kpis')).toBe(false);
  });
});

describe('a hostile link', () => {
  const quickly = (fragment: string) => {
    const begin = performance.now();
    const result = openLink(fragment);
    expect(performance.now() - begin).toBeLessThan(500);
    return result.ok ? 'opened' : result.error.code;
  };

  it('that would unfold to hundreds of megabytes stops early', () => {
    expect(quickly(forged(new Uint8Array(30_000_000)))).toBe('too-large');
  });

  it('whose runs would grow into millions of figures is refused', () => {
    const head = [0, 0, null, 2, 0, 1, 0];
    const bomb = Array.from({ length: 500 }, () => [head, 1, [1, 1e12], 0, [1], [1, 1e12], [1, 1e12]]);
    expect(quickly(forged(JSON.stringify([1, '', [0, [], [], [], null, [], [], []], [[1, bomb]], ['x']])))).toBe('invalid');
  });

  it('longer than any link is not even read', () => {
    expect(quickly(`#k1.${'a'.repeat(64_000)}.000000`)).toBe('too-large');
  });

  it('with a right checksum and anything at all inside never opens as a board and never throws', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), fc.jsonValue(), fc.array(fc.jsonValue()), (board, data, strings) => {
        const codes = [JSON.stringify(board), JSON.stringify([1, '', board, data, strings])].map((content) => quickly(forged(content)));
        return !codes.includes('opened');
      }),
    );
    expect(quickly(forged('not json'))).toBe('damaged-link');
    expect(quickly(forged(Uint8Array.of(0xff, 0xfe)))).toBe('damaged-link');
  });
});

it.each([
  [2_000, 'good'],
  [2_001, 'may-break'],
  [4_000, 'may-break'],
  [4_001, 'too-long'],
  [63_500, 'too-long'],
  [63_501, 'no-link'],
] as const)('a link of %i characters is %s', (length, meter) => {
  expect(linkMeter(length)).toBe(meter);
});
