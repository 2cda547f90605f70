// What a voucher of the batch is good for: its kind, to whom one goes, and its face, by household size a small table.
import { Button, Checkbox, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useAct } from '../api/index.ts';
import { money } from '../i18n/format.ts';
import { Choice, FormField } from '../ui/index.ts';
import { bases, classes, fitting, kinds, type BatchDraft, type SizeLine } from './batch-draft.ts';

interface Props {
  readonly draft: BatchDraft;
  readonly onChange: (draft: BatchDraft) => void;
  readonly onLeft: (name: keyof BatchDraft) => void;
  readonly mistake: (name: keyof BatchDraft, label: string) => string | undefined;
}

export const BatchFaceFields = (props: Props) => {
  const { draft, onChange } = props;
  const { t } = useTranslation('vouchers');
  const set = (part: Partial<BatchDraft>): void => onChange(fitting({ ...draft, ...part }));
  const ofKind = bases.filter((basis) => draft.kind !== 'package' || basis !== 'size');
  return (
    <>
      <div className="batch-pair">
        <FormField label={t('form.kind')}>
          {(field) => (
            <Choice
              field={field}
              testId="batch-kind"
              value={draft.kind}
              options={kinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
              onChange={(kind) => set({ kind })}
            />
          )}
        </FormField>
        <FormField label={t('form.basis')}>
          {(field) => (
            <Choice
              field={field}
              testId="batch-basis"
              value={draft.basis}
              options={ofKind.map((basis) => ({ value: basis, label: t(`bases.${basis}`) }))}
              onChange={(basis) => set({ basis })}
            />
          )}
        </FormField>
      </div>
      {draft.kind === 'package' ? (
        <PackageField {...props} />
      ) : draft.basis === 'size' ? (
        <SizeFields {...props} />
      ) : (
        <FaceField {...props} />
      )}
      <div className="batch-pair">
        <FormField label={t('form.stockClass')} hint={t('form.stockClassHint')}>
          {(field) => (
            <Choice
              field={field}
              testId="batch-class"
              value={draft.stockClass}
              options={classes.map((each) => ({ value: each, label: t(`classes.${each}`) }))}
              onChange={(stockClass) => set({ stockClass })}
            />
          )}
        </FormField>
        <Checkbox
          className="batch-parts"
          data-testid="batch-parts"
          checked={draft.inParts}
          disabled={draft.kind === 'package'}
          onChange={({ target }) => set({ inParts: target.checked })}
        >
          {t('form.inParts')}
        </Checkbox>
      </div>
    </>
  );
};

const FaceField = ({ draft, onChange, onLeft, mistake }: Props) => {
  const { t } = useTranslation('vouchers');
  const label = draft.kind === 'points' ? t('form.points') : t('form.face');
  return (
    <FormField label={label} required hint={t('form.faceHint')} mistake={mistake('face', label)}>
      {({ status, ...field }) => (
        <Input
          {...field}
          status={status}
          data-testid="batch-face"
          size="large"
          inputMode="decimal"
          autoComplete="off"
          maxLength={16}
          value={draft.face}
          onChange={({ target }) => onChange({ ...draft, face: target.value })}
          onBlur={() => onLeft('face')}
        />
      )}
    </FormField>
  );
};

const PackageField = ({ draft, onChange, onLeft, mistake }: Props) => {
  const { t } = useTranslation('vouchers');
  const { data } = useAct('packages.list', {});
  const label = t('form.package');
  return (
    <FormField label={label} required hint={t('form.packageHint')} mistake={mistake('packageId', label)}>
      {(field) => (
        <Choice
          field={field}
          testId="batch-package"
          value={draft.packageId === null ? '' : String(draft.packageId)}
          options={[
            { value: '', label: t('form.packageNone') },
            ...(data ?? []).map(({ id, name, worthFen }) => ({
              value: String(id),
              label: `${name} · ${money(worthFen)}`,
            })),
          ]}
          onChange={(id) => onChange({ ...draft, packageId: id === '' ? null : Number(id) })}
          onBlur={() => onLeft('packageId')}
        />
      )}
    </FormField>
  );
};

const SizeFields = ({ draft, onChange, onLeft, mistake }: Props) => {
  const { t } = useTranslation('vouchers');
  const setLine = (at: number, part: Partial<SizeLine>): void =>
    onChange({
      ...draft,
      sizes: draft.sizes.map((line, place) => (place === at ? { ...line, ...part } : line)),
    });
  const label = t('form.sizes');
  const cell = (at: number, part: keyof SizeLine, words: string) => (
    <Input
      data-testid={`batch-size-${part}`}
      aria-label={`${words} ${at + 1}`}
      className="figure"
      inputMode="decimal"
      autoComplete="off"
      maxLength={16}
      value={draft.sizes[at]?.[part] ?? ''}
      onChange={({ target }) => setLine(at, { [part]: target.value })}
    />
  );
  return (
    <FormField label={label} required hint={t('form.sizesHint')} mistake={mistake('sizes', label)}>
      {({ id }) => (
        <div
          id={id}
          role="group"
          aria-label={label}
          className="batch-sizes"
          onBlur={(event) => event.currentTarget.contains(event.relatedTarget) || onLeft('sizes')}
        >
          {draft.sizes.map((_, at) => (
            <div key={at} className="batch-size">
              {cell(at, 'members', t('form.sizeMembers'))}
              <span>{t('form.sizeFrom')}</span>
              {cell(at, 'face', t('form.sizeFace'))}
              <span>{draft.kind === 'points' ? t('unit.points') : t('unit.yuan')}</span>
            </div>
          ))}
          <Button
            data-testid="batch-size-more"
            disabled={draft.sizes.length >= 20}
            onClick={() => onChange({ ...draft, sizes: [...draft.sizes, { members: '', face: '' }] })}
          >
            {t('form.sizeMore')}
          </Button>
        </div>
      )}
    </FormField>
  );
};
