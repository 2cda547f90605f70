// The parts of a household's file under its members: who left, covers, vouchers, proxies, consents, checks. Each is a small table; an
// empty one says so.
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Day, Money } from '../ui/index.ts';
import type { Household } from './file-context.tsx';

type Cell = readonly [title: string, figure?: 'figure'];
interface Props {
  readonly title: string;
  readonly testId: string;
  readonly heads: readonly Cell[];
  readonly rows: readonly { readonly key: string | number; readonly cells: readonly ReactNode[] }[];
}

export const FilePart = ({ title, testId, heads, rows }: Props) => {
  const { t } = useTranslation('household');
  return (
    <section className="office-section" data-testid={testId}>
      <h2>{title}</h2>
      {rows.length === 0 ? (
        <p className="secondary">{t('file.none')}</p>
      ) : (
        <table className="small-table">
          <thead>
            <tr>
              {heads.map(([head, figure]) => (
                <th key={head} scope="col" className={figure}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, cells }) => (
              <tr key={key}>
                {cells.map((cell, at) => (
                  <td key={heads[at]?.[0] ?? at} className={heads[at]?.[1]}>
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
};

interface FileProps {
  readonly household: Household;
  /** A member as the page shows them now: masked, or whole. */
  readonly nameOf: (personId: number, masked: string) => string;
}

export const Former = ({
  household,
  nameOf,
  onTakeBack,
}: FileProps & {
  /** Null: the file is to be read only. */
  readonly onTakeBack: ((person: Household['former'][number]) => void) | null;
}) => {
  const { t } = useTranslation('household');
  if (household.former.length === 0) return null;
  return (
    <FilePart
      title={t('file.former')}
      testId="file-former"
      heads={[
        [t('fields.name')],
        [t('fields.relation')],
        [t('fields.documentNumber')],
        [t('file.leftDay')],
        [t('file.leftWhy')],
        [t('file.nowIn')],
        [t('acts.takeBack')],
      ]}
      rows={household.former.map((person) => ({
        key: person.id,
        cells: [
          nameOf(person.id, person.name),
          person.relation,
          person.idMasked,
          <Day key="left" value={person.leftDay} />,
          person.leftWhy === '' ? '' : t(`leave.ways.${person.leftWhy}`),
          person.nowIn,
          onTakeBack && person.nowIn === '' && person.leftWhy !== '' && (
            <Button key="back" data-testid="take-back" onClick={() => onTakeBack(person)}>
              {t('acts.takeBack')}
            </Button>
          ),
        ],
      }))}
    />
  );
};

export const Covers = ({ household, nameOf }: FileProps) => {
  const { t } = useTranslation('household');
  return (
    <FilePart
      title={t('file.covers')}
      testId="file-covers"
      heads={[
        [t('fields.name')],
        [t('fields.category')],
        [t('fields.community')],
        [t('file.from')],
        [t('file.to')],
        [t('file.why')],
      ]}
      rows={household.covers.map((cover) => ({
        key: cover.id,
        cells: [
          nameOf(cover.personId, cover.name),
          cover.category,
          cover.community,
          cover.fromDay === null ? t('file.always') : <Day key="from" value={cover.fromDay} />,
          cover.toDay === null ? t('file.open') : <Day key="to" value={cover.toDay} />,
          [cover.reason, cover.document, cover.endReason].filter((text) => text !== '').join('；'),
        ],
      }))}
    />
  );
};

export const Vouchers = ({ household }: Pick<FileProps, 'household'>) => {
  const { t } = useTranslation('household');
  const { t: vouchers } = useTranslation('vouchers');
  return (
    <FilePart
      title={t('file.vouchers')}
      testId="file-vouchers"
      heads={[
        [t('file.serial')],
        [t('file.batch')],
        [t('file.face'), 'figure'],
        [t('file.balance'), 'figure'],
        [t('file.validTo')],
        [t('file.voucherState')],
      ]}
      rows={household.vouchers.map((voucher) => ({
        key: voucher.id,
        cells: [
          voucher.serial,
          voucher.batch,
          <Money key="face" fen={voucher.faceFen} />,
          <Money key="balance" fen={voucher.balanceFen} />,
          <Day key="to" value={voucher.validTo} />,
          vouchers(`states.${voucher.state}`),
        ],
      }))}
    />
  );
};

export const Proxies = ({ household }: Pick<FileProps, 'household'>) => {
  const { t } = useTranslation('household');
  return (
    <FilePart
      title={t('file.proxies')}
      testId="file-proxies"
      heads={[
        [t('fields.name')],
        [t('fields.relation')],
        [t('fields.phone')],
        [t('file.period')],
        [t('fields.document')],
      ]}
      rows={household.proxies.map((proxy) => ({
        key: proxy.id,
        cells: [
          proxy.name,
          proxy.relation,
          proxy.phone,
          <span key="period">
            <Day value={proxy.fromDay} /> – <Day value={proxy.endedDay ?? proxy.toDay} />
          </span>,
          proxy.document,
        ],
      }))}
    />
  );
};

export const Consents = ({ household }: Pick<FileProps, 'household'>) => {
  const { t } = useTranslation('household');
  return (
    <FilePart
      title={t('file.consents')}
      testId="file-consents"
      heads={[[t('file.day')], [t('fields.name')], [t('file.what')], [t('fields.document')]]}
      rows={household.consents.map((consent) => ({
        key: consent.id,
        cells: [
          <Day key="day" value={consent.day} />,
          consent.name,
          `${t(`consentKinds.${consent.kind}`)}${consent.byGuardian ? `（${t('file.guardian')}）` : ''}`,
          consent.document,
        ],
      }))}
    />
  );
};

export const Checks = ({ household }: Pick<FileProps, 'household'>) => {
  const { t } = useTranslation('household');
  return (
    <FilePart
      title={t('file.checks')}
      testId="file-checks"
      heads={[[t('file.day')], [t('file.what')], [t('file.result')], [t('file.why')]]}
      rows={household.checks.map((check) => ({
        key: check.number,
        cells: [
          <Day key="day" value={check.visitedDay ?? check.day} />,
          `${check.number} ${check.title}`,
          t(`results.${check.result ?? 'none'}`),
          check.outcome === null ? '' : `${t(`values.${check.outcome}`)}：${check.reason}`,
        ],
      }))}
    />
  );
};
