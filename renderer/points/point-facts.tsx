// The figures of one volunteer.
import { useTranslation } from 'react-i18next';
import type { Output } from '../../db/contract/index.ts';
import { count } from '../i18n/format.ts';
import { FactList } from '../ui/index.ts';

export type Story = Output<'points.volunteer'>;

/** 90 -> '1.5' */
export const hoursText = (minutes: number): string => String(Math.abs(minutes) / 60);

export const PointFacts = ({ volunteer }: { readonly volunteer: Story }) => {
  const { t } = useTranslation('points');
  return (
    <FactList
      facts={[
        [t('number'), volunteer.number],
        [t('phone'), volunteer.phone],
        [t('account'), volunteer.account === '' ? t('noAccount') : volunteer.account],
        [t('state'), volunteer.active ? t('active') : t('inactive')],
        [
          t('balance'),
          <b key="balance" data-testid="points-balance">
            {t('points', { n: count(volunteer.balance) })}
          </b>,
        ],
        [t('hours'), t('hoursOf', { n: hoursText(volunteer.minutes) })],
        ['', t('toNext', { n: volunteer.toNextMinutes })],
      ]}
    />
  );
};
