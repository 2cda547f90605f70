// Keys that what lies around a page brings with it (the sections of a place); the page lists them under `?` beside its own.
import { createContext } from 'react';
import type { KeyHelp } from './page.tsx';

export const PageKeys = createContext<readonly KeyHelp[]>([]);
