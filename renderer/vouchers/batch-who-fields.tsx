// Who receives: categories, communities, and whether the highest category alone decides (就高).
import { Button, Checkbox, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../api/index.ts';
import { useCategories } from '../eligibility/use-categories.ts';
import { count } from '../i18n/format.ts';
import { FormField } from '../ui/index.ts';
import { fitting, type BatchDraft } from './batch-draft.ts';

interface Props {
  readonly draft: BatchDraft;
  readonly onChange: (draft: BatchDraft) => void;
  readonly onLeft: (name: keyof BatchDraft) => void;
  readonly mistake: (name: keyof BatchDraft, label: string) => string | undefined;
}

export const BatchWhoFields = (props: Props) => {
  const { draft, onChange, onLeft, mistake } = props;
  const { t } = useTranslation('vouchers');
  const listed = useCategories();
  const label = t('form.categories');
  return (
    <>
      <FormField label={label} required mistake={mistake('categories', label)}>
        {({ id }) => (
          <div
            id={id}
            role="group"
            aria-label={label}
            className="batch-categories"
            data-testid="batch-categories"
            onBlur={(event) => {
              if (!event.currentTarget.contains(event.relatedTarget)) onLeft('categories');
            }}
          >
            {listed.map(({ code, name }) => (
              <Checkbox
                key={code}
                data-testid={`batch-category-${code}`}
                checked={draft.categories.includes(code)}
                onChange={(event) =>
                  onChange({
                    ...draft,
                    categories: listed
                      .map((each) => each.code)
                      .filter((each) =>
                        each === code ? event.target.checked : draft.categories.includes(each),
                      ),
                  })
                }
              >
                {name}
              </Checkbox>
            ))}
            <span className="button-row">
              <Button
                data-testid="batch-categories-all"
                onClick={() => onChange({ ...draft, categories: listed.map(({ code }) => code) })}
              >
                {t('form.all')}
              </Button>
              <Button
                data-testid="batch-categories-none"
                onClick={() => onChange({ ...draft, categories: [] })}
              >
                {t('form.none')}
              </Button>
            </span>
          </div>
        )}
      </FormField>
      <Communities {...props} />
      <Radio.Group
        className="batch-highest"
        data-testid="batch-highest"
        value={draft.highestOnly}
        disabled={draft.basis === 'size'}
        onChange={(event) => onChange(fitting({ ...draft, highestOnly: event.target.value === true }))}
      >
        <Radio value={true}>{t(draft.basis === 'person' ? 'form.highestPerson' : 'form.highest')}</Radio>
        <Radio value={false}>
          {t(draft.basis === 'person' ? 'form.highestOffPerson' : 'form.highestOff')}
        </Radio>
      </Radio.Group>
    </>
  );
};

/** All of them unless some are ticked; the list is long, so it opens when it is asked for. */
const Communities = ({ draft, onChange }: Props) => {
  const { t } = useTranslation('vouchers');
  const [open, setOpen] = useState(draft.communities.length > 0);
  const { data } = useAct('vouchers.communities', {}, { enabled: open });
  const chosen = draft.communities.length;
  return (
    <FormField label={t('form.communities')}>
      {({ id }) => (
        <div id={id} role="group" aria-label={t('form.communities')}>
          <span className="button-row">
            <Button data-testid="batch-communities" aria-expanded={open} onClick={() => setOpen(!open)}>
              {chosen === 0 ? t('form.communitiesAll') : t('form.communitiesSome', { n: count(chosen) })}
            </Button>
            {chosen > 0 && (
              <Button
                data-testid="batch-communities-all"
                onClick={() => onChange({ ...draft, communities: [] })}
              >
                {t('form.communitiesReset')}
              </Button>
            )}
          </span>
          {open && (
            <div className="batch-categories batch-communities">
              {(data ?? []).map(({ community, households }) => (
                <Checkbox
                  key={community}
                  data-testid="batch-community"
                  checked={draft.communities.includes(community)}
                  onChange={({ target }) =>
                    onChange({
                      ...draft,
                      communities: target.checked
                        ? [...draft.communities, community]
                        : draft.communities.filter((each) => each !== community),
                    })
                  }
                >
                  {community} <span className="secondary">{count(households)}</span>
                </Checkbox>
              ))}
            </div>
          )}
        </div>
      )}
    </FormField>
  );
};
