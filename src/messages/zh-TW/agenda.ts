import type { Groups } from '../groups.ts';
import { conflicts } from './conflicts.ts';

/** 為什麼列入議程。 */
export const agenda: Groups['meeting']['agenda'] = {
  reason(reason, { status, unit }, f) {
    switch (reason.code) {
      case 'status':
        return status[reason.status];
      case 'worse': {
        const fact = reason.facts[0];
        if (fact?.code === 'status') return `近期轉差，原為「${status[fact.from]}」`;
        return fact?.code === 'chance' ? `達成機率下降 ${f.chance(fact.from)} → ${f.chance(fact.to)}` : '近期轉差';
      }
      case 'decision': {
        const { overdue } = reason.past;
        return overdue === null ? '有決議未結案' : overdue ? `有決議逾期 ${overdue} 天` : '有決議今天到期';
      }
      case 'gap':
        return `信心 ${reason.gap.confidence}，機率 ${f.chance(reason.gap.chance)}`;
      case 'stale':
        return reason.age === null ? '尚無資料' : `資料已是 ${reason.age} 天前`;
      case 'overdue-steps':
        return `${reason.count} 個步驟已逾期`;
      case 'conflict':
        return conflicts.sentence(reason.conflict, f).lead;
      case 'proposal':
        return '有人提議修改';
      case 'moved-unserved': {
        const { from, to } = reason.course;
        return `${f.about(from, unit)} → ${f.about(to, unit)}，沒有關鍵結果用到它`;
      }
      case 'metric-stale':
        return `最近一期已是 ${reason.age} 天前`;
    }
  },

  metric(reason, unit, f) {
    switch (reason.code) {
      case 'conflict': {
        const { lead, rest } = conflicts.sentence(reason.conflict, f);
        return lead + rest;
      }
      case 'proposal': {
        const { by, change, reason: why } = reason.proposal;
        return `${by || '有人'}提議：${change}。理由：${why}`;
      }
      case 'moved-unserved':
        return `從約 ${f.about(reason.course.from, unit)} 變到約 ${f.about(reason.course.to, unit)}，卻沒有關鍵結果用到它：要不要有人負責？`;
      case 'metric-stale':
        return `最近一期已是 ${reason.age} 天前，正常約每 ${Math.round(reason.cadence)} 天更新一次。還有人在維護嗎？`;
    }
  },

  gap({ confidence, chance, hopeful }, by, f) {
    const who = by || '負責人';
    return hopeful === 'person'
      ? {
          lead: `信心 ${confidence}，機率卻${chance < 0.01 ? '不到 1%' : `只有 ${f.chance(chance)}`}。`,
          rest: `${who}知道什麼，是資料還沒看到的？`,
        }
      : { lead: `機率 ${f.chance(chance)}，信心卻只有 ${confidence}。`, rest: `${who}擔心什麼，是資料還沒看到的？` };
  },
};
