// Starts i18next with typed keys. Both languages are in the bundle: there is no network to fetch one from.
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en } from './en/index.ts';
import { zh } from './zh-CN/index.ts';

export const languages = ['zh-CN', 'en'] as const;
export type Language = (typeof languages)[number];

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: typeof zh;
    returnNull: false;
    enableSelector: false;
  }
}

const isLanguage = (text: string | null): text is Language => languages.some((language) => language === text);
const storageKey = 'language';

export const currentLanguage = (): Language => (i18next.language === 'en' ? 'en' : 'zh-CN');

/** Remembered on this PC, not in the books: it is the eyes in front of this screen that matter. */
export const setLanguage = async (language: Language): Promise<void> => {
  localStorage.setItem(storageKey, language);
  document.documentElement.lang = language;
  await i18next.changeLanguage(language);
};

export const startWords = async (): Promise<void> => {
  const stored = localStorage.getItem(storageKey);
  const language = isLanguage(stored) ? stored : 'zh-CN';
  document.documentElement.lang = language;
  await i18next.use(initReactI18next).init({
    resources: { 'zh-CN': zh, en },
    lng: language,
    fallbackLng: 'zh-CN',
    defaultNS: 'common',
    ns: Object.keys(zh),
    // React escapes; escaping twice shows &amp; to the user.
    interpolation: { escapeValue: false },
  });
};
