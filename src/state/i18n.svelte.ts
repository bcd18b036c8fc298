import type { Messages } from '../messages/en.ts';
import { createFormat } from '../messages/format.ts';
import { groupLoaders, type GroupName, type Groups } from '../messages/groups.ts';
import type { Locale } from '../messages/locale.ts';

const loaders: Record<Locale, () => Promise<{ messages: Messages }>> = {
  en: () => import('../messages/en.ts'),
  'zh-CN': () => import('../messages/zh-CN.ts'),
  'zh-TW': () => import('../messages/zh-TW.ts'),
};

async function loadGroup(name: GroupName, locale: Locale): Promise<Partial<Groups>> {
  const { loaders: found } = await groupLoaders[locale]();
  return { [name]: ((await found[name]()) as Groups)[name] };
}

/** The language of the page: its words and its formats change together, after the words have arrived. */
class Language {
  #messages = $state.raw<Messages | null>(null);
  #groups = $state.raw<Partial<Groups>>({});
  #format = $state.raw(createFormat('en'));
  locale = $state<Locale>('en');

  get messages(): Messages {
    if (!this.#messages) throw new Error('no language loaded');
    return this.#messages;
  }

  /** Words of a group; `need` fetches them first. */
  group<Name extends GroupName>(name: Name): Groups[Name] {
    const words = this.#groups[name];
    if (!words) throw new Error(`the words of '${name}' are not loaded`);
    return words;
  }

  get later(): Groups['later'] {
    return this.group('later');
  }
  get refresh(): Groups['refresh'] {
    return this.group('refresh');
  }
  get time(): Groups['time'] {
    return this.group('time');
  }
  get conflicts(): Groups['conflicts'] {
    return this.group('conflicts');
  }

  /** Fetches groups of words, so that what shows them can be drawn. */
  async need(...names: readonly GroupName[]): Promise<void> {
    let locale, loaded;
    // The language may be changed before its words have arrived.
    do {
      locale = this.locale;
      loaded = await Promise.all(names.map((name) => loadGroup(name, locale!)));
    } while (locale !== this.locale);
    this.#groups = Object.assign({}, this.#groups, ...loaded) as Partial<Groups>;
  }

  get format() {
    return this.#format;
  }

  async use(locale: Locale): Promise<void> {
    const known = () => Object.keys(this.#groups) as GroupName[];
    let names, messages, groups;
    // All sets of words change in one step, or a screen would speak two languages: those, too, that a screen fetched meanwhile.
    do {
      names = known();
      [{ messages }, ...groups] = await Promise.all([loaders[locale](), ...names.map((name) => loadGroup(name, locale))]);
    } while (known().length > names.length);
    this.#groups = Object.assign({}, ...groups) as Partial<Groups>;
    this.#messages = messages;
    this.#format = createFormat(locale);
    this.locale = locale;
    document.documentElement.lang = locale;
  }
}

export const language = new Language();
