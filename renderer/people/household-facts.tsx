// What a household's file says of the household itself; address and telephone masked until they are revealed.
import { useTranslation } from 'react-i18next';
import { Day } from '../ui/index.ts';
import type { Household } from './file-context.tsx';
import { Review, State } from './household-list.tsx';
import type { Revealed } from './reveal.tsx';

export const Facts = ({
  household,
  revealed,
}: {
  readonly household: Household;
  readonly revealed: Revealed | null;
}) => {
  const { t } = useTranslation('people');
  const { t: file } = useTranslation('household');
  return (
    <dl className="facts">
      <div>
        <dt>{t('head')}</dt>
        <dd>{household.headName}</dd>
      </div>
      <div>
        <dt>{t('category')}</dt>
        <dd>{household.category}</dd>
      </div>
      <div>
        <dt>{t('members')}</dt>
        <dd>{t('people', { n: household.members })}</dd>
      </div>
      <div>
        <dt>{file('file.family')}</dt>
        <dd>{t('people', { n: household.family })}</dd>
      </div>
      <div>
        <dt>{t('state')}</dt>
        <dd>
          <State state={household.state} />
          {household.stopped && <span className="review-overdue"> {file('file.stopped')}</span>}
        </dd>
      </div>
      <div>
        <dt>{t('street')}</dt>
        <dd>{household.street}</dd>
      </div>
      <div>
        <dt>{t('community')}</dt>
        <dd>{household.community}</dd>
      </div>
      <div>
        <dt>{t('household.address')}</dt>
        <dd data-testid="household-address">{(revealed ?? household).address}</dd>
      </div>
      <div>
        <dt>{t('household.phone')}</dt>
        <dd>{(revealed ?? household).phone}</dd>
      </div>
      <div>
        <dt>{t('household.start')}</dt>
        <dd>
          <Day value={household.startDay} />
        </dd>
      </div>
      <div>
        <dt>{t('household.end')}</dt>
        <dd>{household.endDay === null ? t('household.open') : <Day value={household.endDay} />}</dd>
      </div>
      {household.graceToDay !== null && (
        <div>
          <dt>{file('file.grace')}</dt>
          <dd>
            <Day value={household.graceToDay} />
          </dd>
        </div>
      )}
      {[
        [file('file.division'), household.divisionCode],
        [file('file.institution'), household.institution],
        [
          file('file.relatives'),
          household.relatives.map(({ staff, relation }) => `${staff} (${relation})`).join('、'),
        ],
      ]
        .filter(([, value]) => value !== '')
        .map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      {household.endReason !== '' && (
        <div>
          <dt>{t('household.endReason')}</dt>
          <dd>{household.endReason}</dd>
        </div>
      )}
      <div>
        <dt>{t('nextReview')}</dt>
        <dd>
          <Review row={household} />
        </dd>
      </div>
    </dl>
  );
};
