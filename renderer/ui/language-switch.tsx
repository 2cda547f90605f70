// The two languages, each in its own words, where nobody is signed in yet.
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLook } from './look.tsx';

export const LanguageSwitch = () => {
  const { t } = useTranslation('shop');
  const { language, setLanguage } = useLook();
  const other = language === 'en' ? 'zh-CN' : 'en';
  return (
    <Button type="text" lang={other} onClick={() => setLanguage(other)}>
      {t(other === 'en' ? 'look.english' : 'look.chinese')}
    </Button>
  );
};
