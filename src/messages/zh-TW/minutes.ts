import type { Groups } from '../groups.ts';

/** 會議紀錄。 */
export const minutes: Groups['meeting']['minutes'] = {
  title: (day) => `${day}檢視會議`,
  headline: (spoken, decisions) => (spoken || decisions ? `討論 ${spoken} 項，做成 ${decisions} 項決議` : '沒有留下紀錄'),
  present: (names) => `與會：${names}`,
  chance: (chance) => `達成機率 ${chance}`,
  confidence: (value, by) => (by ? `信心 ${value}/10（${by}）` : `信心 ${value}/10`),
  note: '紀要',
  decision: '決議',
  dueBy: (day) => `${day}前`,
  outcome: { open: '未結案', done: '已完成', 'not-done': '沒做', obsolete: '不再需要' },
  overdue: (days) => (days ? `逾期 ${days} 天` : '今天到期'),
  answered: '先前的決議，已有答覆',
  open: '先前的決議，尚未結案',
  silent: '看過，沒有紀錄',
  whole: '整體意見',
  print: '列印',
  copyMarkdown: '複製為 Markdown',
  saveMarkdown: '儲存 .md',
  copyChat: '複製到群組',
  copied: '已複製。',
  notCopied: '瀏覽器不允許複製：請選取文字後自行複製。',
  reopen: '繼續這次檢視',
  back: '歷次檢視',
  fileName: (iso) => `會議紀錄-${iso}.md`,
  join: { list: '、', fact: '，', colon: '：', open: '（', close: '）' },
};
