// To whom goods are restricted (定向), as a machine can check it: category of household, street or community, batch of vouchers.
// All that is set must fit; nothing set is 非定向.
import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Designation } from '../../db/contract/measures.ts';
import { useAct } from '../api/index.ts';
import { useSession } from '../app/session.tsx';
import { categoryOptions, useCategories } from '../eligibility/use-categories.ts';
import { Choice, FormField } from '../ui/index.ts';

export const noDesignation: Designation = { category: null, place: null, batchId: null };

interface Props {
  readonly value: Designation;
  readonly onChange: (value: Designation) => void;
  /** The fields are `<testId>-category`, `-place` and `-batch`. */
  readonly testId?: string;
}

/** Three fields, to stand in a `field-grid`. */
export const DesignationField = ({ value, onChange, testId = 'designation' }: Props) => {
  const { t } = useTranslation();
  const categories = useCategories();
  const mayBatches = useSession().may('vouchers.view');
  const { data: batches = [] } = useAct('vouchers.batches', {}, { enabled: mayBatches });
  return (
    <>
      <FormField label={t('designation.category')}>
        {(field) => (
          <Choice
            field={field}
            testId={`${testId}-category`}
            value={value.category ?? ''}
            options={[{ value: '', label: t('designation.anyCategory') }, ...categoryOptions(categories)]}
            onChange={(category) => onChange({ ...value, category: category === '' ? null : category })}
          />
        )}
      </FormField>
      <FormField label={t('designation.place')}>
        {({ status, ...field }) => (
          <Input
            {...field}
            status={status}
            data-testid={`${testId}-place`}
            autoComplete="off"
            maxLength={60}
            placeholder={t('designation.placeHint')}
            value={value.place ?? ''}
            onChange={({ target }) =>
              onChange({ ...value, place: target.value === '' ? null : target.value })
            }
          />
        )}
      </FormField>
      <FormField label={t('designation.batch')}>
        {(field) => (
          <Choice
            field={field}
            testId={`${testId}-batch`}
            value={value.batchId === null ? '' : String(value.batchId)}
            options={[
              { value: '', label: t('designation.anyBatch') },
              ...batches.map(({ id, name }) => ({ value: String(id), label: name })),
            ]}
            onChange={(batch) => onChange({ ...value, batchId: batch === '' ? null : Number(batch) })}
          />
        )}
      </FormField>
    </>
  );
};
