import type { ChangeFact } from '../../domain/changes.ts';
import type { FlagHistory, Span } from '../../domain/flag-history.ts';
import type { Groups } from '../groups.ts';
import type { TimeContext } from '../en/time.ts';
import type { Format } from '../format.ts';

const UNITS: Record<Span['unit'], string> = { day: '天', week: '週', month: '個月' };
const span = ({ unit, count }: Span) => `${count} ${UNITS[unit]}`;

function history(facts: FlagHistory, { status, day }: TimeContext): string {
  if (facts.code === 'too-few') return '資料還太少，暫時無法比較兩種判斷。';
  const { own, naive, lead, firstAtRisk, end, reviews } = facts;
  const [off, risk] = [`「${status['off-track']}」`, `「${status['at-risk']}」`];
  let first: string;
  if (own.first === null && naive.first === null) {
    first = `${reviews} 期裡，Leeway 和簡單規則都沒有示警過`;
    if (firstAtRisk !== null) first += `；Leeway 在${day(firstAtRisk)}首次提示${risk}`;
  } else if (own.first === null) {
    first = `Leeway 從未判為${off}${firstAtRisk === null ? '' : `，只在${day(firstAtRisk)}首次提示${risk}`}；簡單規則在${day(naive.first!)}首次示警${naive.standing ? '，目前也在示警' : ''}`;
  } else {
    first = `Leeway 在${day(own.first)}首次判為${off}${firstAtRisk === null ? '' : `（${day(firstAtRisk)}首次提示${risk}）`}`;
    if (!lead) first += `；簡單規則${end === 'open' ? '至今沒有示警' : '始終沒有示警'}`;
    else if (lead.who === 'together') first += '，與簡單規則同一天';
    else if (lead.who === 'own') first += `，比簡單規則早 ${span(lead.by)}${lead.unsteady ? '，但中間解除過' : ''}`;
    else first += `，比簡單規則晚 ${span(lead.by)}${lead.unsteady ? '，而簡單規則的示警中間解除過' : ''}`;
  }
  const wolf = own.wolf || naive.wolf ? `Leeway 誤報 ${own.wolf} 次，簡單規則誤報 ${naive.wolf} 次` : '';
  if (end === 'missed') return `${first}。最終未達成。`;
  if (end === 'achieved') return `${first}。現已完成${wolf && `：${wolf}`}。`;
  return `${first}。${wolf && `目前${status['on-track']}：到現在為止，${wolf}。`}`;
}

function fact(one: ChangeFact, unit: string | null, { status, day }: TimeContext, f: Format): string {
  switch (one.code) {
    case 'status':
      return `由「${status[one.from]}」變為「${status[one.to]}」`;
    case 'chance':
      return `達成機率 ${f.chance(one.from)} → ${f.chance(one.to)}`;
    case 'target':
      return `目標值由 ${f.value(one.from, unit)} 調整為 ${f.value(one.to, unit)}`;
    case 'due':
      return `到期日由${day(one.from)}改為${day(one.to)}`;
    case 'goal':
      return '目標有調整';
    case 'begun':
      return `${day(one.day)}開始`;
    case 'stale':
      return '資料已過時';
    case 'fresh':
      return '資料恢復更新';
    case 'steps':
      return `完成 ${one.count} 個步驟`;
    case 'figures':
      return `新增 ${one.count} 期資料`;
  }
}

export const time: Groups['time'] = {
  title: '逐期回放',
  hint: '每一期當時的判斷；點一下，回到那一天',
  own: 'Leeway',
  naive: '簡單規則',
  alarm: '示警',
  calm: '不示警',
  revised: '目標調整',
  revisedOn: (day) => `${day}調整過目標`,
  chosen: (day, status, chance) => `${day}：${status}${chance === null ? '' : `，達成機率 ${chance}`}`,
  waiting: '正在回放……',
  today: '回到今天',
  back: (day) => `回到${day}`,
  history,
  counted: '這些次數怎麼算',
  countedText: (keep) =>
    `每一期都只用當天已知的資料、依當時有效的目標重新判斷，判斷結果從不儲存。簡單規則：${keep ? '最新一期超出界限就示警' : '進度不到計畫應達的 75% 就示警'}；Leeway 判為「偏離目標」才算示警。示警後來自行解除（其間沒有調整目標），且關鍵結果目前進度正常或已完成，這樣的示警每期記一次誤報。是否有人採取行動才好轉，數字看不出來。`,
  changes: {
    title: '有什麼變化',
    since: '對比',
    choices: { review: '上次檢視', week: '一週前', fortnight: '兩週前', month: '一個月前', own: '自選日期' },
    day: '較早的日期',
    after: (day) => `自${day}以來`,
    notEarlier: (day) => `請選擇${day}之前的日期。`,
    working: '正在對比……',
    nothing: (figures, keyResults) =>
      figures ? `沒有變化：${keyResults} 個關鍵結果新增 ${figures} 期資料，判斷都沒有變。` : '沒有變化，也沒有新資料。',
    summary: (worse, better, other, figures, keyResults) =>
      `${[worse && `${worse} 項變差`, better && `${better} 項變好`, other && `${other} 項有其他變化`].filter(Boolean).join('，')}；${
        figures ? `${keyResults} 個關鍵結果新增 ${figures} 期資料` : '沒有新資料'
      }。`,
    show: (count) => `展開 ${count} 項`,
    hide: '收起',
    direction: { worse: '變差', other: '有變化', better: '變好' },
    sentence: (facts, unit, context, f) => `${facts.map((one) => fact(one, unit, context, f)).join('，')}。`,
  },
};
