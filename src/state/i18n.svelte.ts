import type { Messages } from '../messages/en.ts';
import { createFormat } from '../messages/format.ts';
import type { Locale } from '../messages/locale.ts';

const loaders: Record<Locale, () => Promise<{ messages: Messages }>> = {
  en: () => import('../messages/en.ts'),
  'zh-CN': () => import('../messages/zh-CN.ts'),
  'zh-TW': () => import('../messages/zh-TW.ts'),
};

/** The language of the page: its words and its formats change together, after the words have arrived. */
class Language {
  #messages = $state.raw<Messages | null>(null);
  #format = $state.raw(createFormat('en'));
  locale = $state<Locale>('en');

  get messages(): Messages {
    if (!this.#messages) throw new Error('no language loaded');
    return this.#messages;
  }

  get format() {
    return this.#format;
  }

  async use(locale: Locale): Promise<void> {
    const { messages } = await loaders[locale]();
    this.#messages = messages;
    this.#format = createFormat(locale);
    this.locale = locale;
    document.documentElement.lang = locale;
  }
}

export const language = new Language();
