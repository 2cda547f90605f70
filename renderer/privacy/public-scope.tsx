// What a list on the wall is about: an issue, or who is eligible by category and community; from when, published by whom.
import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useAct } from '../api/index.ts';
import { categoryOptions, useCategories } from '../eligibility/use-categories.ts';
import { Choice, Failed, FormField } from '../ui/index.ts';
import { typedDay } from './day-text.ts';

export interface Scope {
  readonly of: 'batch' | 'eligible';
  readonly batchId: string;
  readonly category: string;
  readonly community: string;
  readonly from: string;
  readonly publisher: string;
}
interface Props {
  readonly scope: Scope;
  readonly onChange: (scope: Scope) => void;
}

export const PublicScope = ({ scope, onChange }: Props) => {
  const { t } = useTranslation('privacy');
  const set = (changes: Partial<Scope>): void => onChange({ ...scope, ...changes });
  return (
    <div className="office-section field-grid" role="form" aria-label={t('public.scope')}>
      <FormField label={t('public.scope')}>
        {(field) => (
          <Choice
            field={field}
            testId="public-of"
            value={scope.of}
            options={[
              { value: 'batch', label: t('public.batch') },
              { value: 'eligible', label: t('public.eligible') },
            ]}
            onChange={(of) => set({ of })}
          />
        )}
      </FormField>
      {scope.of === 'batch' ? (
        <WhichBatch scope={scope} set={set} />
      ) : (
        <WhichPeople scope={scope} set={set} />
      )}
      <TextLine
        label={t('community')}
        hint={t('communityHint')}
        testId="public-community"
        value={scope.community}
        onChange={(community) => set({ community })}
      />
      <TextLine
        label={t('public.from')}
        hint={t('public.fromHint')}
        testId="public-from"
        value={scope.from}
        {...(scope.from !== '' && typedDay(scope.from) === null ? { mistake: t('public.fromBad') } : {})}
        onChange={(from) => set({ from })}
      />
      <TextLine
        label={t('public.publisher')}
        hint={t('public.publisherHint')}
        testId="public-publisher"
        value={scope.publisher}
        onChange={(publisher) => set({ publisher })}
      />
    </div>
  );
};

interface Part {
  readonly scope: Scope;
  readonly set: (changes: Partial<Scope>) => void;
}

const WhichBatch = ({ scope, set }: Part) => {
  const { t } = useTranslation('privacy');
  const { data, failure } = useAct('vouchers.batches', {});
  const issued = (data ?? []).filter(({ issuedAt }) => issuedAt !== null);
  return (
    <>
      <Failed failure={failure} />
      <FormField
        label={t('public.whichBatch')}
        {...(data && issued.length === 0 ? { hint: t('public.noBatch') } : {})}
      >
        {(field) => (
          <Choice
            field={field}
            testId="public-batch"
            value={scope.batchId}
            options={[
              { value: '', label: t('public.chooseBatch') },
              ...issued.map(({ id, name }) => ({ value: String(id), label: name })),
            ]}
            onChange={(batchId) => set({ batchId })}
          />
        )}
      </FormField>
    </>
  );
};

const WhichPeople = ({ scope, set }: Part) => {
  const { t } = useTranslation('privacy');
  const categories = useCategories();
  return (
    <>
      <FormField label={t('category')}>
        {(field) => (
          <Choice
            field={field}
            testId="public-category"
            value={scope.category}
            options={[{ value: '', label: t('allCategories') }, ...categoryOptions(categories)]}
            onChange={(category) => set({ category })}
          />
        )}
      </FormField>
    </>
  );
};

interface LineProps {
  readonly label: string;
  readonly hint?: string;
  readonly mistake?: string;
  readonly required?: boolean;
  readonly testId: string;
  readonly value: string;
  readonly most?: number;
  readonly autoFocus?: boolean;
  readonly onChange: (text: string) => void;
}

/** One line of text with its label and hint. */
export const TextLine = ({ testId, value, most = 60, autoFocus = false, onChange, ...about }: LineProps) => (
  <FormField {...about}>
    {({ status, ...field }) => (
      <Input
        {...field}
        status={status}
        size="large"
        data-testid={testId}
        autoComplete="off"
        autoFocus={autoFocus}
        maxLength={most}
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
    )}
  </FormField>
);
