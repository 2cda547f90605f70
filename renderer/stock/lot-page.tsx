// One lot: where it stands, where it came from, which households got it. The way back to the donor's paper and on to a household,
// the card, a transfer is one key each.
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { tagCode } from '../../db/domain/goods-tag.ts';
import { useAct } from '../api/index.ts';
import { useSession } from '../app/session.tsx';
import { labelsOf } from '../goods/label-draft.ts';
import { quantity } from '../i18n/format.ts';
import { Failed, Money, Notice, Page, useKeys, type KeyHelp } from '../ui/index.ts';
import { cardAddress, itemAddress, transferAddress } from './addresses.ts';
import { HoldDialog } from './hold-dialog.tsx';
import { LotMarks, type LotRow } from './lot-marks.tsx';
import { LotTrace } from './lot-trace.tsx';
import './stock.css';

export const LotPage = () => {
  const { t } = useTranslation('stock');
  const lotId = Number(useParams()['lotId']);
  const { may } = useSession();
  // The label finds the lot wherever it stands, for everybody who may see goods.
  const { data, failure } = useAct('stock.lots', { search: tagCode('lot', lotId) });
  const [holding, setHolding] = useState(false);
  const standing = data?.rows ?? [];
  const acts = useLotActs(lotId, standing, () => setHolding(true));
  const [first] = standing;
  return (
    <Page
      fill
      title={t('lot.title', { tag: first?.tag ?? tagCode('lot', lotId) })}
      keys={acts.help}
      acts={acts.buttons.map(({ key, label, run, testId }) => (
        <Button key={key} data-testid={testId} onClick={run}>
          {label} {key}
        </Button>
      ))}
    >
      <Failed failure={failure} />
      {first?.heldReason != null && (
        <Notice tone="warn" title={t('lot.heldSince', { reason: first.heldReason })} />
      )}
      {data && <Standing lots={standing} />}
      {may('people.view') ? <LotTrace lotId={lotId} /> : <p className="secondary">{t('lot.notYours')}</p>}
      {holding && first && <HoldDialog lot={first} onClose={() => setHolding(false)} />}
    </Page>
  );
};

interface LotAct {
  readonly key: string;
  readonly label: string;
  readonly run: () => void;
  readonly testId: string;
}

/** What can be done with the lot, each a button and a key. */
const useLotActs = (lotId: number, [lot]: readonly LotRow[], hold: () => void) => {
  const { t } = useTranslation('stock');
  const navigate = useNavigate();
  const { may } = useSession();
  const back: LotAct = {
    key: 'Esc',
    label: t('back', { ns: 'common' }),
    run: () => void navigate(-1),
    testId: 'back',
  };
  const item: readonly LotAct[] = lot
    ? [
        {
          key: 'F2',
          label: t('lot.item'),
          run: () => void navigate(itemAddress(lot.itemId)),
          testId: 'lot-item',
        },
      ]
    : [];
  const moves: readonly LotAct[] =
    lot && may('stock.move')
      ? [
          {
            key: 'F6',
            label: t(lot.heldReason === null ? 'hold.hold' : 'hold.release'),
            run: hold,
            testId: 'lot-hold',
          },
          {
            key: 'F10',
            label: t('lot.transfer'),
            run: () => void navigate(transferAddress(lot)),
            testId: 'lot-transfer',
          },
        ]
      : [];
  const buttons: readonly LotAct[] = [
    ...item,
    ...moves,
    {
      key: 'F8',
      label: t('lot.label'),
      run: () => void navigate(`/goods/${labelsOf('lots', [lotId])}`),
      testId: 'lot-label',
    },
    {
      key: 'F9',
      label: t('lot.card'),
      run: () => void navigate(cardAddress({ lotId })),
      testId: 'lot-card',
    },
    back,
  ];
  useKeys(Object.fromEntries(buttons.map(({ key, run }) => [key === 'Esc' ? 'Escape' : key, run])));
  const help: readonly KeyHelp[] = buttons.map(({ key, label }) => ({ key, does: label }));
  return { buttons, help };
};

/** The lot at every place where something of it is left. */
const Standing = ({ lots }: { readonly lots: readonly LotRow[] }) => {
  const { t } = useTranslation('stock');
  if (lots.length === 0) return <p className="secondary">{t('lot.gone')}</p>;
  return (
    <table className="small-table" data-testid="lot-standing">
      <caption>{t('lot.standing')}</caption>
      <thead>
        <tr>
          <th>{t('columns.place')}</th>
          <th>{t('columns.state')}</th>
          <th className="figure">{t('columns.onHand')}</th>
          <th className="figure">{t('columns.reserved')}</th>
          <th className="figure">{t('columns.available')}</th>
          <th className="figure">{t('columns.value')}</th>
        </tr>
      </thead>
      <tbody>
        {lots.map((lot) => (
          <tr key={lot.placeId}>
            <td>{lot.place}</td>
            <td>
              <LotMarks lot={lot} />
            </td>
            <td className="figure">{quantity(lot.onHand, lot.unitScale, lot.unit)}</td>
            <td className="figure">{quantity(lot.reserved, lot.unitScale, lot.unit)}</td>
            <td className="figure">{quantity(lot.available, lot.unitScale, lot.unit)}</td>
            <td className="figure">
              <Money fen={lot.onHandFen} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
