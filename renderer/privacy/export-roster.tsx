// 名册导出: masked as it is, whole for a reason; said before that it is logged.
import { Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { householdStates } from '../../db/contract/people.ts';
import { useSession } from '../app/session.tsx';
import { categoryOptions, useCategories } from '../eligibility/use-categories.ts';
import { Choice, ExportButtons, FormField, Notice, Page, useKeys } from '../ui/index.ts';
import { TextLine } from './public-scope.tsx';

type State = '' | (typeof householdStates)[number];
const formats = ['xlsx', 'csv', 'pdf'] as const;

export const ExportRoster = () => {
  const { t } = useTranslation('privacy');
  const mayWhole = useSession().may('people.export');
  const categories = useCategories();
  const [filter, setFilter] = useState({ category: '', community: '', state: 'eligible' as State });
  const [whole, setWhole] = useState(false);
  const [reason, setReason] = useState('');
  useKeys(mayWhole ? { F7: () => setWhole(!whole) } : {});
  return (
    <Page title={t('export.title')} keys={mayWhole ? [{ key: 'F7', does: t('export.wholeKey') }] : []}>
      <p className="secondary">{t('export.about')}</p>
      <section className="office-section" aria-label={t('export.title')}>
        <div className="field-grid">
          <FormField label={t('category')}>
            {(field) => (
              <Choice
                field={field}
                testId="export-category"
                value={filter.category}
                options={[{ value: '', label: t('allCategories') }, ...categoryOptions(categories)]}
                onChange={(category) => setFilter({ ...filter, category })}
              />
            )}
          </FormField>
          <TextLine
            label={t('community')}
            hint={t('communityHint')}
            testId="export-community"
            value={filter.community}
            onChange={(community) => setFilter({ ...filter, community })}
          />
          <FormField label={t('export.state')}>
            {(field) => (
              <Choice
                field={field}
                testId="export-state"
                value={filter.state}
                options={[
                  { value: '', label: t('export.allStates') },
                  ...householdStates.map((value) => ({ value, label: t(`export.states.${value}`) })),
                ]}
                onChange={(state) => setFilter({ ...filter, state })}
              />
            )}
          </FormField>
        </div>
        {mayWhole && (
          <p>
            <Checkbox
              data-testid="export-whole"
              checked={whole}
              onChange={({ target }) => setWhole(target.checked)}
            >
              {t('export.whole')} <kbd>F7</kbd>
            </Checkbox>
          </p>
        )}
        {whole ? (
          <>
            <Notice tone="warn" title={t('export.wholeWarning')}>
              <p>{t('export.wholeDetail')}</p>
            </Notice>
            <TextLine
              label={t('export.reason')}
              hint={t('export.reasonHint')}
              required
              autoFocus
              most={200}
              testId="export-reason"
              value={reason}
              onChange={setReason}
            />
            <ExportButtons
              act="privacy.exportFullRoster"
              input={{ ...filter, reason }}
              formats={formats}
              disabled={reason.trim() === ''}
              testId="roster-whole"
            />
          </>
        ) : (
          <ExportButtons act="privacy.exportRoster" input={filter} formats={formats} testId="roster-masked" />
        )}
      </section>
    </Page>
  );
};
