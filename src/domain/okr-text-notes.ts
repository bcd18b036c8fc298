/** A remark inside a sentence, with its place. */
export interface Remark<T> {
  readonly start: number;
  readonly end: number;
  readonly value: T;
}

const OWNER_WORD = '(?:[Oo]wner|OWNER|DRI|[Ll]ead|负责人|負責人|责任人|責任人|牵头人|牽頭人|主责|主責)';
const NAME = String.raw`((?:[\p{Script=Han}·]{2,12}|[\p{L}.'-]{1,30}(?:\s\p{Lu}[\p{L}.'-]{0,30}){0,2}))`;
const OWNER_FORMS = [
  new RegExp(String.raw`\(\s?${OWNER_WORD}\s?:?\s?([^()]{1,60})\)`, 'u'),
  new RegExp(String.raw`[,;，；、]?\s?${OWNER_WORD}\s?:\s?${NAME}`, 'u'),
  new RegExp(String.raw`(?<![\p{L}\d.])@([\p{L}\d._-]{1,40})`, 'u'),
];
const WEIGHT = /[,;(（，；]?\s?(?:权重|權重|占比|佔比|weight(?:ing)?)\s?[:为為=]?\s?(\d{1,3}(?:\.\d{1,4})?)\s?(%)?\s?\)?/i;

/** Who is named as owner: '@王芳', '(owner: Ann)', '负责人:王芳'. */
export function findOwner(sentence: string): Remark<string> | null {
  for (const pattern of OWNER_FORMS) {
    const match = pattern.exec(sentence);
    if (match?.[1]) return { start: match.index, end: match.index + match[0].length, value: match[1].trim() };
  }
  return null;
}

/** The weight as a fraction: 'weight 30%', '权重30', '权重 0.3'. */
export function findWeight(sentence: string): Remark<number> | null {
  const match = WEIGHT.exec(sentence);
  if (!match) return null;
  const number = Number(match[1]);
  const value = match[2] || number > 1 ? Number((number / 100).toPrecision(12)) : number;
  return { start: match.index, end: match.index + match[0].length, value };
}
