import type { ConflictMessages, LaterMessages, Messages, RefreshMessages, TimeMessages } from '../messages/en.ts';
import { createFormat } from '../messages/format.ts';
import type { Locale } from '../messages/locale.ts';

const loaders: Record<Locale, () => Promise<{ messages: Messages }>> = {
  en: () => import('../messages/en.ts'),
  'zh-CN': () => import('../messages/zh-CN.ts'),
  'zh-TW': () => import('../messages/zh-TW.ts'),
};

const laterLoaders: Record<Locale, () => Promise<{ later: LaterMessages }>> = {
  en: () => import('../messages/en/later.ts'),
  'zh-CN': () => import('../messages/zh-CN/later.ts'),
  'zh-TW': () => import('../messages/zh-TW/later.ts'),
};

const refreshLoaders: Record<Locale, () => Promise<{ refresh: RefreshMessages }>> = {
  en: () => import('../messages/en/refresh.ts'),
  'zh-CN': () => import('../messages/zh-CN/refresh.ts'),
  'zh-TW': () => import('../messages/zh-TW/refresh.ts'),
};

const timeLoaders: Record<Locale, () => Promise<{ time: TimeMessages }>> = {
  en: () => import('../messages/en/time.ts'),
  'zh-CN': () => import('../messages/zh-CN/time.ts'),
  'zh-TW': () => import('../messages/zh-TW/time.ts'),
};

const conflictLoaders: Record<Locale, () => Promise<{ conflicts: ConflictMessages }>> = {
  en: () => import('../messages/en/conflicts.ts'),
  'zh-CN': () => import('../messages/zh-CN/conflicts.ts'),
  'zh-TW': () => import('../messages/zh-TW/conflicts.ts'),
};

/** The language of the page: its words and its formats change together, after the words have arrived. */
class Language {
  #messages = $state.raw<Messages | null>(null);
  #later = $state.raw<LaterMessages | null>(null);
  #refresh = $state.raw<RefreshMessages | null>(null);
  #time = $state.raw<TimeMessages | null>(null);
  #conflicts = $state.raw<ConflictMessages | null>(null);
  #format = $state.raw(createFormat('en'));
  locale = $state<Locale>('en');

  get messages(): Messages {
    if (!this.#messages) throw new Error('no language loaded');
    return this.#messages;
  }

  /** Words of the screens that are fetched later; `useLater` fetches them first. */
  get later(): LaterMessages {
    if (!this.#later) throw new Error('the words of this screen are not loaded');
    return this.#later;
  }

  async useLater(): Promise<void> {
    const { later } = await laterLoaders[this.locale]();
    this.#later = later;
  }

  /** Words about newer files and sources; `useRefresh` fetches them first. */
  get refresh(): RefreshMessages {
    if (!this.#refresh) throw new Error('the words about newer files are not loaded');
    return this.#refresh;
  }

  async useRefresh(): Promise<void> {
    const { refresh } = await refreshLoaders[this.locale]();
    this.#refresh = refresh;
  }

  /** Words about past days; `useTime` fetches them first. */
  get time(): TimeMessages {
    if (!this.#time) throw new Error('the words about past days are not loaded');
    return this.#time;
  }

  async useTime(): Promise<void> {
    const { time } = await timeLoaders[this.locale]();
    this.#time = time;
  }

  /** Words about KPIs and OKRs that disagree; `useConflicts` fetches them first. */
  get conflicts(): ConflictMessages {
    if (!this.#conflicts) throw new Error('the words about conflicts are not loaded');
    return this.#conflicts;
  }

  async useConflicts(): Promise<void> {
    const { conflicts } = await conflictLoaders[this.locale]();
    this.#conflicts = conflicts;
  }

  get format() {
    return this.#format;
  }

  async use(locale: Locale): Promise<void> {
    const { messages } = await loaders[locale]();
    // All sets of words change in one step, or a screen would speak two languages.
    if (this.#later) this.#later = (await laterLoaders[locale]()).later;
    if (this.#refresh) this.#refresh = (await refreshLoaders[locale]()).refresh;
    if (this.#time) this.#time = (await timeLoaders[locale]()).time;
    if (this.#conflicts) this.#conflicts = (await conflictLoaders[locale]()).conflicts;
    this.#messages = messages;
    this.#format = createFormat(locale);
    this.locale = locale;
    document.documentElement.lang = locale;
  }
}

export const language = new Language();
