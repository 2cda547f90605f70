// The section 地点: where goods stand; adding, renaming and closing a place.
import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../db/contract/index.ts';
import { useAct, useCommand } from '../api/index.ts';
import { useSession } from '../app/session.tsx';
import { count } from '../i18n/format.ts';
import {
  Choice,
  ConfirmFinal,
  DataTable,
  Failed,
  FormField,
  ListPage,
  StateTag,
  useKept,
  type Column,
} from '../ui/index.ts';

type Place = Output<'stock.places'>[number];
type Kind = 'store' | 'depot';

export const Places = () => {
  const { t } = useTranslation('stock');
  const mayManage = useSession().may('shop.manage');
  const [search, setSearch] = useKept('stock.places', '');
  const { data, failure, isPending } = useAct('stock.places', {});
  const [asking, setAsking] = useState<Place | 'new' | null>(null);
  const rows = (data ?? []).filter(({ name }) => name.includes(search.trim()));
  return (
    <ListPage
      title={t('places.title')}
      searchLabel={t('places.search')}
      search={search}
      onSearch={setSearch}
      acts={
        mayManage
          ? [
              {
                key: 'F2',
                label: t('places.add'),
                run: () => setAsking('new'),
                testId: 'place-add',
                primary: true,
              },
            ]
          : []
      }
      keys={mayManage ? [{ key: 'Enter', does: t('places.change') }] : []}
      failure={failure}
    >
      <DataTable<Place>
        label={t('places.title')}
        columns={columns(t)}
        rows={rows}
        rowKey={({ placeId }) => placeId}
        loading={isPending}
        filtered={search !== ''}
        emptyText={t('places.none')}
        {...(mayManage && { onOpen: setAsking })}
      />
      {asking === 'new' && <AddPlace onClose={() => setAsking(null)} />}
      {asking !== null && asking !== 'new' && <ChangePlace place={asking} onClose={() => setAsking(null)} />}
    </ListPage>
  );
};

const NameField = ({
  name,
  tried,
  onChange,
  onEnter,
}: {
  readonly name: string;
  readonly tried: boolean;
  readonly onChange: (name: string) => void;
  readonly onEnter: () => void;
}) => {
  const { t } = useTranslation('stock');
  return (
    <FormField
      label={t('places.name')}
      required
      mistake={tried && name.trim() === '' ? t('places.nameMissing') : undefined}
    >
      {({ status, ...field }) => (
        <Input
          {...field}
          status={status}
          autoFocus
          data-testid="place-name"
          autoComplete="off"
          maxLength={30}
          value={name}
          onChange={(event) => onChange(event.target.value)}
          onPressEnter={(event) => !event.nativeEvent.isComposing && onEnter()}
        />
      )}
    </FormField>
  );
};

const AddPlace = ({ onClose }: { readonly onClose: () => void }) => {
  const { t } = useTranslation('stock');
  const adding = useCommand('stock.addPlace');
  const [name, setName] = useState('');
  const [kind, setKind] = useState<Kind>('store');
  const [tried, setTried] = useState(false);
  const save = (): void => {
    setTried(true);
    if (name.trim() !== '') void adding.run({ name, kind }).then((answer) => answer && onClose());
  };
  return (
    <ConfirmFinal
      open
      testId="place-save"
      title={t('places.addTitle')}
      verb={t('save', { ns: 'common' })}
      pending={adding.pending}
      figures={[]}
      onConfirm={save}
      onCancel={onClose}
    >
      <NameField name={name} tried={tried} onChange={setName} onEnter={save} />
      <FormField label={t('places.kind')} required>
        {(field) => (
          <Choice
            field={field}
            testId="place-kind"
            value={kind}
            options={(['store', 'depot'] as const).map((value) => ({
              value,
              label: t(`places.kinds.${value}`),
            }))}
            onChange={setKind}
          />
        )}
      </FormField>
      <Failed failure={adding.failure} />
    </ConfirmFinal>
  );
};

const ChangePlace = ({ place, onClose }: { readonly place: Place; readonly onClose: () => void }) => {
  const { t } = useTranslation('stock');
  const changing = useCommand('stock.changePlace');
  const [name, setName] = useState(place.name);
  const [active, setActive] = useState(place.active);
  const [tried, setTried] = useState(false);
  const save = (): void => {
    setTried(true);
    if (name.trim() === '') return;
    void changing.run({ placeId: place.placeId, name, active }).then((answer) => answer && onClose());
  };
  return (
    <ConfirmFinal
      open
      testId="place-save"
      title={t('places.changeTitle', { name: place.name })}
      verb={t('save', { ns: 'common' })}
      pending={changing.pending}
      figures={[{ label: t('places.lots'), value: count(place.lots) }]}
      onConfirm={save}
      onCancel={onClose}
    >
      <NameField name={name} tried={tried} onChange={setName} onEnter={save} />
      <FormField label={t('places.state')} hint={t('places.closeHint')}>
        {(field) => (
          <Choice
            field={field}
            testId="place-active"
            value={active ? 'yes' : 'no'}
            options={[
              { value: 'yes', label: t('places.active') },
              { value: 'no', label: t('places.closed') },
            ]}
            onChange={(value) => setActive(value === 'yes')}
          />
        )}
      </FormField>
      <Failed failure={changing.failure} />
    </ConfirmFinal>
  );
};

const columns = (t: ReturnType<typeof useTranslation<'stock'>>['t']): readonly Column<Place>[] => [
  { key: 'name', title: t('places.name'), width: 280, render: (place) => place.name },
  { key: 'kind', title: t('places.kind'), width: 140, render: (place) => t(`places.kinds.${place.kind}`) },
  {
    key: 'state',
    title: t('places.state'),
    width: 140,
    render: (place) =>
      place.active ? (
        <StateTag tone="done" word={t('places.active')} />
      ) : (
        <StateTag tone="stop" word={t('places.closed')} />
      ),
  },
  {
    key: 'lots',
    title: t('places.lots'),
    width: 120,
    figure: true,
    render: (place) => count(place.lots),
  },
];
