// How the program looks on this PC: theme, letters of 大字 mode, language of antd's own words, and the nonce that lets antd's
// variables pass the strict style-src. Remembered on this PC, not in the books.
import { App, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { createContext, use, useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { setLanguage, type Language } from '../i18n/i18n.ts';
import { nonce } from './style-nonce.ts';
import { themeOf } from './theme.ts';

export interface Look {
  readonly large: boolean;
  readonly setLarge: (large: boolean) => void;
  readonly language: Language;
  readonly setLanguage: (language: Language) => void;
}
const LookContext = createContext<Look | null>(null);
const storageKey = 'large-letters';

export const useLook = (): Look => {
  const look = use(LookContext);
  if (!look) throw new Error('Look is missing above this component');
  return look;
};

export const LookProvider = ({ children }: { readonly children: ReactNode }) => {
  const { i18n } = useTranslation();
  const language: Language = i18n.language === 'en' ? 'en' : 'zh-CN';
  const [large, keepLarge] = useState(() => localStorage.getItem(storageKey) === 'yes');
  const setLarge = useCallback((wanted: boolean) => {
    localStorage.setItem(storageKey, wanted ? 'yes' : 'no');
    keepLarge(wanted);
  }, []);
  useEffect(() => void document.documentElement.classList.toggle('large', large), [large]);
  dayjs.locale(language === 'en' ? 'en' : 'zh-cn');
  const look = useMemo<Look>(
    () => ({ large, setLarge, language, setLanguage: (next) => void setLanguage(next) }),
    [large, setLarge, language],
  );
  return (
    <LookContext value={look}>
      <ConfigProvider
        theme={themeOf(large)}
        locale={language === 'en' ? enUS : zhCN}
        csp={{ nonce }}
        button={{ autoInsertSpace: false }}
        wave={{ disabled: true }}
      >
        <App component={false}>{children}</App>
      </ConfigProvider>
    </LookContext>
  );
};
