import type { Groups } from '../groups.ts';

/** 复盘纪要。 */
export const minutes: Groups['meeting']['minutes'] = {
  title: (day) => `${day}复盘`,
  headline: (spoken, decisions) => (spoken || decisions ? `讨论 ${spoken} 项，形成 ${decisions} 条决议` : '没有留下记录'),
  present: (names) => `与会：${names}`,
  chance: (chance) => `达成概率 ${chance}`,
  confidence: (value, by) => (by ? `信心 ${value}/10（${by}）` : `信心 ${value}/10`),
  note: '记事',
  decision: '决议',
  dueBy: (day) => `${day}前`,
  outcome: { open: '未了结', done: '已完成', 'not-done': '没做', obsolete: '不再需要' },
  overdue: (days) => (days ? `逾期 ${days} 天` : '今天到期'),
  answered: '以往决议，已有答复',
  open: '以往决议，尚未了结',
  silent: '看过，没有记录',
  whole: '总的意见',
  print: '打印',
  copyMarkdown: '复制为 Markdown',
  saveMarkdown: '保存 .md',
  copyChat: '复制到群里',
  copied: '已复制。',
  notCopied: '浏览器不允许复制：请选中文字后自行复制。',
  reopen: '继续这次复盘',
  back: '历次复盘',
  fileName: (iso) => `复盘纪要-${iso}.md`,
  join: { list: '、', fact: '，', colon: '：', open: '（', close: '）' },
};
