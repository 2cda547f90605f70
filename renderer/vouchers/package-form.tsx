// Making or changing a package (套餐), for the keyboard: Enter moves on, F6 goes to the goods, Ctrl+Enter saves. A change is a new
// package under the same name: vouchers already issued keep what was promised.
import { DeleteOutlined } from '@ant-design/icons';
import { Button, Input, type InputRef } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { useAct, useCommand } from '../api/index.ts';
import { PickItem } from '../goods/pick-item.tsx';
import { QuantityField } from '../goods/quantity-field.tsx';
import { count, money } from '../i18n/format.ts';
import { enterMovesOn, Failed, FormField, Notice, Page, useKeys } from '../ui/index.ts';
import { draftOf, emptyPackage, readPackage, withItem, worthOf, type PackageDraft } from './package-draft.ts';

export const MakePackage = () => <Form packageId={null} start={emptyPackage} promised={0} />;

export const ChangePackage = () => {
  const packageId = Number(useParams()['packageId']);
  const { data, failure } = useAct('packages.list', { ended: true });
  const found = data?.find(({ id }) => id === packageId);
  if (!found) return <Failed failure={failure} />;
  return <Form key={packageId} packageId={packageId} start={draftOf(found)} promised={found.batches} />;
};

interface Props {
  readonly packageId: number | null;
  readonly start: PackageDraft;
  /** Batches that promise it. */
  readonly promised: number;
}

const Form = ({ packageId, start, promised }: Props) => {
  const { t } = useTranslation('packages');
  const navigate = useNavigate();
  const [draft, setDraft] = useState(start);
  const [tried, setTried] = useState(false);
  const pick = useRef<InputRef>(null);
  const making = useCommand('packages.make');
  const changing = useCommand('packages.change');
  const back = (): void => void navigate('..', { relative: 'path' });
  const save = async (): Promise<void> => {
    setTried(true);
    const input = readPackage(draft);
    if (!input) return;
    const done = packageId === null ? await making.run(input) : await changing.run({ packageId, ...input });
    if (done) back();
  };
  const setLine = (itemId: number, part: Partial<PackageDraft['lines'][number]> | null): void =>
    setDraft((now) => ({
      ...now,
      lines: now.lines.flatMap((line) =>
        line.item.id !== itemId ? [line] : part === null ? [] : [{ ...line, ...part }],
      ),
    }));
  useKeys({ Escape: back, 'Ctrl+Enter': () => void save(), F6: () => pick.current?.focus() });
  const title = packageId === null ? t('form.make') : t('form.change');
  const nameMissing = tried && draft.name.trim() === '';
  const worth = worthOf(draft);
  return (
    <Page
      title={title}
      keys={[
        { key: 'F6', does: t('keys.pick') },
        { key: 'Ctrl+Enter', does: t('form.save') },
        { key: 'Esc', does: t('back', { ns: 'common' }) },
      ]}
      acts={
        <Button data-testid="back" onClick={back}>
          {t('back', { ns: 'common' })} Esc
        </Button>
      }
    >
      {promised > 0 && <Notice tone="warn" title={t('form.promised', { n: count(promised) })} />}
      <div
        className="package-form"
        onKeyDown={(event) => event.ctrlKey || enterMovesOn(() => void save())(event)}
      >
        <div className="batch-pair">
          <FormField
            label={t('form.name')}
            required
            hint={t('form.nameHint')}
            mistake={nameMissing ? t('form.missing', { ns: 'common', label: t('form.name') }) : undefined}
          >
            {({ status, ...field }) => (
              <Input
                {...field}
                status={status}
                data-testid="package-name"
                size="large"
                autoFocus
                autoComplete="off"
                maxLength={40}
                value={draft.name}
                onChange={({ target }) => setDraft((now) => ({ ...now, name: target.value }))}
              />
            )}
          </FormField>
          <FormField label={t('form.note')} hint={t('form.noteHint')}>
            {({ status, ...field }) => (
              <Input
                {...field}
                status={status}
                data-testid="package-note"
                size="large"
                autoComplete="off"
                maxLength={100}
                value={draft.note}
                onChange={({ target }) => setDraft((now) => ({ ...now, note: target.value }))}
              />
            )}
          </FormField>
        </div>
        <section className="office-section" aria-label={t('form.goods')}>
          <h2>{t('form.goods')}</h2>
          {draft.lines.length === 0 && (
            <p className={tried ? 'off' : 'secondary'} role="status">
              {t('form.noLines')}
            </p>
          )}
          <ol className="package-lines">
            {draft.lines.map(({ item, typed }) => (
              <li key={item.id} data-testid="package-line" aria-label={item.name}>
                <div className="package-line-name">
                  <b>{item.name}</b> <span className="secondary">{item.spec}</span>
                  <div className="secondary">
                    {money(item.listPriceFen)} / {item.unit}
                  </div>
                </div>
                <QuantityField
                  item={item}
                  testId="package-quantity"
                  value={typed}
                  tried={tried}
                  autoFocus={typed.text === ''}
                  onChange={(next) => setLine(item.id, { typed: next })}
                  onEnter={() => pick.current?.focus()}
                />
                <Button
                  size="small"
                  icon={<DeleteOutlined aria-hidden="true" />}
                  aria-label={t('form.remove', { name: item.name })}
                  onClick={() => {
                    setLine(item.id, null);
                    pick.current?.focus();
                  }}
                />
              </li>
            ))}
          </ol>
          <PickItem
            testId="package-pick"
            label={t('form.pick')}
            field={pick}
            onPick={(item, perScan) => setDraft((now) => withItem(now, item, perScan))}
          />
        </section>
        {draft.lines.length > 0 && (
          <p data-testid="package-worth">
            {t('form.worth')} <b className="figure">{money(worth)}</b>
          </p>
        )}
        <Failed failure={making.failure ?? changing.failure} />
        <Button
          className="form-save"
          data-testid="package-save"
          type="primary"
          size="large"
          loading={making.pending || changing.pending}
          onClick={() => void save()}
        >
          {t('form.save')} Ctrl+Enter
        </Button>
      </div>
    </Page>
  );
};
