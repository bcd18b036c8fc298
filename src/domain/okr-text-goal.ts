import { countsFromZero, inherit, POINTS, type Quantity } from './okr-text-quantity.ts';

/** What a sentence wants. Null stands where the sentence does not say: a person is asked. */
export interface DraftGoal {
  readonly kind: 'reach' | 'keep' | 'milestones' | 'manual';
  readonly baseline: number | null;
  readonly target: number | null;
  readonly atLeast: number | null;
  readonly atMost: number | null;
  /** '+20%' is { of: 'share', change: 0.2 } of the baseline, '+3 points' is { of: 'points', change: 0.03 } on top of it. */
  readonly relative: { readonly of: 'share' | 'points'; readonly change: number } | null;
  readonly unit: string | null;
}

const NOTHING: DraftGoal = { kind: 'milestones', baseline: null, target: null, atLeast: null, atMost: null, relative: null, unit: null };

const TO = /^(?:[,(]?\s?(?:up |down )?to|[-=–—~]{1,2}>|→|⇒|➔|,?[\p{Script=Han}]{0,8}(?:到|至|为|為|成)了?)\s*$/iu;
const FROM = /(?:\bfrom|从|從|由|自)\s*$/i;
const RANGE = /^(?:and|to|-|–|—|~|～|至|到|和|与|與)$/i;
const BAND = /(?:\b(?:between|within)|介于|介於|(?:控制|保持|维持|維持|稳定|穩定)在?)\s*$/i;
const BAND_AFTER = /^\s*(?:之间|之間|区间|區間|范围|範圍)/;
const AT_LEAST =
  /(?:≥|>=?|不低于|不低於|不少于|不少於|不小于|至少|(?<!不)(?:大于|大於|高于|高於|超过|超過)|\bat least|\bno (?:less|fewer) than|\bnot (?:less than|below)|(?<!\bno |\bnot )\b(?:above|over|more than)|\bminimum(?: of)?)\s*$/i;
const AT_LEAST_AFTER = /^\s*(?:及|或)?(?:以上|or (?:more|above|higher|better)\b|\+)/i;
const AT_MOST =
  /(?:≤|<=?|不超过|不超過|不高于|不高於|不多于|不多於|不大于|小于|小於|低于|低於|少于|少於|至多|最多|\bat most|\bno more than|\bnot (?:more than|above|exceed)|\bbelow|\bunder|\bless than|\bfewer than|\bwithin|\bmaximum(?: of)?)\s*$/i;
const AT_MOST_AFTER = /^\s*(?:及|或)?(?:以内|以內|以下|之内|之內|or (?:less|below|lower|fewer)\b)/i;
/** Words of keeping: 保持, maintain. */
export const KEEP = /(?:保持|维持|維持|稳定|穩定|\b(?:keep|maintain|stay|hold)\b)/i;
/** Verbs of arriving: '达到不低于 95%' is to be reached, not kept. */
const ARRIVE =
  /(?:达到|達到|达成|達成|实现|實現|完成|提升|提高|降低|降到|增长|突破|超过|超過|\b(?:reach|achieve|hit|grow|raise|increase|sign|win|hire|reduce|lower|cut|bring)\b)/i;
const UP = /(?:提升|提高|增长|增長|增加|上升|上涨|上漲|扩大|多|\b(?:increase|grow|raise|improve|up|boost|lift)\b)/i;
const DOWN = /(?:降低|下降|减少|減少|缩短|縮短|压缩|壓縮|降|少|\b(?:reduce|decrease|cut|lower|shrink|drop|down)\b)/i;
const BY_AMOUNT = /(?:\bby|增长|增長|增加|提升|提高|上升|上涨|上漲|降低|下降|减少|減少|缩短|縮短|压缩|壓縮)了?\s*(?:约|約|about)?\s*$/i;
/** Verbs that make things: what they make is counted from nothing. */
const MAKE =
  /(?:\b(?:sign|win|hire|publish|launch|ship|close|add|open|run|deliver|complete|onboard|interview|host|write|train)\b|新增|签约|簽約|签下|簽下|招聘|完成|上线|上線|发布|發布|举办|舉辦|开设|開設|获得|獲得|拿下|培训|培訓|访谈|訪談|开发|開發|落地)[^\d,.;，。；]{0,12}$/i;
/** Figures that only name something: version 2.0, phase 2, 第3. */
const NAMING = /(?:\b(?:version|ver|phase|step|stage|top|tier|level|round|no|iso|web|windows)\.?|第|前|方案|版本)\s*$/i;

const goal = (part: Partial<DraftGoal>): DraftGoal => ({ ...NOTHING, kind: 'reach', ...part });

/** A figure with the words before it (back to the figure before) and after it. */
interface Placed extends Quantity {
  readonly before: string;
  readonly after: string;
}

function pathOf(all: readonly Placed[], sentence: string): DraftGoal | null {
  for (let i = 0; i + 1 < all.length; i++) {
    const [first, second] = [all[i]!, all[i + 1]!];
    // A remark in brackets may stand between: 'from 40 (2025) to 60'.
    const between = sentence.slice(first.end, second.start).trim();
    if (!TO.test(between) || (/^(?:to|到|至)$/i.test(between) && BAND.test(first.before)) || BAND_AFTER.test(second.after)) continue;
    if (KEEP.test(first.before) && !FROM.test(first.before) && /^(?:到|至|to)$/i.test(between)) continue;
    const from = inherit(first, second);
    return goal({ baseline: from.value, target: second.value, unit: second.unit ?? from.unit });
  }
  return null;
}

function bandOf(all: readonly Placed[], sentence: string): DraftGoal | null {
  for (let i = 0; i + 1 < all.length; i++) {
    const [first, second] = [all[i]!, all[i + 1]!];
    if (!RANGE.test(sentence.slice(first.end, second.start).trim())) continue;
    if (!BAND.test(first.before) && !BAND_AFTER.test(second.after) && !KEEP.test(first.before)) continue;
    const low = inherit(first, second);
    const [atLeast, atMost] = low.value <= second.value ? [low.value, second.value] : [second.value, low.value];
    return goal({ kind: 'keep', atLeast, atMost, unit: second.unit ?? low.unit });
  }
  return null;
}

function boundsOf(all: readonly Placed[]): DraftGoal | null {
  const least = all.find(({ before, after }) => AT_LEAST.test(before) || (AT_LEAST_AFTER.test(after) && !AT_MOST.test(before)));
  const most = all.find((each) => each !== least && (AT_MOST.test(each.before) || AT_MOST_AFTER.test(each.after)));
  const bound = least ?? most;
  if (!bound) return null;
  const words = bound.before.replace(AT_LEAST, '').replace(AT_MOST, '');
  const counted = countsFromZero(bound.unit) && !KEEP.test(words);
  const arrives = (least && !most && (ARRIVE.test(words) || counted)) || (most && !least && DOWN.test(words) && !KEEP.test(words));
  if (arrives) return goal({ baseline: least && countsFromZero(bound.unit) ? 0 : null, target: bound.value, unit: bound.unit });
  return goal({ kind: 'keep', atLeast: least?.value ?? null, atMost: most?.value ?? null, unit: bound.unit ?? most?.unit ?? null });
}

function changeOf(all: readonly Placed[]): DraftGoal | null {
  for (const { before, value, unit, signed } of all) {
    if (unit !== '%' && unit !== POINTS) continue;
    if (!signed && !BY_AMOUNT.test(before)) continue;
    const sign = signed || (UP.test(before) && !DOWN.test(before.slice(-8))) || !DOWN.test(before) ? 1 : -1;
    const change = sign * value;
    return goal({ relative: { of: unit === POINTS ? 'points' : 'share', change }, unit: unit === POINTS ? '%' : null });
  }
  return null;
}

/** What the figures of a half-width sentence say; without figures it is something to get done. */
export function goalOf(sentence: string, quantities: readonly Quantity[]): DraftGoal {
  const all = quantities
    .map((each, i) => ({
      ...each,
      before: sentence.slice(Math.max(quantities[i - 1]?.end ?? 0, each.start - 40), each.start),
      after: sentence.slice(each.end, each.end + 12),
    }))
    .filter(({ before }) => !NAMING.test(before));
  const said = pathOf(all, sentence) ?? bandOf(all, sentence) ?? boundsOf(all) ?? changeOf(all);
  if (said) return said;
  const last = all.findLast(({ unit, before }) => unit !== null || MAKE.test(before)) ?? all.at(-1);
  if (!last) return NOTHING;
  if (KEEP.test(last.before)) return goal({ kind: 'keep', atLeast: last.value, unit: last.unit });
  const fromZero = countsFromZero(last.unit) || (last.unit === null && MAKE.test(last.before));
  return goal({ baseline: fromZero ? 0 : null, target: last.value, unit: last.unit });
}
