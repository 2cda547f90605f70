// One volunteer entered or changed: name, telephone, account of this shop, in use or not. The screen knows a telephone only masked.
import { Checkbox, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct, useCommand } from '../api/index.ts';
import { useSession } from '../app/session.tsx';
import { Choice, ConfirmFinal, enterMovesOn, Failed, FormField } from '../ui/index.ts';
import type { Story } from './point-facts.tsx';

interface Props {
  readonly known: Story | null;
  readonly onClose: () => void;
}

export const VolunteerForm = ({ known, onClose }: Props) => {
  const { t } = useTranslation('points');
  const accounts = useAct('staff.list', {}, { enabled: useSession().may('staff.manage') });
  const adding = useCommand('points.addVolunteer');
  const changing = useCommand('points.changeVolunteer');
  const [name, setName] = useState(known?.name ?? '');
  const [phone, setPhone] = useState('');
  const [account, setAccount] = useState(known?.staffId == null ? '' : String(known.staffId));
  const [active, setActive] = useState(known?.active ?? true);
  const [tried, setTried] = useState(false);
  const save = async (): Promise<void> => {
    setTried(true);
    if (name.trim() === '' || adding.pending || changing.pending) return;
    const facts = { name, staffId: account === '' ? null : Number(account) };
    const done =
      known === null
        ? await adding.run({ ...facts, phone: phone.trim() })
        : await changing.run({
            volunteerId: known.volunteerId,
            ...facts,
            phone: phone.trim() === '' ? null : phone.trim(),
            active,
          });
    if (done) onClose();
  };
  const names: Readonly<Record<string, string>> = {
    name: t('name'),
    phone: t('phone'),
    staffId: t('account'),
  };
  return (
    <ConfirmFinal
      open
      testId="volunteer-save"
      title={known === null ? t('form.add') : t('form.change')}
      verb={t('form.save')}
      pending={adding.pending || changing.pending}
      figures={[]}
      onConfirm={() => void save()}
      onCancel={onClose}
    >
      <div onKeyDown={(event) => event.ctrlKey || enterMovesOn(() => void save())(event)}>
        <FormField
          label={t('name')}
          required
          mistake={tried && name.trim() === '' ? t('missing', { label: t('name') }) : undefined}
        >
          {({ status, ...field }) => (
            <Input
              {...field}
              status={status}
              autoFocus
              data-testid="volunteer-name"
              autoComplete="off"
              maxLength={60}
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </FormField>
        <FormField
          label={t('phone')}
          {...(known === null || known.phone === '' ? {} : { hint: t('phoneKept', { phone: known.phone }) })}
        >
          {({ status, ...field }) => (
            <Input
              {...field}
              status={status}
              data-testid="volunteer-phone"
              inputMode="tel"
              autoComplete="off"
              maxLength={40}
              value={phone}
              onChange={(event) => setPhone(event.target.value)}
            />
          )}
        </FormField>
        <FormField label={t('account')} hint={t('accountHint')}>
          {(field) => (
            <Choice
              field={field}
              testId="volunteer-account"
              value={account}
              options={[
                { value: '', label: t('noAccount') },
                ...(accounts.data ?? []).map((staff) => ({
                  value: String(staff.staffId),
                  label: staff.name,
                })),
              ]}
              onChange={setAccount}
            />
          )}
        </FormField>
        {known !== null && (
          <Checkbox
            data-testid="volunteer-active"
            checked={active}
            onChange={({ target }) => setActive(target.checked)}
          >
            {t('active')}
          </Checkbox>
        )}
      </div>
      <Failed failure={adding.failure ?? changing.failure} fieldName={(field) => names[field] ?? ''} />
    </ConfirmFinal>
  );
};
