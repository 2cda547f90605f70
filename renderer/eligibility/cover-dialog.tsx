// One change of covers inside a household: who, which category, from which day, on what document; what it means is said before.
import { Checkbox, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../db/contract/index.ts';
import { parseDay } from '../../db/domain/business-day.ts';
import { useCommand } from '../api/index.ts';
import { useSession } from '../app/session.tsx';
import { day as dayWords } from '../i18n/format.ts';
import { Choice, ConfirmFinal, Failed, FormField } from '../ui/index.ts';
import type { CoverPerson } from './cover-acts.tsx';
import { DayField } from './day-field.tsx';
import { categoryOptions, useCategories } from './use-categories.ts';

export type CoverAct = 'begin' | 'change' | 'end';
export interface CoverDone {
  readonly people: number;
  /** Of a change. */
  readonly direction?: 'up' | 'down' | 'same';
}
interface Props {
  readonly act: CoverAct;
  readonly householdId: number;
  readonly people: readonly CoverPerson[];
  readonly covers: Output<'eligibility.covers'>;
  readonly onClose: () => void;
  readonly onDone: (done: CoverDone) => void;
}

/** Shown while it is mounted. */
export const CoverDialog = ({ act, householdId, people, covers, onClose, onDone }: Props) => {
  const { t } = useTranslation('eligibility');
  const today = useSession().status.businessDay;
  const categories = useCategories();
  const [who, setWho] = useState<ReadonlySet<number>>(new Set());
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [typedDay, setDay] = useState(today);
  const [document, setDocument] = useState('');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const [begin, change, end] = [
    useCommand('eligibility.begin'),
    useCommand('eligibility.change'),
    useCommand('eligibility.endCover'),
  ];
  const command = { begin, change, end }[act];
  const day = parseDay(typedDay);
  const open = covers.filter(({ toDay }) => toDay === null || toDay > today);
  const held = categories.filter(({ code }) => open.some((cover) => cover.code === code));
  const shown =
    act === 'begin' ? people : people.filter(({ id }) => open.some(({ personId }) => personId === id));
  const mistakes = {
    who: act === 'begin' && who.size === 0 ? t('covers.whoMissing') : undefined,
    from: act === 'change' && from === '' ? t('covers.whichCategory') : undefined,
    to: act !== 'end' && to === '' ? t('covers.whichCategory') : undefined,
    document: act !== 'end' && document.trim() === '' ? t('covers.documentMissing') : undefined,
    reason: act === 'end' && reason.trim() === '' ? t('covers.reasonMissing') : undefined,
  };
  const shownMistake = (field: keyof typeof mistakes): string | undefined =>
    tried ? mistakes[field] : undefined;

  const confirm = async (): Promise<void> => {
    setTried(true);
    if (day === null || Object.values(mistakes).some((mistake) => mistake !== undefined)) return;
    const said = { householdId, day, document: document.trim(), reason: reason.trim() };
    const personIds = who.size === 0 ? null : [...who];
    if (act === 'begin') {
      const done = await begin.run({ ...said, personIds: [...who], category: to });
      if (done) onDone({ people: done.begun });
    } else if (act === 'change') {
      const done = await change.run({ ...said, personIds, from, to });
      if (done) onDone({ people: done.changed, direction: done.direction });
    } else {
      const done = await end.run({ ...said, personIds, category: from === '' ? null : from });
      if (done) onDone({ people: done.ended });
    }
  };
  const toggle = (id: number): void => {
    const next = new Set(who);
    if (!next.delete(id)) next.add(id);
    setWho(next);
  };
  return (
    <ConfirmFinal
      open
      stops={act === 'end'}
      testId="cover-confirm"
      title={t(act === 'end' ? 'covers.endOne' : `covers.${act}`)}
      verb={t(act === 'end' ? 'covers.endOne' : `covers.${act}`)}
      pending={command.pending}
      figures={[]}
      onConfirm={() => void confirm()}
      onCancel={onClose}
    >
      <FormField
        label={t('covers.who')}
        required={act === 'begin'}
        {...(act === 'begin' ? {} : { hint: t('covers.everybody') })}
        mistake={shownMistake('who')}
      >
        {({ id }) => (
          <div id={id} role="group" aria-label={t('covers.who')}>
            {shown.map((person) => (
              <Checkbox
                key={person.id}
                data-testid={`cover-person-${String(person.id)}`}
                checked={who.has(person.id)}
                onChange={() => toggle(person.id)}
              >
                {person.name}
              </Checkbox>
            ))}
          </div>
        )}
      </FormField>
      {act !== 'begin' && (
        <FormField
          label={t('covers.fromCategory')}
          required={act === 'change'}
          mistake={shownMistake('from')}
        >
          {(field) => (
            <Choice
              field={field}
              testId="cover-from"
              value={from}
              options={[
                { value: '', label: t(act === 'end' ? 'covers.anyCategory' : 'covers.whichCategory') },
                ...categoryOptions(held),
              ]}
              onChange={setFrom}
            />
          )}
        </FormField>
      )}
      {act !== 'end' && (
        <FormField
          label={t(act === 'begin' ? 'covers.category' : 'covers.toCategory')}
          required
          mistake={shownMistake('to')}
        >
          {(field) => (
            <Choice
              field={field}
              testId="cover-to"
              value={to}
              options={[{ value: '', label: t('covers.whichCategory') }, ...categoryOptions(categories)]}
              onChange={setTo}
            />
          )}
        </FormField>
      )}
      <DayField label={t('covers.day')} testId="cover-day" value={typedDay} tried={tried} onChange={setDay} />
      <Line
        label={t('covers.document')}
        testId="cover-document"
        required={act !== 'end'}
        mistake={shownMistake('document')}
        value={document}
        onChange={setDocument}
      />
      <Line
        label={t(act === 'end' ? 'covers.reasonRequired' : 'covers.reasonOptional')}
        testId="cover-reason"
        required={act === 'end'}
        mistake={shownMistake('reason')}
        value={reason}
        onChange={setReason}
      />
      {day !== null && <p>{t(`covers.${act}Effect`, { day: dayWords(day) })}</p>}
      <Failed failure={command.failure} />
    </ConfirmFinal>
  );
};

interface LineProps {
  readonly label: string;
  readonly testId: string;
  readonly required: boolean;
  readonly mistake: string | undefined;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

const Line = ({ label, testId, required, mistake, value, onChange }: LineProps) => (
  <FormField label={label} required={required} mistake={mistake}>
    {({ status, ...field }) => (
      <Input
        {...field}
        status={status}
        data-testid={testId}
        autoComplete="off"
        maxLength={100}
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
    )}
  </FormField>
);
