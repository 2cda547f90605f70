// The page around an import screen: its title and the way back, by Esc or by button.
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Page } from './page.tsx';
import { useKeys } from './use-keys.ts';

export const ImportPage = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const back = (): void => void navigate('..', { relative: 'path' });
  useKeys({ Escape: back });
  return (
    <Page
      title={title}
      keys={[{ key: 'Esc', does: t('back') }]}
      acts={
        <Button data-testid="back" onClick={back}>
          {t('back')} Esc
        </Button>
      }
    >
      {children}
    </Page>
  );
};
