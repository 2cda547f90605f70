// Standing proxies, institutions with their residents, and who collected in a month.
import type { Handlers } from '../context.ts';
import { collections } from './collections.ts';
import {
  addInstitution,
  changeInstitution,
  listInstitutions,
  residents,
  setInstitutionActive,
  setResidents,
} from './institutions.ts';
import { listProxies } from './list.ts';
import { printCollections } from './print-collections.ts';
import { addProxy, endProxy } from './standing.ts';

export const proxyHandlers: Handlers<'proxies'> = {
  'proxies.list': listProxies,
  'proxies.add': addProxy,
  'proxies.end': endProxy,
  'proxies.institutions': listInstitutions,
  'proxies.addInstitution': addInstitution,
  'proxies.changeInstitution': changeInstitution,
  'proxies.setInstitutionActive': setInstitutionActive,
  'proxies.residents': residents,
  'proxies.setResidents': setResidents,
  'proxies.collections': collections,
  'proxies.printCollections': printCollections,
};
