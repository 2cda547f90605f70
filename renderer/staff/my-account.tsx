// What everybody may change: the own password, and how this PC shows the program.
import { Button, Radio, Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../api/use-command.ts';
import { Failed } from '../ui/failed.tsx';
import { enterMovesOn } from '../ui/form-field.tsx';
import { useLook } from '../ui/look.tsx';
import { Notice } from '../ui/notice.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useForm } from '../ui/use-form.ts';
import { passwordMistake } from './passwords.ts';

export const MyAccount = () => (
  <>
    <Display />
    <ChangePassword />
  </>
);

const Display = () => {
  const { t } = useTranslation('shop');
  const { large, setLarge, language, setLanguage } = useLook();
  return (
    <section className="office-section stack">
      <h2>{t('look.title')}</h2>
      <div className="button-row">
        <span id="look-language">{t('look.language')}</span>
        <Radio.Group
          aria-labelledby="look-language"
          value={language}
          onChange={({ target }) => setLanguage(target.value === 'en' ? 'en' : 'zh-CN')}
          optionType="button"
          options={[
            { value: 'zh-CN', label: t('look.chinese') },
            { value: 'en', label: t('look.english') },
          ]}
        />
      </div>
      <label className="button-row">
        <Switch checked={large} onChange={setLarge} aria-label={t('look.large')} />
        <span>
          {t('look.large')} <span className="secondary">{t('look.largeHint')}</span>
        </span>
      </label>
    </section>
  );
};

const ChangePassword = () => {
  const { t } = useTranslation('staff');
  const change = useCommand('staff.changePassword');
  const form = useForm({ old: '', fresh: '', again: '' }, (values) => {
    const weak = passwordMistake(values.fresh);
    return {
      old: values.old === '' ? t('form.missing', { ns: 'common', label: t('oldPassword') }) : undefined,
      fresh: weak ? t(`${weak}.title`, { ns: 'errors' }) : undefined,
      again: values.again === values.fresh ? undefined : t('passwordsDiffer'),
    };
  });
  const save = async (): Promise<void> => {
    if (form.ready() && (await change.run({ oldPassword: form.values.old, newPassword: form.values.fresh })))
      form.reset();
  };
  return (
    <form
      className="office-section narrow"
      noValidate
      onKeyDown={enterMovesOn(() => void save())}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <h2>{t('changePassword')}</h2>
      <TextField form={form} name="old" label={t('oldPassword')} password autoComplete="current-password" />
      <TextField
        form={form}
        name="fresh"
        label={t('newPassword')}
        hint={t('passwordHint')}
        password
        autoComplete="new-password"
      />
      <TextField form={form} name="again" label={t('passwordAgain')} password autoComplete="new-password" />
      <Failed failure={change.failure} />
      {change.data && <Notice tone="done" title={t('passwordChanged')} />}
      <Button type="primary" size="large" htmlType="submit" className="form-save" loading={change.pending}>
        {t('save', { ns: 'common' })}
      </Button>
    </form>
  );
};
