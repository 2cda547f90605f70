// F4: who collects instead of the holder (代领). A standing proxy is picked, anybody else entered with paper, relation and reason.
// Whether it is allowed, the books say when the basket is confirmed.
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Input, Output } from '../../db/contract/index.ts';
import { maskName } from '../../db/domain/mask.ts';
import { useAct } from '../api/index.ts';
import { day } from '../i18n/format.ts';
import {
  onlyTail,
  PersonFields,
  personMistakes,
  useToday,
  type PersonValues,
} from '../proxies/person-fields.tsx';
import { firstRelation, relationOf } from '../proxies/relation.ts';
import { Choice, enterMovesOn, FactList, Failed, FormField, Notice, useKeys } from '../ui/index.ts';
import { TextField } from '../ui/text-field.tsx';
import { useForm } from '../ui/use-form.ts';
import type { ChosenProxy } from './till.ts';

type Offered = Output<'counter.proxies'>;
type Standing = Offered['proxies'][number];
type OnTheSpot = Extract<NonNullable<Input<'counter.redeem'>['proxy']>, { kind: 'on-the-spot' }>;

interface Props {
  readonly basket: Input<'counter.proxies'>;
  readonly chosen: ChosenProxy | null;
  readonly onChoose: (proxy: ChosenProxy | null) => void;
  readonly onClose: () => void;
}

export const ProxyDialog = (props: Props) => {
  const { t } = useTranslation('counter');
  const { data, failure } = useAct('counter.proxies', props.basket);
  return (
    <Modal
      open
      title={t('proxy.title')}
      footer={null}
      width={720}
      onCancel={props.onClose}
      closable={false}
      destroyOnHidden
    >
      <Failed failure={failure} />
      {data && <Fields {...props} offered={data} />}
    </Modal>
  );
};

const SPOT = 'spot';
const NOBODY = 'nobody';
const spotReasons = ['old', 'disabled', 'ill', 'away', 'caring', 'other'] as const;
type SpotReason = (typeof spotReasons)[number];

interface Values extends PersonValues {
  readonly reason: SpotReason;
  readonly otherReason: string;
  readonly tailReason: string;
}
const empty: Values = {
  name: '',
  document: 'identity',
  number: '',
  ...firstRelation,
  reason: 'old',
  otherReason: '',
  tailReason: '',
};

const Fields = ({ chosen, onChoose, onClose, offered }: Props & { readonly offered: Offered }) => {
  const { t } = useTranslation('counter');
  const { t: tAny } = useTranslation();
  const { t: tProxies } = useTranslation('proxies');
  const today = useToday();
  const [first] = offered.proxies;
  const [who, setWho] = useState(first ? String(first.proxyId) : SPOT);
  const form = useForm<Values>(empty, (values) => ({
    ...personMistakes(tAny, tProxies, values, { today, tailAllowed: true }),
    otherReason:
      values.reason === 'other' && values.otherReason.trim() === '' ? t('proxy.reasonMissing') : undefined,
    tailReason:
      onlyTail(values) && values.tailReason.trim() === '' ? t('proxy.tailReasonMissing') : undefined,
  }));
  const standing = offered.proxies.find(({ proxyId }) => String(proxyId) === who);
  const save = (): void => {
    if (who === NOBODY) onChoose(null);
    else if (standing) onChoose(ofStanding(standing));
    else if (form.ready()) onChoose(onTheSpot(form.values));
    else return;
    onClose();
  };
  const onTheSpot = ({ reason, otherReason, ...values }: Values): ChosenProxy => {
    const relation = relationOf(tProxies, values);
    const input: OnTheSpot = {
      kind: 'on-the-spot',
      name: values.name,
      document: values.document,
      number: values.number,
      ...relation,
      reason: reason === 'other' ? otherReason.trim() : t(`proxy.reasons.${reason}`),
      tailReason: onlyTail(values) ? values.tailReason.trim() : '',
    };
    return { input, name: maskName(values.name.trim()), ...relation };
  };
  useKeys({ 'Ctrl+Enter': save }, { inDialogs: true });
  return (
    <div data-testid="proxy-form" onKeyDown={(event) => event.ctrlKey || enterMovesOn(save)(event)}>
      <FormField label={t('proxy.who')} required>
        {(field) => (
          <Choice
            field={{ ...field }}
            testId="proxy-who"
            value={who}
            options={[
              ...offered.proxies.map((one) => ({
                value: String(one.proxyId),
                label: t('proxy.standing', {
                  name: one.name,
                  relation: one.relation,
                  tail: one.documentTail,
                }),
              })),
              { value: SPOT, label: t('proxy.spot') },
              ...(chosen ? [{ value: NOBODY, label: t('proxy.nobody') }] : []),
            ]}
            onChange={setWho}
          />
        )}
      </FormField>
      {standing && <StandingFacts standing={standing} limit={offered.limit} />}
      {who === SPOT && <SpotFields form={form} />}
      <div className="button-row">
        <Button type="primary" size="large" className="form-save" data-testid="proxy-save" onClick={save}>
          {tAny('confirm')} Ctrl+Enter
        </Button>
        <Button size="large" onClick={onClose}>
          {tAny('cancel')} Esc
        </Button>
      </div>
    </div>
  );
};

const ofStanding = ({ proxyId, name, relation, related }: Standing): ChosenProxy => ({
  input: { kind: 'standing', proxyId },
  name,
  relation,
  related,
});

const StandingFacts = ({ standing, limit }: { readonly standing: Standing; readonly limit: number }) => {
  const { t } = useTranslation('counter');
  const { t: tProxies } = useTranslation('proxies');
  const { households, related } = standing;
  return (
    <div data-testid="proxy-standing">
      <FactList
        facts={[
          [
            tProxies('form.document'),
            `${tProxies(`documents.${standing.document}`)} ${standing.documentTail}`,
          ],
          [
            tProxies('form.relation'),
            `${standing.relation} · ${tProxies(related ? 'related' : 'unrelated')}`,
          ],
          [t('proxy.until'), day(standing.toDay)],
          [t('proxy.month'), related ? '' : t('proxy.monthOf', { households, limit })],
        ]}
      />
      {!related && households >= limit && <Notice tone="warn" title={t('proxy.over')} />}
    </div>
  );
};

const SpotFields = ({ form }: { readonly form: ReturnType<typeof useForm<Values>> }) => {
  const { t } = useTranslation('counter');
  return (
    <div className="field-grid">
      <PersonFields form={form} tailAllowed />
      {onlyTail(form.values) && (
        <TextField
          form={form}
          name="tailReason"
          label={t('proxy.tailReason')}
          hint={t('proxy.tailReasonHint')}
        />
      )}
      <FormField label={t('proxy.reason')} required>
        {(field) => (
          <Choice<SpotReason>
            field={field}
            testId="proxy-reason"
            value={form.values.reason}
            options={spotReasons.map((value) => ({ value, label: t(`proxy.reasons.${value}`) }))}
            onChange={(reason) => form.set('reason', reason)}
          />
        )}
      </FormField>
      {form.values.reason === 'other' && (
        <TextField form={form} name="otherReason" label={t('proxy.otherReason')} />
      )}
    </div>
  );
};
