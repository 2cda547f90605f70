// One category: its rules, its names and since when each holds, and whether anything may still begin under it.
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { parseDay } from '../../db/domain/business-day.ts';
import { useAct, useCommand } from '../api/index.ts';
import { useSession } from '../app/session.tsx';
import { count } from '../i18n/format.ts';
import { Day, enterMovesOn, Failed, Notice, Page, useKeys } from '../ui/index.ts';
import { TextField } from '../ui/text-field.tsx';
import { useForm } from '../ui/use-form.ts';
import { draftOf, mistakesOf, newCategory, rulesOf } from './category-draft.ts';
import { EndCategory, RenameCategory } from './category-dialogs.tsx';
import type { ListedCategory } from './use-categories.ts';

/** The code is in the address; without one a category is added. */
export const CategoryPage = () => {
  const { t } = useTranslation('eligibility');
  const code = useSearchParams()[0].get('code');
  const { data, failure } = useAct('eligibility.categories', {});
  if (!data) return <Failed failure={failure} />;
  const category = data.find((known) => known.code === code);
  if (code !== null && !category) return <Notice tone="stop" title={t('categories.noSuch')} />;
  return <CategoryForm key={code} category={category ?? null} />;
};

const CategoryForm = ({ category }: { readonly category: ListedCategory | null }) => {
  const { t } = useTranslation('eligibility');
  const navigate = useNavigate();
  const adding = useCommand('eligibility.addCategory');
  const changing = useCommand('eligibility.changeCategory');
  const form = useForm(category ? draftOf(category) : newCategory, (draft) =>
    mistakesOf(draft, {
      nameMissing: t('categories.nameMissing'),
      dayBad: t('dayBad'),
      wrongNumber: (least, most) => t('categories.wrongNumber', { least, most }),
    }),
  );
  const [saved, setSaved] = useState<number | null>(null);
  const back = (): void => void navigate('..', { relative: 'path' });
  const save = async (): Promise<void> => {
    setSaved(null);
    if (!form.ready()) return;
    const rules = rulesOf(form.values);
    if (category) {
      const done = await changing.run({ code: category.code, ...rules });
      if (done) setSaved(done.resorted);
      return;
    }
    const fromDay = parseDay(form.values.fromDay);
    if (await adding.run({ name: form.values.name.trim(), ...rules, fromDay })) back();
  };
  useKeys({ Escape: back, 'Ctrl+Enter': () => void save() });
  const title = category ? t('categories.editTitle', { name: category.name }) : t('categories.add');
  return (
    <Page
      title={title}
      keys={[
        { key: 'Ctrl+Enter', does: t('keys.save', { ns: 'common' }) },
        { key: 'Esc', does: t('back', { ns: 'common' }) },
      ]}
      acts={
        <Button data-testid="back" onClick={back}>
          {t('back', { ns: 'common' })} Esc
        </Button>
      }
    >
      <Failed failure={adding.failure ?? changing.failure} />
      {saved !== null && (
        <Notice
          tone="done"
          title={saved === 0 ? t('categories.saved') : t('categories.savedResorted', { n: count(saved) })}
        />
      )}
      <div
        className="office-section"
        role="form"
        aria-label={t('categories.rules')}
        onKeyDown={(event) => enterMovesOn(() => void save())(event)}
      >
        {!category && <TextField form={form} name="name" label={t('categories.name')} autoFocus />}
        <TextField
          form={form}
          name="rank"
          label={t('categories.rank')}
          hint={t('categories.rankHint')}
          inputMode="numeric"
          autoFocus={category !== null}
        />
        <TextField
          form={form}
          name="reviewMonths"
          label={t('categories.reviewMonths')}
          hint={t('categories.reviewHint')}
          inputMode="numeric"
        />
        <TextField
          form={form}
          name="graceMonths"
          label={t('categories.graceMonths')}
          hint={t('categories.graceHint')}
          inputMode="numeric"
        />
        {!category && (
          <TextField
            form={form}
            name="fromDay"
            label={t('categories.fromDay')}
            hint={t('categories.fromHint')}
            required={false}
          />
        )}
        {(['institutional', 'minorProtected'] as const).map((flag) => (
          <p key={flag}>
            <Checkbox
              data-testid={`category-${flag}`}
              checked={form.values[flag]}
              onChange={({ target }) => form.set(flag, target.checked)}
            >
              {t(`categories.${flag}`)}
            </Checkbox>
          </p>
        ))}
        <div className="button-row">
          <Button
            className="form-save"
            data-testid="category-save"
            type="primary"
            size="large"
            loading={adding.pending || changing.pending}
            onClick={() => void save()}
          >
            {t('categories.save')} Ctrl+Enter
          </Button>
        </div>
      </div>
      {category && <NamesAndUse category={category} />}
    </Page>
  );
};

const NamesAndUse = ({ category }: { readonly category: ListedCategory }) => {
  const { t } = useTranslation('eligibility');
  const { status } = useSession();
  const use = useAct('eligibility.categoryUse', {});
  const reopening = useCommand('eligibility.reopenCategory');
  const [asking, setAsking] = useState<'rename' | 'end' | null>(null);
  useKeys({ F6: () => setAsking('rename') });
  const close = (): void => setAsking(null);
  const households = use.data?.find(({ code }) => code === category.code)?.households ?? 0;
  return (
    <section className="office-section" aria-label={t('categories.names')}>
      <h2>{t('categories.names')}</h2>
      <table className="small-table" data-testid="category-names">
        <thead>
          <tr>
            <th scope="col">{t('categories.since')}</th>
            <th scope="col">{t('categories.name')}</th>
          </tr>
        </thead>
        <tbody>
          {category.names.map(({ fromDay, name }) => (
            <tr key={fromDay}>
              <td>{fromDay === '' ? t('categories.always') : <Day value={fromDay} />}</td>
              <td>{name}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Failed failure={reopening.failure} />
      <div className="button-row">
        <Button data-testid="category-rename" onClick={() => setAsking('rename')}>
          {t('categories.rename')} F6
        </Button>
        {category.toDay === null ? (
          <Button data-testid="category-end" danger onClick={() => setAsking('end')}>
            {t('categories.end')}
          </Button>
        ) : (
          <Button
            data-testid="category-reopen"
            loading={reopening.pending}
            onClick={() => void reopening.run({ code: category.code })}
          >
            {t('categories.reopen')}
          </Button>
        )}
      </div>
      {asking === 'rename' && (
        <RenameCategory category={category} today={status.businessDay} onClose={close} />
      )}
      {asking === 'end' && (
        <EndCategory category={category} today={status.businessDay} households={households} onClose={close} />
      )}
    </section>
  );
};
