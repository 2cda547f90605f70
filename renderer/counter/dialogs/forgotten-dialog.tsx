// F11 with nobody at the till: a household that forgot its voucher. Found by name, pinyin or the end of a number, opened when somebody
// else says yes with their password.
import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../db/contract/index.ts';
import { useCommand } from '../../api/index.ts';
import { Choice, enterMovesOn, Failed, FormField, Notice, useKeys } from '../../ui/index.ts';
import { ApproverFields, useApprover } from '../approver-fields.tsx';
import { play } from '../sounds.ts';
import { KeyList } from './key-list.tsx';

type Found = Output<'counter.findHolder'>;
type Household = Found['households'][number];
interface Props {
  readonly onOpened: (answer: Output<'counter.openForgotten'>) => void;
  readonly onClose: () => void;
}

export const ForgottenDialog = ({ onOpened, onClose }: Props) => {
  const { t } = useTranslation('counter');
  const { t: tAny } = useTranslation();
  const [chosen, setChosen] = useState<Household | null>(null);
  return (
    <Modal
      open
      title={t('forgotten.title')}
      footer={chosen ? null : <Button onClick={onClose}>{tAny('close')} Esc</Button>}
      width={860}
      closable={false}
      onCancel={chosen ? () => setChosen(null) : onClose}
      destroyOnHidden
    >
      {chosen ? (
        <Approve household={chosen} onOpened={onOpened} onClose={onClose} onBack={() => setChosen(null)} />
      ) : (
        <Find onChoose={setChosen} />
      )}
    </Modal>
  );
};

const Find = ({ onChoose }: { readonly onChoose: (household: Household) => void }) => {
  const { t } = useTranslation('counter');
  const finding = useCommand('counter.findHolder');
  const [text, setText] = useState('');
  const [found, setFound] = useState<Found | null>(null);
  const [active, setActive] = useState(0);
  /** Chosen, and nothing there to be taken. */
  const [without, setWithout] = useState<Household | null>(null);
  const isWithout = ({ openVouchers }: Household): boolean => openVouchers === 0 && !found?.freeAllowed;
  const choose = (row: Household): void => {
    if (!isWithout(row)) {
      onChoose(row);
      return;
    }
    setWithout(row);
    play('refused');
  };
  const search = (): void => {
    if (text.trim() === '') return;
    void finding.run({ search: text.trim() }).then((answer) => {
      setFound(answer);
      setWithout(null);
      setActive(0);
    });
  };
  return (
    <div data-testid="forgotten-find">
      <FormField label={t('forgotten.search')} hint={t('forgotten.searchHint')}>
        {(field) => (
          <Input
            {...field}
            autoFocus
            size="large"
            data-testid="forgotten-search"
            maxLength={60}
            value={text}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
              event.preventDefault();
              search();
            }}
          />
        )}
      </FormField>
      <Failed failure={finding.failure} />
      {found?.households.length === 0 && <p data-testid="forgotten-none">{t('forgotten.none')}</p>}
      {found && found.households.length > 0 && (
        <KeyList<Household>
          key={found.households.map(({ householdId }) => householdId).join()}
          label={t('forgotten.title')}
          testId="forgotten"
          rows={found.households}
          rowKey={({ householdId }) => householdId}
          active={active}
          onActive={setActive}
          keys={{ Enter: choose }}
          render={(row) => (
            <>
              <b>{row.headName}</b>
              <span>
                {row.category} · {t('household.members', { n: row.members })}
              </span>
              <span className="figure">{t('household.tail', { tail: row.idTail })}</span>
              <span className="secondary">
                {row.community} ·{' '}
                {isWithout(row) ? (
                  <b className="off">▲ {t('forgotten.noVoucher')}</b>
                ) : (
                  t('forgotten.vouchers', { n: row.openVouchers })
                )}
              </span>
            </>
          )}
        />
      )}
      {without && (
        <div data-testid="forgotten-without">
          <Notice tone="stop" title={t('forgotten.noVoucherTitle', { name: without.headName })}>
            {t('forgotten.noVoucherNext')}
          </Notice>
        </div>
      )}
      {found?.more && <Notice tone="info" title={t('forgotten.more')} />}
    </div>
  );
};

const reasons = ['forgot', 'lost', 'damaged', 'other'] as const;
type ReasonKey = (typeof reasons)[number];

const Approve = ({
  household,
  onOpened,
  onClose,
  onBack,
}: Props & { readonly household: Household; readonly onBack: () => void }) => {
  const { t } = useTranslation('counter');
  const { t: tAny } = useTranslation();
  const opening = useCommand('counter.openForgotten');
  const approver = useApprover();
  const [reason, setReason] = useState<ReasonKey>('forgot');
  const [other, setOther] = useState('');
  const why = reason === 'other' ? other.trim() : t(`forgotten.reasons.${reason}`);
  const save = (): void => {
    if (why === '' || !approver.ready()) return;
    void opening
      .run({ householdId: household.householdId, reason: why, approval: approver.form.values })
      .then((answer) => {
        if (!answer) return;
        onClose();
        onOpened(answer);
      });
  };
  useKeys({ 'Ctrl+Enter': save }, { inDialogs: true, enabled: !opening.pending });
  return (
    <div data-testid="forgotten-approve" onKeyDown={(event) => event.ctrlKey || enterMovesOn(save)(event)}>
      <p>
        <b>{household.headName}</b> · {household.category} · {t('household.tail', { tail: household.idTail })}{' '}
        · {household.community}
      </p>
      <p className="secondary">{t('forgotten.hint')}</p>
      <FormField label={t('forgotten.reason')} required>
        {(field) => (
          <Choice<ReasonKey>
            field={field}
            testId="forgotten-reason"
            value={reason}
            options={reasons.map((value) => ({ value, label: t(`forgotten.reasons.${value}`) }))}
            onChange={setReason}
          />
        )}
      </FormField>
      {reason === 'other' && (
        <FormField label={t('forgotten.reasons.other')} required>
          {(field) => (
            <Input
              {...field}
              maxLength={100}
              data-testid="forgotten-other"
              value={other}
              onChange={(event) => setOther(event.target.value)}
            />
          )}
        </FormField>
      )}
      <ApproverFields approver={approver} />
      <Failed failure={opening.failure} />
      <div className="button-row">
        <Button type="primary" size="large" className="form-save" data-testid="forgotten-save" onClick={save}>
          {t('forgotten.open')} Ctrl+Enter
        </Button>
        <Button size="large" onClick={onBack}>
          {tAny('cancel')} Esc
        </Button>
      </div>
    </div>
  );
};
