export type Locale = 'en' | 'zh-CN' | 'zh-TW';
export const LOCALES: readonly Locale[] = ['en', 'zh-CN', 'zh-TW'];

/** What each language calls itself. */
export const localeNames: Record<Locale, string> = { en: 'English', 'zh-CN': '简体中文', 'zh-TW': '繁體中文' };

/** The first of the reader's languages that we speak; Chinese is told apart by script, then by region. */
export function chooseLocale(wanted: readonly string[]): Locale {
  for (const tag of wanted) {
    const lower = tag.toLowerCase();
    if (lower.startsWith('en')) return 'en';
    if (!lower.startsWith('zh')) continue;
    if (lower.includes('hant')) return 'zh-TW';
    if (lower.includes('hans')) return 'zh-CN';
    return /-(tw|hk|mo)\b/.test(lower) ? 'zh-TW' : 'zh-CN';
  }
  return 'en';
}
