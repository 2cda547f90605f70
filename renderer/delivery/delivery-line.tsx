// On the open basket: that its goods go with a carrier, and whether to the registered address. A typed address is the only one shown.
import { useTranslation } from 'react-i18next';
import type { ChosenDelivery } from '../counter/till.ts';

export const DeliveryLine = ({ delivery: { carrier, address } }: { readonly delivery: ChosenDelivery }) => {
  const { t } = useTranslation('delivery');
  return (
    <p className="counter-proxy" data-testid="counter-delivery">
      <span aria-hidden="true">● </span>
      {t('atTill.band', { carrier, where: address ?? t('atTill.registered') })}
    </p>
  );
};
