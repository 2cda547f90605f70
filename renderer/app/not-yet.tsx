// A section whose screens are not built: says so plainly, so that nobody looks for records in an empty list.
import { useTranslation } from 'react-i18next';
import { Notice } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';

export const NotYet = ({ title }: { readonly title: string }) => {
  const { t } = useTranslation('frame');
  return (
    <Page title={title}>
      <Notice tone="info" title={t('notYet.title')}>
        <p>{t('notYet.detail')}</p>
      </Notice>
    </Page>
  );
};
