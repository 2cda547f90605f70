// The fields of a batch. Nothing of it is a constant of the program (domain.md §0.1); the shop's name and today are only proposed.
import { Button, Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { parseDay } from '../../db/domain/business-day.ts';
import { enterMovesOn, FormField } from '../ui/index.ts';
import { mistakesOf, type BatchDraft } from './batch-draft.ts';
import { BatchFaceFields } from './batch-face-fields.tsx';
import { BatchWhoFields } from './batch-who-fields.tsx';

interface Props {
  readonly draft: BatchDraft;
  readonly today: string;
  /** All mistakes are shown, not only those of fields that were left. */
  readonly tried: boolean;
  readonly pending: boolean;
  readonly onChange: (draft: BatchDraft) => void;
  readonly onPreview: () => void;
}
type TextName = 'name' | 'festival' | 'validFrom' | 'validTo' | 'place' | 'fundingSource';

const longest: Readonly<Record<TextName, number>> = {
  name: 60,
  festival: 30,
  validFrom: 20,
  validTo: 20,
  place: 100,
  fundingSource: 30,
};

export const BatchForm = ({ draft, today, tried, pending, onChange, onPreview }: Props) => {
  const { t } = useTranslation('vouchers');
  const [left, setLeft] = useState<ReadonlySet<keyof BatchDraft>>(new Set());
  const mistakes = mistakesOf(draft, today);
  const leave = (name: keyof BatchDraft): void => setLeft(new Set([...left, name]));
  const words = (name: keyof BatchDraft, label: string): string | undefined => {
    const mistake = tried || left.has(name) ? mistakes[name] : undefined;
    if (mistake === undefined) return undefined;
    switch (mistake) {
      case 'missing':
        return t('form.missing', { ns: 'common', label });
      case 'day':
        return t('form.dayBad', { ns: 'common' });
      case 'face':
      case 'points':
      case 'package':
      case 'sizes':
      case 'categories':
        return t(`form.mistakes.${mistake}`);
      case 'sizes-from-one':
        return t('form.mistakes.sizesFromOne');
      case 'sizes-rising':
        return t('form.mistakes.sizesRising');
      case 'to-before-from':
        return t('form.mistakes.toBeforeFrom');
      case 'over':
        return t('form.mistakes.over');
    }
  };
  const textField = (
    name: TextName,
    testId: string,
    label: string,
    {
      hint,
      optional = false,
      focus = false,
      list,
      day = false,
    }: { hint?: string; optional?: boolean; focus?: boolean; list?: string; day?: boolean } = {},
  ): ReactNode => (
    <FormField
      label={label}
      required={!optional}
      {...(hint === undefined ? {} : { hint })}
      mistake={words(name, label)}
    >
      {({ status, ...field }) => (
        <Input
          {...field}
          status={status}
          data-testid={testId}
          size="large"
          autoFocus={focus}
          autoComplete="off"
          maxLength={longest[name]}
          {...(list === undefined ? {} : { list })}
          value={draft[name]}
          onChange={(event) => onChange({ ...draft, [name]: event.target.value })}
          onBlur={() => {
            leave(name);
            const read = day ? parseDay(draft[name]) : null;
            if (read !== null && read !== draft[name]) onChange({ ...draft, [name]: read });
          }}
        />
      )}
    </FormField>
  );
  return (
    <form
      className="batch-form"
      onKeyDown={enterMovesOn(onPreview)}
      onSubmit={(event) => event.preventDefault()}
    >
      {textField('name', 'batch-name', t('form.name'), { hint: t('form.nameHint'), focus: true })}
      {textField('festival', 'batch-festival', t('form.festival'), { optional: true, list: 'festivals' })}
      <datalist id="festivals">
        {t('form.festivals')
          .split(',')
          .map((festival) => (
            <option key={festival} value={festival} />
          ))}
      </datalist>
      <BatchFaceFields draft={draft} onChange={onChange} onLeft={leave} mistake={words} />
      <BatchWhoFields draft={draft} onChange={onChange} onLeft={leave} mistake={words} />
      <div className="batch-pair">
        {textField('validFrom', 'batch-from', t('form.from'), { hint: t('form.dayHint'), day: true })}
        {textField('validTo', 'batch-to', t('form.to'), { hint: t('form.toHint'), day: true })}
      </div>
      {textField('place', 'batch-place', t('form.place'), { hint: t('form.placeHint') })}
      {textField('fundingSource', 'batch-funding', t('form.funding'), {
        hint: t('form.fundingHint'),
        optional: true,
      })}
      <Button
        data-testid="batch-preview"
        className="form-save"
        type="primary"
        size="large"
        loading={pending}
        onClick={onPreview}
      >
        {t('form.preview')} Ctrl+Enter
      </Button>
    </form>
  );
};
