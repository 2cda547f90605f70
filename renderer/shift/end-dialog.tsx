// F8 ends the shift, F6 hands it over: cash as counted beside cash as expected, a word where they differ, and who takes over signs in
// here with the own password, which is not kept.
import { useTranslation } from 'react-i18next';
import { useCommand } from '../api/index.ts';
import { useSession, useSomebodyElse } from '../app/session.tsx';
import { count } from '../i18n/format.ts';
import { Choice, ConfirmFinal, enterMovesOn, Failed, FormField, Money, Notice } from '../ui/index.ts';
import { TextField } from '../ui/text-field.tsx';
import { useForm } from '../ui/use-form.ts';
import { readCash } from './cash-text.ts';
import type { Shift } from './current-shift.tsx';

export type Ending = 'close' | 'handOver';
interface Props {
  readonly ending: Ending;
  readonly shift: Shift;
  /** Baskets that wait. */
  readonly held: number;
  readonly onClose: () => void;
  /** Who has the till now; null: nobody. */
  readonly onDone: (name: string | null) => void;
}

export const EndDialog = ({ ending, shift, held, onClose, onDone }: Props) => {
  const { t } = useTranslation('shift');
  const { me, status } = useSession();
  const somebodyElse = useSomebodyElse();
  const [closing, handing] = [useCommand('shift.close'), useCommand('shift.handOver')];
  const over = ending === 'handOver';
  const others = status.staff.filter(({ login, role }) => role !== 'bureau' && login !== me.login);
  const form = useForm(
    { cash: '', note: '', login: others[0]?.login ?? '', password: '' },
    ({ cash, password }) => ({
      cash: readCash(cash) === undefined ? t('cashBad') : undefined,
      password: over && password === '' ? t('passwordMissing') : undefined,
    }),
  );
  const counted = readCash(form.values.cash);
  const pending = closing.pending || handing.pending;
  const save = (): void => {
    if (!form.ready() || counted === undefined || pending || (over && others.length === 0)) return;
    const { note, login, password } = form.values;
    const end = { shiftId: shift.shiftId, countedFen: counted, note };
    if (over)
      void handing.run({ ...end, to: { login, password } }).then((done) => {
        if (!done) return;
        onDone(done.name);
        void somebodyElse();
      });
    else void closing.run(end).then((done) => done && onDone(null));
  };
  const { expectedFen } = shift;
  const difference = counted == null || expectedFen === null ? null : counted - expectedFen;
  return (
    <ConfirmFinal
      open
      title={`${t(ending)} · ${shift.number}`}
      verb={t(ending)}
      pending={pending}
      testId="shift-end-confirm"
      figures={[
        { label: t('householdTimes'), value: count(shift.householdTimes) },
        { label: t('held'), value: count(held) },
        { label: t('expected'), value: expectedFen === null ? t('unknown') : <Money fen={expectedFen} /> },
        {
          label: t('difference'),
          value: difference === null ? t('unknown') : <Money fen={difference} strong={difference !== 0} />,
        },
      ]}
      onConfirm={save}
      onCancel={onClose}
    >
      <div data-testid="shift-end-form" onKeyDown={(event) => event.ctrlKey || enterMovesOn(save)(event)}>
        <p>{t('ask')}</p>
        <TextField
          form={form}
          name="cash"
          label={t('cash')}
          hint={t('cashHint')}
          required={false}
          autoFocus
          inputMode="numeric"
        />
        <TextField form={form} name="note" label={t('note')} hint={t('noteHint')} required={false} />
        {over && (
          <>
            {others.length === 0 && <Notice tone="warn" title={t('nobody')} />}
            <FormField label={t('next')} required>
              {(field) => (
                <Choice
                  field={field}
                  testId="shift-next"
                  value={form.values.login}
                  options={others.map(({ login, name }) => ({ value: login, label: name }))}
                  onChange={(login) => form.set('login', login)}
                />
              )}
            </FormField>
            <TextField
              form={form}
              name="password"
              label={t('password')}
              password
              autoComplete="one-time-code"
            />
          </>
        )}
      </div>
      <Failed failure={over ? handing.failure : closing.failure} />
    </ConfirmFinal>
  );
};
