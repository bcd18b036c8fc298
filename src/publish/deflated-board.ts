import { deflateSync, Inflate } from 'fflate';
import type { Dataset } from '../domain/dataset.ts';
import type { LoadError } from '../domain/errors.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { Workspace } from '../domain/workspace.ts';
import { decodeDocument } from '../storage/decode.ts';
import { SCHEMA_VERSION, type LoadedDocument } from '../storage/document.ts';
import { packedDatasets, packedWorkspace } from './packed-board.ts';
import { shelfWith, type Packed } from './packing.ts';
import { slimBoard, type SlimOptions } from './slim-board.ts';

/** How much may unfold: bytes, and figures, rows and columns that runs may grow into. */
export interface Caps {
  readonly inflated: number;
  readonly entries: number;
}

/** Anybody can send a link; a file a person has chosen. */
const OF_LINK: Caps = { inflated: 2_000_000, entries: 300_000 };
export const OF_FILE: Caps = { inflated: 40_000_000, entries: 6_000_000 };
/** Deflated bytes given to the inflater at a time; each can become at most about a thousand. */
const SLICE = 512;

export interface LinkOptions extends SlimOptions {
  /** Instant as ISO 8601 text; tells the reader how old the copy is. */
  readonly savedAt: string;
}

/** The board as deflated positional JSON: what stands in a link, plain or encrypted. */
export function deflateBoard(workspace: Workspace, datasets: readonly Dataset[], options: LinkOptions): Uint8Array {
  const slim = slimBoard(workspace, datasets, options);
  const shelf = shelfWith([]);
  const packed: Packed[] = [
    SCHEMA_VERSION,
    options.savedAt,
    packedWorkspace.pack(slim.workspace, shelf),
    packedDatasets.pack(slim.datasets, shelf),
    shelf.strings,
  ];
  return deflateSync(new TextEncoder().encode(JSON.stringify(packed)), { level: 9 });
}

/** Inflates slice by slice and stops at the cap: a bomb never unfolds. */
function inflate(bytes: Uint8Array, most: number): Result<Uint8Array, LoadError> {
  const parts: Uint8Array[] = [];
  let length = 0;
  let ended = false;
  const inflater = new Inflate((part, final) => {
    parts.push(part);
    length += part.length;
    ended ||= final;
  });
  try {
    for (let at = 0; at < bytes.length; at += SLICE) {
      inflater.push(bytes.subarray(at, at + SLICE), at + SLICE >= bytes.length);
      if (length > most) return err({ code: 'too-large', detail: String(most) });
    }
  } catch {
    return err({ code: 'damaged-link' });
  }
  if (!ended) return err({ code: 'damaged-link' });
  const whole = new Uint8Array(length);
  parts.reduce((at, part) => (whole.set(part, at), at + part.length), 0);
  return ok(whole);
}

function unpackDocument(bytes: Uint8Array, entries: number): Result<LoadedDocument, LoadError> {
  let packed: unknown;
  try {
    packed = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return err({ code: 'damaged-link' });
  }
  const [schemaVersion, savedAt, board, data, strings] = Array.isArray(packed) ? (packed as unknown[]) : [];
  if (!Array.isArray(strings)) return err({ code: 'damaged-link' });
  const shelf = shelfWith(strings as string[], entries);
  const workspace = packedWorkspace.unpack(board, shelf) as Workspace | null;
  const datasets = packedDatasets.unpack(data, shelf) as Dataset[] | null;
  const infos = new Map(workspace?.sources?.map(({ id, info }) => [id, info]));
  return decodeDocument({
    schemaVersion,
    revision: 0,
    savedAt,
    workspace,
    datasets: datasets?.map((dataset) => ({ ...dataset, source: infos.get(dataset?.id), dimensions: [], issues: [] })),
  });
}

/** Reads what deflateBoard made; trusts nothing of it. */
export function inflateBoard(bytes: Uint8Array, caps: Caps = OF_LINK): Result<LoadedDocument, LoadError> {
  const inflated = inflate(bytes, caps.inflated);
  return inflated.ok ? unpackDocument(inflated.value, caps.entries) : inflated;
}
