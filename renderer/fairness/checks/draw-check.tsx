// Draws a sample: percentage, scope, seed; says how many it would be before, and asks once.
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useAct, useCommand } from '../../api/index.ts';
import { count } from '../../i18n/format.ts';
import {
  Choice,
  ConfirmFinal,
  enterMovesOn,
  Failed,
  FormField,
  Page,
  useKeys,
  useSettled,
} from '../../ui/index.ts';
import { TextField } from '../../ui/text-field.tsx';
import { useForm } from '../../ui/use-form.ts';
import { basisPointsOf, percentWords } from '../words.ts';

const empty = { title: '', percent: '30', category: '', community: '', seed: '' };

export const DrawCheck = () => {
  const { t } = useTranslation('fairness');
  const navigate = useNavigate();
  const categories = useAct('eligibility.categories', {});
  const draw = useCommand('fairness.draw');
  const [asking, setAsking] = useState(false);
  const form = useForm(empty, (values) => ({
    title: values.title.trim() === '' ? t('missing') : undefined,
    percent: basisPointsOf(values.percent) === null ? t('checks.percentBad') : undefined,
  }));
  const { title, category, community, seed } = form.values;
  const settled = useSettled(form.values);
  const points = basisPointsOf(settled.percent);
  const size = useAct(
    'fairness.sampleSize',
    { basisPoints: points ?? 1, category: settled.category, community: settled.community },
    { enabled: points !== null, keepPrevious: true },
  );
  const known = points === null ? undefined : size.data;
  const ask = (): void => {
    if (form.ready() && known && known.population > 0) setAsking(true);
  };
  const confirm = async (): Promise<void> => {
    const basisPoints = basisPointsOf(form.values.percent);
    if (basisPoints === null) return;
    const drawn = await draw.run({ title, basisPoints, category, community, seed });
    if (drawn) void navigate(`../${String(drawn.checkId)}`, { relative: 'path', replace: true });
  };
  const back = (): void => void navigate('..', { relative: 'path' });
  useKeys({ Escape: back, 'Ctrl+Enter': ask });
  return (
    <Page
      title={t('checks.drawTitle')}
      keys={[
        { key: 'Ctrl+Enter', does: t('checks.drawVerb') },
        { key: 'Esc', does: t('back', { ns: 'common' }) },
      ]}
      acts={
        <Button data-testid="back" onClick={back}>
          {t('back', { ns: 'common' })} Esc
        </Button>
      }
    >
      <Failed failure={size.failure ?? categories.failure} />
      <div
        className="office-section"
        role="form"
        aria-label={t('checks.drawTitle')}
        onKeyDown={enterMovesOn(ask)}
      >
        <div className="field-grid">
          <TextField
            form={form}
            name="title"
            label={t('checks.name')}
            hint={t('checks.nameHint')}
            autoFocus
          />
          <TextField
            form={form}
            name="percent"
            label={t('checks.percent')}
            hint={t('checks.percentHint')}
            inputMode="numeric"
          />
          <FormField label={t('category')}>
            {(field) => (
              <Choice
                field={field}
                testId="draw-category"
                value={category}
                options={[
                  { value: '', label: t('checks.allCategories') },
                  ...(categories.data ?? []).map(({ code, name }) => ({ value: code, label: name })),
                ]}
                onChange={(code) => form.set('category', code)}
              />
            )}
          </FormField>
          <FormField label={t('community')} hint={t('checks.communityHint')}>
            {({ status, ...field }) => (
              <Input
                {...field}
                status={status}
                size="large"
                data-testid="draw-community"
                autoComplete="off"
                maxLength={60}
                value={community}
                onChange={(event) => form.set('community', event.target.value)}
              />
            )}
          </FormField>
          <TextField
            form={form}
            name="seed"
            label={t('checks.seed')}
            hint={t('checks.seedHint')}
            required={false}
          />
        </div>
        {known && (
          <p data-testid="draw-size">
            {known.population === 0
              ? t('checks.sizeNone')
              : t('checks.size', {
                  population: count(known.population),
                  drawn: count(known.drawn),
                  relatives: count(known.relatives),
                })}
          </p>
        )}
        <div className="button-row">
          <Button
            data-testid="draw-ask"
            className="form-save"
            type="primary"
            size="large"
            disabled={!known || known.population === 0}
            onClick={ask}
          >
            {t('checks.drawVerb')} Ctrl+Enter
          </Button>
        </div>
      </div>
      {asking && known && (
        <ConfirmFinal
          open
          testId="draw-confirm"
          title={t('checks.drawTitle')}
          verb={t('checks.drawVerb')}
          figures={[
            { label: t('checks.name'), value: title },
            { label: t('checks.percent'), value: percentWords(points ?? 0) },
            { label: t('checks.population'), value: t('checks.households', { n: count(known.population) }) },
            { label: t('checks.drawn'), value: t('checks.households', { n: count(known.drawn) }) },
            { label: t('checks.relatives'), value: t('checks.households', { n: count(known.relatives) }) },
          ]}
          pending={draw.pending}
          onConfirm={() => void confirm()}
          onCancel={() => setAsking(false)}
        >
          <p>{t('checks.onceDrawn')}</p>
          <Failed failure={draw.failure} />
        </ConfirmFinal>
      )}
    </Page>
  );
};
