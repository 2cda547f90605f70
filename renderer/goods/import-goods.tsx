// Importing a catalogue of goods: the shared import screen with the words of this area.
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Page, SheetImport, useKeys } from '../ui/index.ts';
import { goods as words } from '../i18n/zh-CN/goods.ts';

type Field = keyof typeof words.fields;
const isField = (name: string): name is Field => Object.hasOwn(words.fields, name);

export const ImportGoods = () => {
  const { t } = useTranslation('goods');
  const navigate = useNavigate();
  const back = (): void => void navigate('..', { relative: 'path' });
  useKeys({ Escape: back });
  return (
    <Page
      title={t('importTitle')}
      keys={[{ key: 'Esc', does: t('back', { ns: 'common' }) }]}
      acts={
        <Button data-testid="back" onClick={back}>
          {t('back', { ns: 'common' })} Esc
        </Button>
      }
    >
      <SheetImport area="goods" fieldName={(name) => (isField(name) ? t(`fields.${name}`) : '')} />
    </Page>
  );
};
