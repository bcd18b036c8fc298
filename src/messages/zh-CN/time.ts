import type { ChangeFact } from '../../domain/changes.ts';
import type { FlagHistory, Span } from '../../domain/flag-history.ts';
import type { Groups } from '../groups.ts';
import type { TimeContext } from '../en/time.ts';
import type { Format } from '../format.ts';

const UNITS: Record<Span['unit'], string> = { day: '天', week: '周', month: '个月' };
const span = ({ unit, count }: Span) => `${count} ${UNITS[unit]}`;

function history(facts: FlagHistory, { status, day }: TimeContext): string {
  if (facts.code === 'too-few') return '数据还太少，暂时无法比较两种判断。';
  const { own, naive, lead, firstAtRisk, end, reviews } = facts;
  const [off, risk] = [`“${status['off-track']}”`, `“${status['at-risk']}”`];
  let first: string;
  if (own.first === null && naive.first === null) {
    first = `${reviews} 期里，Leeway 和简单规则都没有报过警`;
    if (firstAtRisk !== null) first += `；Leeway 在${day(firstAtRisk)}首次提示${risk}`;
  } else if (own.first === null) {
    first = `Leeway 从未判为${off}${firstAtRisk === null ? '' : `，只在${day(firstAtRisk)}首次提示${risk}`}；简单规则在${day(naive.first!)}首次报警${naive.standing ? '，目前也在报警' : ''}`;
  } else {
    first = `Leeway 在${day(own.first)}首次判为${off}${firstAtRisk === null ? '' : `（${day(firstAtRisk)}首次提示${risk}）`}`;
    if (!lead) first += `；简单规则${end === 'open' ? '至今没有报警' : '始终没有报警'}`;
    else if (lead.who === 'together') first += '，与简单规则同一天';
    else if (lead.who === 'own') first += `，比简单规则早 ${span(lead.by)}${lead.unsteady ? '，但中间解除过' : ''}`;
    else first += `，比简单规则晚 ${span(lead.by)}${lead.unsteady ? '，而简单规则的报警中间解除过' : ''}`;
  }
  const wolf = own.wolf || naive.wolf ? `Leeway 误报 ${own.wolf} 次，简单规则误报 ${naive.wolf} 次` : '';
  if (end === 'missed') return `${first}。最终未达成。`;
  if (end === 'achieved') return `${first}。现已完成${wolf && `：${wolf}`}。`;
  return `${first}。${wolf && `目前${status['on-track']}：到现在为止，${wolf}。`}`;
}

function fact(one: ChangeFact, unit: string | null, { status, day }: TimeContext, f: Format): string {
  switch (one.code) {
    case 'status':
      return `由“${status[one.from]}”变为“${status[one.to]}”`;
    case 'chance':
      return `达成概率 ${f.chance(one.from)} → ${f.chance(one.to)}`;
    case 'target':
      return `目标值由 ${f.value(one.from, unit)} 调整为 ${f.value(one.to, unit)}`;
    case 'due':
      return `到期日由${day(one.from)}改为${day(one.to)}`;
    case 'goal':
      return '目标有调整';
    case 'begun':
      return `${day(one.day)}开始`;
    case 'stale':
      return '数据已过期';
    case 'fresh':
      return '数据恢复更新';
    case 'steps':
      return `完成 ${one.count} 个步骤`;
    case 'figures':
      return `新增 ${one.count} 期数据`;
  }
}

export const time: Groups['time'] = {
  title: '逐期回放',
  hint: '每一期当时的判断；点一下，回到那一天',
  own: 'Leeway',
  naive: '简单规则',
  alarm: '报警',
  calm: '不报警',
  revised: '目标调整',
  revisedOn: (day) => `${day}调整过目标`,
  chosen: (day, status, chance) => `${day}：${status}${chance === null ? '' : `，达成概率 ${chance}`}`,
  waiting: '正在回放……',
  today: '回到今天',
  back: (day) => `回到${day}`,
  history,
  counted: '这些次数怎么算',
  countedText: (keep) =>
    `每一期都只用当天已知的数据、按当时有效的目标重新判断，判断结果从不保存。简单规则：${keep ? '最新一期越出界限就报警' : '进度不到计划应达的 75% 就报警'}；Leeway 判为“已偏离”才算报警。报警后来自行解除（其间没有调整目标），且关键结果目前正常或已完成，这样的报警每期记一次误报。是否有人采取了行动才好转，数字看不出来。`,
  changes: {
    title: '有什么变化',
    since: '对比',
    choices: { review: '上次复盘', week: '一周前', fortnight: '两周前', month: '一个月前', own: '自选日期' },
    day: '较早的日期',
    after: (day) => `自${day}以来`,
    notEarlier: (day) => `请选择${day}之前的日期。`,
    working: '正在对比……',
    nothing: (figures, keyResults) =>
      figures ? `没有变化：${keyResults} 个关键结果新增 ${figures} 期数据，判断都没有变。` : '没有变化，也没有新数据。',
    summary: (worse, better, other, figures, keyResults) =>
      `${[worse && `${worse} 项变差`, better && `${better} 项变好`, other && `${other} 项有其他变化`].filter(Boolean).join('，')}；${
        figures ? `${keyResults} 个关键结果新增 ${figures} 期数据` : '没有新数据'
      }。`,
    show: (count) => `展开 ${count} 项`,
    hide: '收起',
    direction: { worse: '变差', other: '有变化', better: '变好' },
    sentence: (facts, unit, context, f) => `${facts.map((one) => fact(one, unit, context, f)).join('，')}。`,
  },
};
