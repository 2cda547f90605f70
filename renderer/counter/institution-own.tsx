// The rows of an institution's list, and another basket for one of its vouchers: somebody who needs other goods than the rest.
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { wordsOfCode } from '../i18n/words.ts';
import { Money, useKeys, type Column } from '../ui/index.ts';
import { InstitutionLines } from './institution-lines.tsx';
import { isOpen, type Row } from './institution-rows.ts';
import type { Line } from './till.ts';

export const useRosterColumns = (
  leftOut: ReadonlySet<number>,
  own: ReadonlyMap<number, readonly Line[]>,
  onOwn: (row: Row) => void,
): readonly Column<Row>[] => {
  const { t } = useTranslation('counter');
  const { t: tAny } = useTranslation();
  const stateOf = ({ voucher }: Row): string => {
    if (!voucher) return `✖ ${t('institution.noVoucher')}`;
    if (voucher.stop) {
      const { title, detail } = wordsOfCode(tAny, voucher.stop.code, voucher.stop.params);
      return `✖ ${[title, ...detail].join(' · ')}`;
    }
    return leftOut.has(voucher.voucherId) ? `○ ${t('institution.leftOut')}` : `✔ ${t('institution.taken')}`;
  };
  return [
    { key: 'at', title: t('basket.line'), width: 50, figure: true, render: (_, at) => at + 1 },
    {
      key: 'number',
      title: t('institution.household'),
      width: 110,
      render: ({ resident }) => resident.number,
    },
    { key: 'name', title: t('today.name'), width: 100, render: ({ resident }) => resident.headName },
    { key: 'tail', title: t('household.idTail'), width: 95, render: ({ resident }) => resident.idTail },
    { key: 'category', title: t('today.category'), width: 130, render: ({ resident }) => resident.category },
    {
      key: 'serial',
      title: t('household.serial'),
      width: 145,
      render: ({ voucher }) => voucher?.serial ?? '',
    },
    {
      key: 'balance',
      title: t('figures.balance'),
      width: 110,
      figure: true,
      render: ({ voucher }) => voucher && <Money fen={voucher.balanceFen} />,
    },
    {
      key: 'state',
      title: t('today.state'),
      width: 200,
      render: (row) => <span data-testid="institution-state">{stateOf(row)}</span>,
    },
    {
      key: 'own',
      title: t('basket.title'),
      width: 130,
      render: (row) =>
        isOpen(row) && (
          <Button data-testid="institution-own" onClick={() => onOwn(row)}>
            {t(own.has(row.voucher?.voucherId ?? 0) ? 'institution.ownHas' : 'institution.own')}
          </Button>
        ),
    },
  ];
};

interface Props {
  readonly row: Row;
  readonly initial: readonly Line[];
  /** Null: the same as the others after all. */
  readonly onSave: (lines: readonly Line[] | null) => void;
  readonly onClose: () => void;
}

export const OwnBasket = ({ row: { resident, voucher }, initial, onSave, onClose }: Props) => {
  const { t } = useTranslation('counter');
  const { t: tAny } = useTranslation();
  const [lines, setLines] = useState(initial);
  const save = (): void => onSave(lines.length > 0 ? lines : null);
  useKeys({ 'Ctrl+Enter': save }, { inDialogs: true });
  return (
    <Modal
      open
      title={`${t('institution.own')} · ${resident.number} ${resident.headName}`}
      footer={null}
      width={860}
      onCancel={onClose}
      closable={false}
      destroyOnHidden
    >
      <div data-testid="institution-own-basket">
        <InstitutionLines
          testId="own"
          voucherId={voucher?.voucherId ?? null}
          lines={lines}
          onLines={setLines}
        />
        <div className="button-row">
          <Button type="primary" size="large" data-testid="own-save" onClick={save}>
            {tAny('confirm')} Ctrl+Enter
          </Button>
          <Button size="large" data-testid="own-same" onClick={() => onSave(null)}>
            {t('institution.ownSame')}
          </Button>
          <Button size="large" onClick={onClose}>
            {tAny('cancel')} Esc
          </Button>
        </div>
      </div>
    </Modal>
  );
};
