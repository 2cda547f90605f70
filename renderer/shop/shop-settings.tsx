// Name, district and phone of the shop, and the few settings that differ from shop to shop.
import { Button, Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../db/contract/index.ts';
import { useAct } from '../api/use-act.ts';
import { useCommand } from '../api/use-command.ts';
import { Failed } from '../ui/failed.tsx';
import { Choice } from '../ui/choice.tsx';
import { enterMovesOn, FormField } from '../ui/form-field.tsx';
import { Notice } from '../ui/notice.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useForm } from '../ui/use-form.ts';

export const ShopSettings = () => {
  const { data, failure, refetch } = useAct('shop.read', {});
  return data ? <SettingsForm shop={data} /> : <Failed failure={failure} onRetry={() => void refetch()} />;
};

const wholeBetween = (text: string, least: number, most: number): boolean =>
  /^\d{1,4}$/.test(text) && Number(text) >= least && Number(text) <= most;

const SettingsForm = ({ shop }: { readonly shop: Output<'shop.read'> }) => {
  const { t } = useTranslation('shop');
  const change = useCommand('shop.change');
  const missing = (text: string, label: string): string | undefined =>
    text.trim() === '' ? t('form.missing', { ns: 'common', label }) : undefined;
  const number = (text: string, least: number, most: number): string | undefined =>
    wholeBetween(text, least, most) ? undefined : t('settings.wrongNumber', { least, most });
  const form = useForm(
    {
      name: shop.name,
      districtName: shop.districtName,
      reportPhone: shop.reportPhone,
      idleLockMinutes: String(shop.settings.idleLockMinutes),
      expiryAlarmDays: String(shop.settings.expiryAlarmDays),
      farFromFairFactor: String(shop.settings.farFromFairFactor),
      proxyHouseholdsPerMonth: String(shop.settings.proxyHouseholdsPerMonth),
      retentionYears: String(shop.settings.retentionYears),
      publicNames: shop.settings.publicNames,
      overdueReviewBlocks: shop.settings.overdueReviewBlocks,
    },
    (values) => ({
      name: missing(values.name, t('name')),
      districtName: missing(values.districtName, t('districtName')),
      reportPhone: missing(values.reportPhone, t('reportPhone')),
      idleLockMinutes: number(values.idleLockMinutes, 1, 60),
      expiryAlarmDays: number(values.expiryAlarmDays, 1, 365),
      farFromFairFactor: number(values.farFromFairFactor, 2, 10),
      proxyHouseholdsPerMonth: number(values.proxyHouseholdsPerMonth, 1, 100),
      retentionYears: number(values.retentionYears, 1, 30),
    }),
  );
  const save = (): void => {
    if (!form.ready()) return;
    const {
      idleLockMinutes,
      expiryAlarmDays,
      farFromFairFactor,
      proxyHouseholdsPerMonth,
      retentionYears,
      publicNames,
      overdueReviewBlocks,
      ...facts
    } = form.values;
    void change.run({
      ...facts,
      settings: {
        ...shop.settings,
        idleLockMinutes: Number(idleLockMinutes),
        expiryAlarmDays: Number(expiryAlarmDays),
        farFromFairFactor: Number(farFromFairFactor),
        proxyHouseholdsPerMonth: Number(proxyHouseholdsPerMonth),
        retentionYears: Number(retentionYears),
        publicNames,
        overdueReviewBlocks,
      },
    });
  };
  return (
    <form
      className="office-section narrow"
      noValidate
      onKeyDown={enterMovesOn(save)}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <h2>{t('settings.title')}</h2>
      <TextField form={form} name="name" label={t('name')} />
      <TextField form={form} name="districtName" label={t('districtName')} hint={t('districtNameHint')} />
      <TextField
        form={form}
        name="reportPhone"
        label={t('reportPhone')}
        hint={t('reportPhoneHint')}
        inputMode="tel"
      />
      <TextField
        form={form}
        name="idleLockMinutes"
        label={t('settings.idleLockMinutes')}
        hint={t('settings.idleLockMinutesHint')}
        inputMode="numeric"
      />
      <TextField
        form={form}
        name="expiryAlarmDays"
        label={t('settings.expiryAlarmDays')}
        hint={t('settings.expiryAlarmDaysHint')}
        inputMode="numeric"
      />
      <TextField
        form={form}
        name="farFromFairFactor"
        label={t('settings.farFromFairFactor')}
        hint={t('settings.farFromFairFactorHint')}
        inputMode="numeric"
      />
      <TextField
        form={form}
        name="proxyHouseholdsPerMonth"
        label={t('settings.proxyHouseholdsPerMonth')}
        hint={t('settings.proxyHouseholdsPerMonthHint')}
        inputMode="numeric"
      />
      <TextField
        form={form}
        name="retentionYears"
        label={t('settings.retentionYears')}
        hint={t('settings.retentionYearsHint')}
        inputMode="numeric"
      />
      <FormField label={t('settings.publicNames')} hint={t('settings.publicNamesHint')}>
        {(field) => (
          <Choice
            field={field}
            testId="settings-public-names"
            value={form.values.publicNames}
            options={[
              { value: 'masked', label: t('settings.publicNamesMasked') },
              { value: 'full', label: t('settings.publicNamesFull') },
            ]}
            onChange={(names) => form.set('publicNames', names)}
          />
        )}
      </FormField>
      <p>
        <Checkbox
          checked={form.values.overdueReviewBlocks}
          onChange={({ target }) => form.set('overdueReviewBlocks', target.checked)}
        >
          {t('settings.overdueReviewBlocks')}
        </Checkbox>
      </p>
      <Failed failure={change.failure} onRetry={save} />
      {change.data && <Notice tone="done" title={t('settings.saved')} />}
      <Button type="primary" size="large" htmlType="submit" className="form-save" loading={change.pending}>
        {t('save', { ns: 'common' })} <kbd>Ctrl+Enter</kbd>
      </Button>
    </form>
  );
};
