// Changing one kind of goods: everything but its code and unit, by which the ledger counts.
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { useAct, useCommand } from '../api/index.ts';
import { Failed } from '../ui/index.ts';
import { draftOf, factsOf } from './item-draft.ts';
import { ItemForm } from './item-form.tsx';

export const ChangeGoods = () => {
  const { t } = useTranslation('goods');
  const navigate = useNavigate();
  const itemId = Number(useParams()['itemId']);
  const { data: item, failure } = useAct('goods.read', { itemId });
  const changing = useCommand('goods.change');
  const back = (): void => void navigate('..', { relative: 'path' });
  if (!item) return <Failed failure={failure} />;
  return (
    <ItemForm
      title={t('form.changeTitle', { name: item.name })}
      initial={draftOf(item)}
      fixed
      pending={changing.pending}
      failure={changing.failure}
      onSave={async (draft) => {
        const changed = await changing.run({ itemId, ...factsOf(draft) });
        if (changed) back();
        return changed !== null;
      }}
      onBack={back}
    />
  );
};
