import { Ajv } from 'ajv';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { dayOf } from '../../../src/domain/calendar.ts';
import { decodeDocument, parseDocument } from '../../../src/storage/decode.ts';
import { encodeDocument } from '../../../src/storage/encode.ts';
import { workspaceFileSchema } from '../../fixtures/schema/schema.ts';
import { living } from './living.ts';
import { dataset, meta } from './sample.ts';

const published = (name: string) => readFileSync(new URL(`../../../public/${name}`, import.meta.url), 'utf8');
const isValid = new Ajv({ strict: false }).compile(JSON.parse(published('workspace.schema.json')) as object);
const stored = () => JSON.parse(JSON.stringify(encodeDocument(living, [dataset], meta))) as object;

/** A board as a small script might write it. */
const foreign = {
  leeway: 1,
  schemaVersion: 1,
  savedAt: '2026-08-28T06:00:00Z',
  workspace: {
    title: 'Written by a script',
    sources: [
      {
        id: 's1',
        info: {
          file: 'crm.csv',
          sheet: '',
          format: 'csv',
          encoding: null,
          delimiter: null,
          size: 0,
          importedOn: dayOf(2026, 8, 28),
          fingerprint: '',
          title: '',
        },
      },
    ],
    metrics: [
      {
        id: 'm1',
        name: 'New customers',
        datasetId: 's1',
        column: 'New customers',
        role: 'actual',
        denominator: null,
        filters: [],
        aggregation: 'sum',
        accrual: 'flow',
        unit: null,
        grain: 'month',
      },
    ],
    cycles: [{ id: 'c1', name: 'H2', start: dayOf(2026, 7, 1), end: dayOf(2026, 12, 31) }],
    activeCycleId: 'c1',
    objectives: [{ id: 'o1', title: 'Grow', level: 'company', owner: '', parentId: null, cycleId: 'c1', ambition: 'committed' }],
    keyResults: [
      {
        id: 'k1',
        objectiveId: 'o1',
        title: '600 new customers',
        owner: '',
        weight: 1,
        start: dayOf(2026, 7, 1),
        due: dayOf(2026, 12, 31),
        unit: null,
        goal: { kind: 'reach', baseline: 0, target: 600, stretch: null, plan: { kind: 'linear' } },
        link: { metricId: 'm1', reading: { kind: 'sum' } },
        checkIns: [],
        revisions: [],
      },
    ],
    scenarios: [],
  },
  datasets: [
    {
      id: 's1',
      source: {
        file: 'crm.csv',
        sheet: '',
        format: 'csv',
        encoding: null,
        delimiter: null,
        size: 0,
        importedOn: dayOf(2026, 8, 28),
        fingerprint: '',
        title: '',
      },
      dimensions: [],
      columns: [
        {
          name: 'New customers',
          role: 'actual',
          unit: null,
          grain: 'month',
          accrual: 'flow',
          accrualCertain: true,
          days: [dayOf(2026, 7, 1), dayOf(2026, 8, 1)],
          values: [91, null],
          rows: [1, 2],
          columns: [1, 1],
          codes: [],
        },
      ],
      issues: [],
    },
  ],
};

describe('the published schema of a workspace file', () => {
  it('is that of this version', () => {
    expect(JSON.parse(published('workspace.schema.json'))).toEqual(workspaceFileSchema());
  });

  it.each(['example-en.json', 'example-zh-CN.json', 'example-zh-TW.json'])('holds for %s', (name) => {
    expect(isValid(JSON.parse(published(name))), JSON.stringify(isValid.errors)).toBe(true);
  });

  it('lets another program write a board that opens', () => {
    expect(isValid(foreign), JSON.stringify(isValid.errors)).toBe(true);
    expect(parseDocument(JSON.stringify(foreign)).ok).toBe(true);
  });

  it('refuses what the page would refuse', () => {
    const [keyResult] = foreign.workspace.keyResults;
    const wrong = { ...foreign, workspace: { ...foreign.workspace, keyResults: [{ ...keyResult, due: '2026-12-31' }] } };
    expect([isValid(wrong), parseDocument(JSON.stringify(wrong)).ok]).toEqual([false, false]);
  });
});

/** Every place in a document, as the path that leads there. */
function placesIn(value: unknown, path: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  const entries = Array.isArray(value) ? value.map((entry, index) => [index, entry] as const) : Object.entries(value);
  return [path, ...entries.flatMap(([key, entry]) => placesIn(entry, [...path, key]))];
}

function put(document: object, path: readonly (string | number)[], value: unknown): unknown {
  if (!path.length) return value;
  const copy = structuredClone(document) as Record<string | number, unknown>;
  let place = copy;
  for (const key of path.slice(0, -1)) place = place[key] as typeof place;
  // As JSON would: __proto__ is a name like any other there.
  Object.defineProperty(place, path.at(-1)!, { value, enumerable: true, writable: true, configurable: true });
  return copy;
}

const nasty = fc.oneof(
  fc.constantFrom<unknown>(null, undefined, NaN, Infinity, -1, 1e308, 2 ** 53, '', '__proto__', [], {}, [[]], true, -0, '2026-01-01'),
  fc.jsonValue({ maxDepth: 4 }),
  fc.constant(JSON.parse('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}') as object),
);

describe('a document of which one thing was changed', () => {
  const places = placesIn(stored());

  it('is refused in words or opens as one that the schema holds for, and never throws or pollutes', () => {
    let refused = 0;
    fc.assert(
      fc.property(fc.constantFrom(...places), nasty, fc.option(fc.constantFrom('__proto__', 'constructor', 'x')), (path, value, more) => {
        const changed = put(stored(), more === null ? path : [...path.slice(0, -1), more], value);
        const decoded = decodeDocument(changed);
        if (!decoded.ok) {
          refused++;
          return typeof decoded.error.code === 'string';
        }
        const again = JSON.parse(JSON.stringify(encodeDocument(decoded.value.workspace, decoded.value.datasets, meta))) as object;
        return isValid(again) && decodeDocument(again).ok && !('polluted' in {});
      }),
      { numRuns: 1_500 },
    );
    expect(refused).toBeGreaterThan(200);
  });
});
