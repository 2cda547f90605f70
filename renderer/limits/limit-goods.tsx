// Of which goods a rule speaks: all, one item, or one category of the catalogue.
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useAct } from '../api/index.ts';
import { PickItem } from '../goods/pick-item.tsx';
import { Choice, FormField } from '../ui/index.ts';
import type { LimitDraft, LimitMistakes } from './limit-draft.ts';

export interface PartProps {
  readonly draft: LimitDraft;
  readonly wrong: LimitMistakes;
  readonly tried: boolean;
  readonly change: (part: Partial<LimitDraft>) => void;
}

export const LimitGoods = ({ draft, wrong, tried, change }: PartProps) => {
  const { t } = useTranslation('limits');
  return (
    <div className="field-grid">
      <FormField label={t('form.goods')} required>
        {(field) => (
          <Choice<LimitDraft['goods']>
            field={field}
            testId="limit-goods"
            value={draft.goods}
            options={[
              { value: 'any', label: t('form.goodsAny') },
              { value: 'item', label: t('form.goodsItem') },
              { value: 'sort', label: t('form.goodsSort') },
            ]}
            onChange={(goods) => change({ goods })}
          />
        )}
      </FormField>
      {draft.goods === 'item' && <OneItem draft={draft} wrong={wrong} tried={tried} change={change} />}
      {draft.goods === 'sort' && <OneSort draft={draft} wrong={wrong} tried={tried} change={change} />}
    </div>
  );
};

const OneItem = ({ draft: { item }, wrong, tried, change }: PartProps) => {
  const { t } = useTranslation('limits');
  if (item)
    return (
      <div className="form-field" data-testid="limit-item">
        <div className="pick-label">{t('form.item')}</div>
        <p>
          <b>{item.name}</b> {item.spec} <span className="secondary">{item.code}</span>{' '}
          <Button size="small" data-testid="limit-item-another" onClick={() => change({ item: null })}>
            {t('form.another')}
          </Button>
        </p>
      </div>
    );
  return (
    <div className="form-field">
      <div className="pick-label" aria-hidden="true">
        {t('form.item')}
      </div>
      <PickItem
        label={t('form.item')}
        testId="limit-pick-item"
        onPick={(picked) => change({ item: picked })}
      />
      {tried && wrong.item && (
        <div className="form-mistake" role="alert">
          <span aria-hidden="true">✖ </span>
          {t('form.itemMissing')}
        </div>
      )}
    </div>
  );
};

const OneSort = ({ draft: { sort }, wrong, tried, change }: PartProps) => {
  const { t } = useTranslation('limits');
  const rules = useAct('goods.rules', {}).data ?? [];
  return (
    <FormField
      label={t('form.sort')}
      required
      mistake={tried && wrong.sort ? t('form.sortMissing') : undefined}
    >
      {(field) => (
        <Choice
          field={field}
          testId="limit-sort"
          value={sort}
          options={[
            { value: '', label: '—' },
            ...rules.map(({ category }) => ({ value: category, label: category })),
          ]}
          onChange={(chosen) => change({ sort: chosen })}
        />
      )}
    </FormField>
  );
};
