// The list of one institution: whose vouchers are taken, what goods for each, who signs; asked once in figures, then one act. What the
// books refuse is shown voucher by voucher, and nothing of it has happened.
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActError } from '../../db/contract/act.ts';
import type { Output } from '../../db/contract/index.ts';
import { limitRefusals } from '../../db/contract/limit-errors.ts';
import { approvalRefusals } from '../../db/contract/proxy-errors.ts';
import { sumFen } from '../../db/domain/money.ts';
import { readName } from '../../db/domain/person-name.ts';
import { useAct, useCommand } from '../api/index.ts';
import { count, money } from '../i18n/format.ts';
import {
  ConfirmFinal,
  DataTable,
  enterMovesOn,
  Failed,
  Money,
  Notice,
  PaperButtons,
  useKeys,
} from '../ui/index.ts';
import { TextField } from '../ui/text-field.tsx';
import { useForm } from '../ui/use-form.ts';
import { ApprovalDialog, type Approval } from './approval-dialog.tsx';
import { InstitutionLines } from './institution-lines.tsx';
import { isOpen, rowsOf, type Residents, type Row } from './institution-rows.ts';
import { OwnBasket, useRosterColumns } from './institution-own.tsx';
import { play } from './sounds.ts';
import { amountOf } from './account.ts';
import type { Line } from './till.ts';

type Done = Output<'counter.collectForInstitution'>;

interface Props {
  readonly institutionId: number;
  readonly onBack: () => void;
}

export const InstitutionCollect = ({ institutionId, onBack }: Props) => {
  const { t } = useTranslation('counter');
  const { data, isPending, failure } = useAct('counter.institution', { institutionId });
  const [done, setDone] = useState<Done | null>(null);
  if (done) return <Collected done={done} onBack={onBack} />;
  return (
    <>
      <Failed failure={failure} />
      {data ? (
        <List institutionId={institutionId} residents={data.residents} onBack={onBack} onDone={setDone} />
      ) : (
        isPending && <p>{t('waiting.title')}</p>
      )}
    </>
  );
};

interface Answer {
  readonly approval: Approval;
  readonly reason: string;
}

interface ListProps extends Props {
  readonly residents: Residents;
  readonly onDone: (done: Done) => void;
}

const List = ({ institutionId, residents, onBack, onDone }: ListProps) => {
  const { t } = useTranslation('counter');
  const { t: tAny } = useTranslation();
  const collecting = useCommand('counter.collectForInstitution');
  const [leftOut, setLeftOut] = useState<ReadonlySet<number>>(new Set());
  const [lines, setLines] = useState<readonly Line[]>([]);
  /** Baskets of their own, by voucher. */
  const [own, setOwn] = useState<ReadonlyMap<number, readonly Line[]>>(new Map());
  const [choosing, setChoosing] = useState<Row | null>(null);
  const [asking, setAsking] = useState(false);
  const [answering, setAnswering] = useState(false);
  const form = useForm({ collectedBy: '', documentTail: '' }, ({ collectedBy, documentTail }) => ({
    collectedBy:
      readName(collectedBy, { roster: false }).kind === 'ok' ? undefined : t('institution.nameMissing'),
    documentTail: /^[\p{L}\p{N}]{4,8}$/u.test(documentTail.trim()) ? undefined : t('institution.tailMissing'),
  }));
  const rows = rowsOf(residents);
  const taken = rows.filter((row) => isOpen(row) && !leftOut.has(row.voucher?.voucherId ?? 0));
  const worth = (basket: readonly Line[]): number => sumFen(basket.map((line) => amountOf(line) ?? 0));
  const eachFen = worth(lines);
  const allFen = sumFen(taken.map(({ voucher }) => worth(own.get(voucher?.voucherId ?? 0) ?? lines)));
  const people = new Map(taken.map(({ resident }) => [resident.householdId, resident.members]));
  /** Every voucher has a basket, its own or that of all. */
  const complete =
    taken.length > 0 && taken.every(({ voucher }) => (own.get(voucher?.voucherId ?? 0) ?? lines).length > 0);
  const toggle = ({ voucher }: Row): void => {
    if (!voucher || voucher.stop) return;
    const next = new Set(leftOut);
    if (!next.delete(voucher.voucherId)) next.add(voucher.voucherId);
    setLeftOut(next);
  };
  const ask = (): void => {
    if (form.ready() && complete) setAsking(true);
    else play('warn');
  };
  /** `answer`: somebody else's yes to more than limits allow, and why. */
  const collect = async (answer: Answer | null = null): Promise<void> => {
    setAnswering(false);
    const done = await collecting.run({
      institutionId,
      lines: wantedOf(lines),
      vouchers: taken.map(({ voucher }) => {
        const voucherId = voucher?.voucherId ?? 0;
        const basket = own.get(voucherId);
        return { voucherId, lines: basket ? wantedOf(basket) : null };
      }),
      collectedBy: form.values.collectedBy,
      documentTail: form.values.documentTail.trim(),
      overrides: answer && { reason: answer.reason },
      approval: answer?.approval ?? null,
    });
    setAsking(false);
    play(done ? 'done' : 'refused');
    if (done) onDone(done);
  };
  useKeys({ F9: ask }, { inDialogs: true, enabled: !asking && !answering });
  /** Nothing but limits speaks against it: somebody else may answer for it. */
  const mayAnswer = isOverLimits(collecting.failure);
  useKeys({ F4: () => setAnswering(true) }, { inDialogs: true, enabled: mayAnswer && !asking && !answering });
  return (
    <div data-testid="institution-list" onKeyDown={(event) => event.ctrlKey || enterMovesOn(ask)(event)}>
      <Failed failure={collecting.failure} fieldName={(serial) => serial} />
      {mayAnswer && (
        <Button size="large" data-testid="institution-answer" onClick={() => setAnswering(true)}>
          F4 {t('approval.titleOver')}
        </Button>
      )}
      <p className="secondary">{t('institution.listHint')}</p>
      <DataTable<Row>
        label={t('institution.residents')}
        height={200}
        columns={useRosterColumns(leftOut, own, setChoosing)}
        rows={rows}
        rowKey={({ resident, voucher }) => voucher?.voucherId ?? `-${String(resident.householdId)}`}
        rowClassName={(row) => (isOpen(row) && !leftOut.has(row.voucher?.voucherId ?? 0) ? '' : 'left-out')}
        emptyText={t('institution.nobody')}
        onOpen={toggle}
      />
      <InstitutionLines voucherId={taken[0]?.voucher?.voucherId ?? null} lines={lines} onLines={setLines} />
      <div className="field-grid">
        <TextField form={form} name="collectedBy" label={t('institution.collectedBy')} />
        <TextField
          form={form}
          name="documentTail"
          label={t('institution.documentTail')}
          hint={t('institution.documentTailHint')}
        />
      </div>
      <p data-testid="institution-figures">
        {t('institution.figures', {
          vouchers: count(taken.length),
          each: money(eachFen),
          all: money(allFen),
        })}
      </p>
      <div className="button-row">
        <Button
          type="primary"
          size="large"
          className="form-save"
          data-testid="institution-collect"
          disabled={!complete}
          onClick={ask}
        >
          {t('institution.collect')} F9
        </Button>
        <Button size="large" onClick={onBack}>
          {tAny('back')}
        </Button>
      </div>
      {choosing?.voucher && (
        <OwnBasket
          row={choosing}
          initial={own.get(choosing.voucher.voucherId) ?? lines}
          onClose={() => setChoosing(null)}
          onSave={(basket) => {
            const next = new Map(own);
            const voucherId = choosing.voucher?.voucherId ?? 0;
            if (basket === null) next.delete(voucherId);
            else next.set(voucherId, basket);
            setOwn(next);
            setChoosing(null);
          }}
        />
      )}
      {answering && (
        <ApprovalDialog
          asksReason
          onClose={() => setAnswering(false)}
          onApprove={(approval, reason) => void collect({ approval, reason: reason ?? '' })}
        />
      )}
      {asking && (
        <ConfirmFinal
          open
          title={t('institution.title')}
          verb={t('institution.collect')}
          testId="institution-confirm"
          pending={collecting.pending}
          figures={[
            { label: t('institution.vouchers'), value: count(taken.length) },
            {
              label: t('institution.people'),
              value: count([...people.values()].reduce((sum, n) => sum + n, 0)),
            },
            { label: t('institution.each'), value: <Money fen={eachFen} strong /> },
            { label: t('institution.all'), value: <Money fen={allFen} strong /> },
          ]}
          onConfirm={() => void collect()}
          onCancel={() => setAsking(false)}
        />
      )}
    </div>
  );
};

const isOverLimits = (failure: ActError | null): boolean => {
  if (failure?.kind !== 'refusal') return false;
  const known: readonly string[] = [...limitRefusals, ...approvalRefusals];
  return (failure.reasons ?? [failure]).every(({ code }) => known.includes(code));
};

const wantedOf = (lines: readonly Line[]) =>
  lines.map(({ goods: { itemId, lotId }, quantity }) => ({ itemId, lotId, quantity }));

const Collected = ({ done, onBack }: { readonly done: Done; readonly onBack: () => void }) => {
  const { t } = useTranslation('counter');
  const { t: tAny } = useTranslation();
  return (
    <div data-testid="institution-done">
      <Notice
        tone="done"
        title={t('institution.done', {
          number: done.number,
          vouchers: count(done.vouchers),
          residents: count(done.residents),
          used: money(done.usedFen),
        })}
      />
      {done.overLimits && (
        <p data-testid="institution-over-limits">
          {t('done.overLimits', {
            rules: done.overLimits.rules.join(t('notes.and')),
            name: done.overLimits.approvedBy,
          })}
        </p>
      )}
      <p>{t('institution.sign')}</p>
      <PaperButtons
        act="counter.printInstitution"
        input={{ pickupId: done.pickupId }}
        primary
        testId="institution-paper"
      />
      <Button autoFocus size="large" data-testid="institution-back" onClick={onBack}>
        {tAny('back')}
      </Button>
    </div>
  );
};
