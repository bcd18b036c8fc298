import { assessKeyResult } from '../domain/assess.ts';
import { answerOf } from './assess-answer.ts';
import { readLine, type LineError } from './assess-line.ts';

const MESSAGES: Record<LineError['code'], string> = {
  'not-json': 'The line is not JSON.',
  'not-an-object': 'Not what is expected here',
  'missing-field': 'Missing field',
  'bad-date': 'Not a date of the calendar, written 2026-08-28',
  'not-finite': 'Not a finite number',
  'unknown-value': 'Unknown value',
  'baseline-equals-target': 'Baseline and target are equal, so there is no way between them',
  'empty-band': 'The lower limit is above the upper',
  'due-before-start': 'The due date is not after the start',
};

const messageOf = ({ code, path }: LineError): string => (path ? `${MESSAGES[code]}: ${path}` : MESSAGES[code]);

/** Answers each line in its place; `refused` counts the lines that could not be used. */
export function assessLines(text: string): { output: string; refused: number } {
  let refused = 0;
  const answers: string[] = [];
  for (const line of text.replace(/^\uFEFF/, '').split('\n')) {
    if (!line.trim()) continue;
    const { id, input } = readLine(line);
    if (input.ok) {
      const grain = input.value.series?.grain ?? null;
      answers.push(JSON.stringify(answerOf(id, assessKeyResult(input.value), { unit: null, grain })));
    } else {
      refused++;
      answers.push(JSON.stringify({ id, error: { code: input.error.code, message: messageOf(input.error) } }));
    }
  }
  return { output: answers.map((answer) => `${answer}\n`).join(''), refused };
}
