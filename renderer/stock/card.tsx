// The section 台账: every movement of one kind of goods or one lot with the running balance. What it is about stands in the
// address, so that a card is one key from the lot or the goods and the way back leads there.
import { Button, Input } from 'antd';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import type { Output } from '../../db/contract/index.ts';
import { isDay } from '../../db/domain/business-day.ts';
import { actErrorOf, read, useAct, useActPages } from '../api/index.ts';
import { useSession } from '../app/session.tsx';
import { idsIn } from '../goods/label-draft.ts';
import { Choice, ExportButtons, Failed, FormField, Page, useKeys } from '../ui/index.ts';
import { PickList, type Meant } from '../ui/pick-list.tsx';
import { cardAddress, itemAddress, lotAddress } from './addresses.ts';
import { CardFigures, CardTable } from './card-table.tsx';
import './stock.css';

export const StockCard = () => {
  const { t } = useTranslation('stock');
  const navigate = useNavigate();
  const { may } = useSession();
  const [asked] = useSearchParams();
  const itemId = idsIn(asked.get('item'))[0] ?? null;
  const lotId = idsIn(asked.get('lot'))[0] ?? null;
  const [placeId, setPlaceId] = useState(() => String(idsIn(asked.get('place'))[0] ?? ''));
  const [days, setDays] = useState({ from: '', to: '' });
  const about = {
    itemId,
    lotId,
    placeId: placeId === '' ? null : Number(placeId),
    from: isDay(days.from) ? days.from : '',
    to: isDay(days.to) ? days.to : '',
  };
  const chosen = itemId !== null || lotId !== null;
  const back = (): void => void navigate(-1);
  const away = lotId !== null ? lotAddress(lotId) : itemId === null ? null : itemAddress(itemId);
  useKeys({ Escape: back, ...(away !== null && { F2: () => void navigate(away) }) });
  return (
    <Page
      fill
      title={t('card.title')}
      keys={[
        { key: 'Enter', does: t('card.open') },
        { key: 'F9', does: t('card.lot') },
        ...(away === null ? [] : [{ key: 'F2', does: t(lotId === null ? 'lot.item' : 'card.lot') }]),
        { key: 'Esc', does: t('back', { ns: 'common' }) },
      ]}
      acts={
        <>
          {chosen && may('reports.print') && (
            <ExportButtons act="stock.printCard" input={about} formats={['pdf', 'xlsx']} testId="card" />
          )}
          <Button data-testid="back" onClick={back}>
            {t('back', { ns: 'common' })} Esc
          </Button>
        </>
      }
    >
      <PickSubject onPick={(subject) => void navigate(cardAddress(subject), { replace: true })} />
      <div className="field-grid">
        <PlaceChoice value={placeId} onChange={setPlaceId} />
        {(['from', 'to'] as const).map((name) => (
          <FormField
            key={name}
            label={t(`card.${name}`)}
            hint={t('card.dayHint')}
            mistake={days[name] === '' || isDay(days[name]) ? undefined : t('card.dayBad')}
          >
            {({ status, ...field }) => (
              <Input
                {...field}
                status={status}
                data-testid={`card-${name}`}
                inputMode="numeric"
                autoComplete="off"
                maxLength={10}
                value={days[name]}
                onChange={(event) => setDays({ ...days, [name]: event.target.value.trim() })}
              />
            )}
          </FormField>
        ))}
      </div>
      {chosen ? <Card about={about} /> : <p className="secondary">{t('card.choose')}</p>}
    </Page>
  );
};

const Card = ({
  about,
}: {
  readonly about: {
    readonly itemId: number | null;
    readonly lotId: number | null;
    readonly placeId: number | null;
    readonly from: string;
    readonly to: string;
  };
}) => {
  const card = useActPages('stock.card', about);
  return (
    <>
      <Failed failure={card.failure} />
      {card.first && <CardFigures card={card.first} />}
      {card.first && (
        <CardTable
          card={card.first}
          rows={card.rows}
          loading={card.loading}
          total={card.total}
          onNear={card.more}
        />
      )}
    </>
  );
};

const PlaceChoice = ({
  value,
  onChange,
}: {
  readonly value: string;
  readonly onChange: (placeId: string) => void;
}) => {
  const { t } = useTranslation('stock');
  const { data } = useAct('stock.places', {});
  return (
    <FormField label={t('card.place')}>
      {(field) => (
        <Choice
          field={field}
          testId="card-place"
          value={value}
          options={[
            { value: '', label: t('card.anyPlace') },
            ...(data ?? []).map(({ placeId, name }) => ({ value: String(placeId), label: name })),
          ]}
          onChange={onChange}
        />
      )}
    </FormField>
  );
};

type Goods = Output<'goods.list'>['rows'][number];
interface Subject {
  readonly itemId?: number;
  readonly lotId?: number;
}
interface Option {
  readonly subject: Subject;
  readonly name: string;
  readonly more: string;
}
const most = 8;
const optionOf = (item: Goods): Option => ({
  subject: { itemId: item.id },
  name: item.name,
  more: `${item.spec} ${item.code}`,
});

/** One kind of goods by name, code or barcode; one lot by its label. */
const PickSubject = ({ onPick }: { readonly onPick: (subject: Subject) => void }) => {
  const { t } = useTranslation('stock');
  const goods = useTranslation('goods').t;
  const [search, setSearch] = useState('');
  const { data } = useAct('goods.list', { search, limit: most }, { enabled: search !== '' });
  const lookUp = useCallback(
    async (text: string): Promise<Meant<Option>> => {
      const scanned = await scannedSubject(text);
      if (scanned) return { pick: scanned };
      const { rows } = await read('goods.list', { search: text.slice(0, 60), limit: most });
      const [only] = rows;
      if (only === undefined) return { none: goods('pick.none', { text }) };
      return rows.length === 1 ? { pick: optionOf(only) } : { choose: rows.map(optionOf) };
    },
    [goods],
  );
  return (
    <PickList<Option>
      label={t('card.of')}
      placeholder={t('card.pickItem')}
      testId="card-pick"
      found={(data?.rows ?? []).map(optionOf)}
      foundFor={search}
      onSearch={setSearch}
      lookUp={lookUp}
      onPick={({ subject }) => onPick(subject)}
      rowKey={({ subject }) => `${String(subject.itemId ?? '')}-${String(subject.lotId ?? '')}`}
      render={({ name, more }) => (
        <>
          <b>{name}</b> <span className="secondary">{more}</span>
        </>
      )}
    />
  );
};

/** What a code means; a name means nothing to a scanner and is searched. */
const scannedSubject = async (text: string): Promise<Option | null> => {
  try {
    const { itemId, lotId, itemName, spec } = await read('stock.scan', { code: text });
    return { subject: lotId === null ? { itemId } : { lotId }, name: itemName, more: spec };
  } catch (thrown) {
    const error = actErrorOf(thrown);
    if (error.kind === 'refusal' && error.code === 'item-unknown') return null;
    throw thrown;
  }
};
