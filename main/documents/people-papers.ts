// The papers about people by kind: their size, their drawing, their sheets, their file names.
import type { InternalMark, PeopleFileModel, PeopleListModel } from '../../db/contract/documents.ts';
import { complaintRegister, complaintTitle } from './complaint-register.ts';
import type { OnPage } from './flow.ts';
import { drawHouseholdFile } from './household-file.ts';
import { drawInstitutionPickup, institutionPickupTitle } from './institution-pickup.ts';
import { drawTable } from './list-table.ts';
import { movementRegister, movementTitle } from './movement-table.ts';
import { a4, a4Landscape } from './paper.ts';
import type { Paper } from './paper.ts';
import { internalLine } from './people-words.ts';
import { drawPublicList, publicListSheets } from './public-list.ts';
import { drawRegister, registerSheets } from './register.ts';
import { relativesRegister, relativesTitle } from './relatives-report.ts';
import { drawSpotCheck, spotCheckSheets } from './spot-check.ts';
import type { WorkbookSheet } from './workbook.ts';

export type PeoplePaper = PeopleFileModel | PeopleListModel;

type OpenPaper = (size: { readonly width: number; readonly height: number }, underlay?: string) => Paper;

export async function peoplePaper(model: PeoplePaper, open: OpenPaper, onPage: OnPage): Promise<Paper> {
  const paper = open(sizeOf(model), underlayOf(model));
  await draw(paper, model, onPage);
  return paper;
}

function sizeOf(model: PeoplePaper): { readonly width: number; readonly height: number } {
  switch (model.kind) {
    case 'household-file':
    case 'public-list':
    case 'institution-pickup':
      return a4;
    case 'spot-check-form':
    case 'relatives-report':
    case 'movement-table':
    case 'complaint-register':
      return a4Landscape;
    case 'roster-export':
      return model.columns.length > 7 ? a4Landscape : a4;
  }
}

function underlayOf(model: PeoplePaper): string | undefined {
  const mark: InternalMark | null = 'mark' in model ? model.mark : null;
  return mark === null ? undefined : internalLine({ ...model, mark });
}

function draw(paper: Paper, model: PeoplePaper, onPage: OnPage): Promise<void> {
  switch (model.kind) {
    case 'household-file':
      return drawHouseholdFile(paper, model, onPage);
    case 'public-list':
      return drawPublicList(paper, model, onPage);
    case 'institution-pickup':
      return drawInstitutionPickup(paper, model, onPage);
    case 'spot-check-form':
      return drawSpotCheck(paper, model, onPage);
    case 'relatives-report':
      return drawRegister(paper, model, relativesRegister(model), onPage);
    case 'movement-table':
      return drawRegister(paper, model, movementRegister(model), onPage);
    case 'complaint-register':
      return drawRegister(paper, model, complaintRegister(model), onPage);
    case 'roster-export':
      return drawTable(paper, model, onPage);
  }
}

/** The file of a household and the list an institution signs have no workbook; a roster has its own (roster-export-sheet.ts). */
export function peopleSheets(model: PeopleListModel): readonly WorkbookSheet[] {
  switch (model.kind) {
    case 'public-list':
      return publicListSheets(model);
    case 'spot-check-form':
      return spotCheckSheets(model);
    case 'relatives-report':
      return registerSheets(model, relativesRegister(model));
    case 'movement-table':
      return registerSheets(model, movementRegister(model));
    case 'complaint-register':
      return registerSheets(model, complaintRegister(model));
  }
}

/** Numbers and periods; a title may hold a name. */
export function peoplePaperStem(model: PeoplePaper): string {
  switch (model.kind) {
    case 'household-file':
      return `一户一档-${model.number}`;
    case 'roster-export':
      return `名册-${model.mark.runningNo}`;
    case 'institution-pickup':
      return `${institutionPickupTitle}-${model.number}`;
    case 'public-list':
      return `公示-${model.from}至${model.to}`;
    case 'spot-check-form':
      return `入户抽查表-${model.checkNo}`;
    case 'relatives-report':
      return `${relativesTitle}-${model.from}至${model.to}`;
    case 'movement-table':
      return `${movementTitle}-${model.month}`;
    case 'complaint-register':
      return `${complaintTitle}-${model.from}至${model.to}`;
  }
}
