// Two short forms of the first run: the shop, then the manager's account.
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActError } from '../../db/contract/act.ts';
import type { BooksKind } from '../../main/desktop/contract.ts';
import { passwordMistake } from '../staff/passwords.ts';
import { Failed } from '../ui/failed.tsx';
import { enterMovesOn } from '../ui/form-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useForm } from '../ui/use-form.ts';
import type { SetUpInput } from './use-set-up.ts';

interface Props {
  readonly kind: BooksKind;
  readonly failure: ActError | null;
  readonly onSave: (input: SetUpInput) => void;
  readonly onBack?: () => void;
}

export const SetUpForm = ({ kind, failure, onSave, onBack }: Props) => {
  const { t } = useTranslation('shop');
  const practice = kind === 'practice';
  const [step, setStep] = useState<'shop' | 'manager'>('shop');
  const missing = (text: string, label: string): string | undefined =>
    text.trim() === '' ? t('form.missing', { ns: 'common', label }) : undefined;
  const shop = useForm(
    practice
      ? {
          name: t('wizard.practiceShopName'),
          districtCode: '450202',
          districtName: t('wizard.practiceDistrict'),
          reportPhone: '0772-0000000',
        }
      : { name: '', districtCode: '', districtName: '', reportPhone: '' },
    (values) => ({
      name: missing(values.name, t('name')),
      districtCode:
        missing(values.districtCode, t('districtCode')) ??
        (/^\d{6}(\d{6})?$/.test(values.districtCode.trim())
          ? undefined
          : t('district-code-bad.next', { ns: 'errors' })),
      districtName: missing(values.districtName, t('districtName')),
      reportPhone: missing(values.reportPhone, t('reportPhone')),
    }),
  );
  const manager = useForm({ name: '', login: 'dianzhang', password: '', again: '' }, (values) => {
    const weak = passwordMistake(values.password);
    return {
      name: missing(values.name, t('wizard.managerName')),
      login: missing(values.login, t('login', { ns: 'staff' })),
      password: weak ? t(`${weak}.title`, { ns: 'errors' }) : undefined,
      again: values.again === values.password ? undefined : t('passwordsDiffer', { ns: 'staff' }),
    };
  });
  const next = (): void => {
    if (step === 'shop') {
      if (shop.ready()) setStep('manager');
      return;
    }
    if (!manager.ready()) return;
    const { name, login, password } = manager.values;
    const facts = Object.fromEntries(
      Object.entries(shop.values).map(([key, value]) => [key, value.trim()]),
    ) as typeof shop.values;
    onSave({ ...facts, practice, manager: { name: name.trim(), login: login.trim(), password } });
  };
  const steps = practice ? 2 : 3;
  return (
    <form
      className="card narrow"
      noValidate
      onKeyDown={enterMovesOn(next)}
      onSubmit={(event) => {
        event.preventDefault();
        next();
      }}
    >
      <p className="secondary">{t('wizard.step', { at: step === 'shop' ? 1 : 2, of: steps })}</p>
      <h1>{t(step === 'shop' ? 'wizard.stepShop' : 'wizard.stepManager')}</h1>
      {step === 'shop' ? (
        <>
          <TextField form={shop} name="name" label={t('name')} autoFocus />
          <TextField
            form={shop}
            name="districtCode"
            label={t('districtCode')}
            hint={t('districtCodeHint')}
            inputMode="numeric"
          />
          <TextField form={shop} name="districtName" label={t('districtName')} hint={t('districtNameHint')} />
          <TextField
            form={shop}
            name="reportPhone"
            label={t('reportPhone')}
            hint={t('reportPhoneHint')}
            inputMode="tel"
          />
        </>
      ) : (
        <>
          <TextField form={manager} name="name" label={t('wizard.managerName')} autoFocus />
          <TextField
            form={manager}
            name="login"
            label={t('login', { ns: 'staff' })}
            hint={t('loginHint', { ns: 'staff' })}
            autoComplete="username"
          />
          <TextField
            form={manager}
            name="password"
            label={t('signIn.password', { ns: 'staff' })}
            hint={t('passwordHint', { ns: 'staff' })}
            password
            autoComplete="new-password"
          />
          <TextField
            form={manager}
            name="again"
            label={t('passwordAgain', { ns: 'staff' })}
            password
            autoComplete="new-password"
          />
        </>
      )}
      <Failed failure={failure} />
      <div className="button-row">
        <Button type="primary" size="large" htmlType="submit" className="form-save">
          {step === 'shop' ? t('next', { ns: 'common' }) : t('wizard.create')}
        </Button>
        {(step === 'manager' || onBack) && (
          <Button size="large" onClick={() => (step === 'manager' ? setStep('shop') : onBack?.())}>
            {t('back', { ns: 'common' })}
          </Button>
        )}
      </div>
    </form>
  );
};
