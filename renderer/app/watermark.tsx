// 练习 across every screen of the practice shop: nobody may take its figures for real ones.
import { useTranslation } from 'react-i18next';

export const Watermark = () => {
  const { t } = useTranslation('frame');
  return (
    <div className="watermark" aria-hidden="true">
      {Array.from({ length: 24 }, (_, at) => (
        <span key={at}>{t('practice')}</span>
      ))}
    </div>
  );
};
