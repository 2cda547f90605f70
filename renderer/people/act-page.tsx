// A form about one household, made for the keyboard: Enter moves on, Ctrl+Enter saves, Esc goes back to the file.
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { ActError } from '../../db/contract/act.ts';
import { enterMovesOn, Failed, Page, useKeys } from '../ui/index.ts';
import { household as words } from '../i18n/zh-CN/household.ts';

type Field = keyof typeof words.fields;
const isField = (name: string): name is Field => Object.hasOwn(words.fields, name);

/** A field as these forms call it, for the list of what is wrong. */
export const useFieldNames = (): ((field: string) => string) => {
  const { t } = useTranslation('household');
  return (field) => (isField(field) ? t(`fields.${field}`) : '');
};

interface Props {
  readonly title: string;
  readonly testId: string;
  readonly failure: ActError | null;
  readonly pending: boolean;
  readonly saveWord?: string;
  readonly onSave: () => void;
  readonly onBack?: () => void;
  readonly children: ReactNode;
}

export const ActPage = ({ title, testId, failure, pending, saveWord, onSave, onBack, children }: Props) => {
  const { t } = useTranslation('household');
  const { t: common } = useTranslation();
  const navigate = useNavigate();
  const names = useFieldNames();
  const back = onBack ?? ((): void => void navigate('..', { relative: 'path' }));
  const save = (): void => {
    if (!pending) onSave();
  };
  useKeys({ Escape: back, 'Ctrl+Enter': save });
  return (
    <Page
      title={title}
      keys={[
        { key: 'Ctrl+Enter', does: common('keys.save') },
        { key: 'Esc', does: common('back') },
      ]}
      acts={
        <Button data-testid="back" onClick={back}>
          {common('back')} Esc
        </Button>
      }
    >
      <div role="form" aria-label={title} onKeyDown={enterMovesOn(save)}>
        {children}
        <Failed failure={failure} fieldName={names} />
        <div className="button-row">
          <Button
            className="form-save"
            data-testid={`${testId}-save`}
            type="primary"
            size="large"
            loading={pending}
            onClick={save}
          >
            {saveWord ?? t('save')} Ctrl+Enter
          </Button>
        </div>
      </div>
    </Page>
  );
};
