import { countByStatus } from '../../domain/status-count.ts';
import { describe, sentenceText } from '../../messages/describe.ts';
import { markdownRow, plainMarkdown } from '../../messages/markdown.ts';
import { boardOfReport, type ReportInput, type ReportRow, type ReportWords } from './report.ts';

function rowOf({ keyResult, assessment: a, series }: ReportRow, { messages, format, report }: ReportWords): string {
  const { unit, goal } = keyResult;
  const value = (figure: number | null) => (figure === null ? '–' : format.value(figure, goal.kind === 'milestones' ? '%' : unit));
  const target =
    goal.kind === 'keep'
      ? [goal.atLeast !== null && `≥ ${value(goal.atLeast)}`, goal.atMost !== null && `≤ ${value(goal.atMost)}`].filter(Boolean).join(' ')
      : value(a.target);
  const sentence = sentenceText(describe(a, { unit, grain: series?.grain ?? null }, messages, format));
  const status = [messages.status[a.status], a.verdict && messages.verdict[a.verdict]].filter(Boolean).join(report.join);
  const cells = [
    keyResult.owner ? `${keyResult.title} · ${keyResult.owner}` : keyResult.title,
    status,
    a.value === null ? '–' : report.of(value(a.value), target),
    a.chance === null ? '–' : format.chance(a.chance),
    sentence,
  ];
  return markdownRow(cells.map(plainMarkdown));
}

/** The board as a Markdown document: the finding, then each objective with a table of its key results. */
export function boardMarkdown(input: ReportInput, words: ReportWords): string {
  const { messages, format, report } = words;
  const board = boardOfReport(input);
  const counts = countByStatus(input.rows);
  const { columns } = report;
  const progress = (node: { readonly progress: number | null; readonly expected: number | null }) =>
    node.progress === null
      ? ''
      : `${columns.progress} ${format.percent(node.progress)}${node.expected === null ? '' : `${report.join}${messages.board.planned(format.percent(node.expected))}`}`;
  const head = [report.data.title, columns.status, `${columns.value} / ${columns.target}`, columns.chance, columns.why];
  const lines = [
    `# ${plainMarkdown(board.title || 'Leeway')}`,
    '',
    `${report.asOf} ${format.dayYear(input.asOf)}`,
    '',
    `**${plainMarkdown(messages.board.headline(counts.all, counts.off, counts.risk, counts.open))}**`,
    '',
  ];
  const whole = progress(board.tree.company);
  if (whole) lines.push(plainMarkdown(`${report.company}: ${whole}`), '');
  for (const { objective, node, rows, depth } of board.groups) {
    lines.push(`${'#'.repeat(Math.min(6, depth + 2))} ${plainMarkdown(objective.title)}`, '');
    const facts = [objective.owner, messages.status[node.worst], progress(node)].filter(Boolean).join(' · ');
    lines.push(plainMarkdown(facts), '');
    if (rows.length) lines.push(markdownRow(head), markdownRow(head.map(() => '---')), ...rows.map((row) => rowOf(row, words)), '');
  }
  return `${lines.join('\n').trim()}\n`;
}
