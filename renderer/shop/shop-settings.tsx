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

/** Settings that are whole numbers, with the least and the most each may be; in the order of the form. */
const limits = {
  idleLockMinutes: [1, 60],
  expiryAlarmDays: [1, 365],
  farFromFairFactor: [2, 10],
  proxyHouseholdsPerMonth: [1, 100],
  pointsPerHour: [1, 60],
  retentionYears: [1, 30],
} as const;
/** Settings that are on or off, in the order of the form. */
const switches = [
  'overdueReviewBlocks',
  'issueNeedsSecond',
  'handoverNeeded',
  'topUpAllowed',
  'shortDatedFree',
] as const;
type SwitchName = (typeof switches)[number];
const eachSwitch = <T,>(make: (name: SwitchName) => T): Record<SwitchName, T> =>
  Object.fromEntries(switches.map((name) => [name, make(name)])) as Record<SwitchName, T>;
type NumberName = keyof typeof limits;
const numberNames = Object.keys(limits) as NumberName[];
const eachNumber = <T,>(make: (name: NumberName) => T): Record<NumberName, T> =>
  Object.fromEntries(numberNames.map((name) => [name, make(name)])) as Record<NumberName, T>;

const wholeBetween = (text: string, [least, most]: readonly [number, number]): boolean =>
  /^\d{1,4}$/.test(text) && Number(text) >= least && Number(text) <= most;

const SettingsForm = ({ shop }: { readonly shop: Output<'shop.read'> }) => {
  const { t } = useTranslation('shop');
  const change = useCommand('shop.change');
  const missing = (text: string, label: string): string | undefined =>
    text.trim() === '' ? t('form.missing', { ns: 'common', label }) : undefined;
  const number = (name: NumberName, text: string): string | undefined =>
    wholeBetween(text, limits[name])
      ? undefined
      : t('settings.wrongNumber', { least: limits[name][0], most: limits[name][1] });
  const form = useForm(
    {
      name: shop.name,
      districtName: shop.districtName,
      reportPhone: shop.reportPhone,
      ...eachNumber((name) => String(shop.settings[name])),
      publicNames: shop.settings.publicNames,
      signatureAtTill: shop.settings.signatureAtTill,
      ...eachSwitch((name) => shop.settings[name]),
    },
    (values) => ({
      name: missing(values.name, t('name')),
      districtName: missing(values.districtName, t('districtName')),
      reportPhone: missing(values.reportPhone, t('reportPhone')),
      ...eachNumber((name) => number(name, values[name])),
    }),
  );
  const save = (): void => {
    if (!form.ready()) return;
    const { name, districtName, reportPhone, publicNames, signatureAtTill } = form.values;
    void change.run({
      name,
      districtName,
      reportPhone,
      settings: {
        ...shop.settings,
        ...eachNumber((setting) => Number(form.values[setting])),
        publicNames,
        signatureAtTill,
        ...eachSwitch((setting) => form.values[setting]),
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
      {numberNames.map((name) => (
        <TextField
          key={name}
          form={form}
          name={name}
          label={t(`settings.${name}`)}
          hint={t(`settings.${name}Hint`)}
          inputMode="numeric"
        />
      ))}
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
      <FormField label={t('settings.signatureAtTill')}>
        {(field) => (
          <Choice
            field={field}
            testId="settings-signature"
            value={form.values.signatureAtTill}
            options={[
              { value: 'line', label: t('settings.signatureLine') },
              { value: 'drawn', label: t('settings.signatureDrawn') },
            ]}
            onChange={(how) => form.set('signatureAtTill', how)}
          />
        )}
      </FormField>
      {switches.map((name) => (
        <p key={name}>
          <Checkbox
            data-testid={`settings-${name}`}
            checked={form.values[name]}
            onChange={({ target }) => form.set(name, target.checked)}
          >
            {t(`settings.${name}`)}
          </Checkbox>
        </p>
      ))}
      <Failed failure={change.failure} onRetry={save} />
      {change.data && <Notice tone="done" title={t('settings.saved')} />}
      <Button type="primary" size="large" htmlType="submit" className="form-save" loading={change.pending}>
        {t('save', { ns: 'common' })} <kbd>Ctrl+Enter</kbd>
      </Button>
    </form>
  );
};
