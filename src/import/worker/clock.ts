/** How a workbook's times of day and spans below a day are held: as hours, shown like 1:30. */
export const CLOCK_FORMAT = 'h:mm';

/** 1:30 or 0:05:30 taken apart: hours where three parts say so; with two parts the first may be hours or minutes. */
export interface Clock {
  readonly value: number;
  readonly parts: 2 | 3;
}

const CLOCK = /^(\d{1,4}):([0-5]\d)(?::([0-5]\d(?:\.\d{1,3})?))?$/;

/** Whether a text is a time of day or a span such as 8:00, 08:00:00 or 2:30 pm. */
export const isClock = (text: string): boolean => text.includes(':') && CLOCK.test(text.trim().replace(/ ?[ap]\.?m\.?$/i, ''));

/** Reads a span; null where the text is none (2:30 pm is a time of day). */
export function readClock(text: string): Clock | null {
  const found = CLOCK.exec(text);
  if (!found) return null;
  const [first, second] = [Number(found[1]), Number(found[2])];
  if (found[3] === undefined) return { value: first + second / 60, parts: 2 };
  return { value: first + second / 60 + Number(found[3]) / 3600, parts: 3 };
}

/** Hours as they are shown: 1:30, 0:05:30. */
export function clockText(hours: number): string {
  const seconds = Math.round(hours * 3600);
  const two = (part: number) => String(part % 60).padStart(2, '0');
  const [minutes, rest] = [Math.floor(seconds / 60), seconds % 60];
  return `${Math.floor(minutes / 60)}:${two(minutes)}${rest ? `:${two(rest)}` : ''}`;
}

const SPAN =
  /时长|耗时|用时|历时|工时|(处理|响应|反应|等待|等候|候诊|停机|停工|通话|维修|修复|恢复|作业|加工|换型|换线|平均|服务|在线|停留|使用|交付|配送|解决|加班|运行|手术|待机).{0,4}时间|\bduration\b|\b(aht|asa|acw|mttr|mtbf|elapsed|turnaround)\b|\b(handl(e|ing)|response|resolution|wait(ing)?|talk|hold|lead|cycle|process(ing)?|down|up|run|set-?up|repair|average|avg\.?|mean|answer|service|delivery|idle|session|call|spent|watch|screen|dwell|work(ing)?|total)[ _-]?times?\b|\b(down|up|run)times?\b|\btime (to|on|in|per|spent)\b|dauer|durée/i;
const OF_DAY = /^(时间|time|times|clock)$/i;
const IN_MINUTES = /\b(aht|asa|acw|talk|hold|call|answer|watch|session|page)\b|通话|接听|应答|播放|观看|会话|停留/i;

/** What a name over 1:30 says: a span of time, a time of day, or (时间, time) either. The name is Simplified and in lower case. */
export const spanOfName = (name: string): 'span' | 'open' | null => (SPAN.test(name) ? 'span' : OF_DAY.test(name) ? 'open' : null);

/** Hours that the first part of 1:30 counts where no unit says it: calls take minutes and seconds, work takes hours and minutes. */
export const hoursOfFirstPart = (name: string): number => (IN_MINUTES.test(name) ? 1 / 60 : 1);
