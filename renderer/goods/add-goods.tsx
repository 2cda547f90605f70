// Adding kinds of goods to the catalogue, one after the other: category and date-keeping stay for the next.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useCommand } from '../api/index.ts';
import { Notice } from '../ui/index.ts';
import { emptyItem, factsOf } from './item-draft.ts';
import { ItemForm } from './item-form.tsx';

export const AddGoods = () => {
  const { t } = useTranslation('goods');
  const navigate = useNavigate();
  const adding = useCommand('goods.add');
  const [saved, setSaved] = useState('');
  return (
    <ItemForm
      title={t('form.title')}
      initial={emptyItem}
      fixed={false}
      pending={adding.pending}
      failure={adding.failure}
      onSave={async (draft) => {
        const added = await adding.run({ code: draft.code, unit: draft.unit, ...factsOf(draft) });
        if (added) setSaved(draft.name);
        return added !== null;
      }}
      next={({ category, keepsDate }) => ({ ...emptyItem, category, keepsDate })}
      onBack={() => void navigate('..', { relative: 'path' })}
    >
      {saved !== '' && <Notice tone="done" title={t('form.saved', { name: saved })} />}
    </ItemForm>
  );
};
