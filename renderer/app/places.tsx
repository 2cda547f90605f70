// The seven places of the program and who may enter them. Screens of a place are read from disk when it is entered first.
import {
  BarChartOutlined,
  GiftOutlined,
  IdcardOutlined,
  InboxOutlined,
  SettingOutlined,
  ShoppingOutlined,
  TeamOutlined,
} from '@ant-design/icons';
import { lazy, type ComponentType } from 'react';
import type { Permission } from '../../db/contract/permissions.ts';

export type PlaceName = 'counter' | 'vouchers' | 'goods' | 'donations' | 'people' | 'reports' | 'keeping';

export interface Place {
  readonly name: PlaceName;
  /** `/goods`; a place routes what lies under it by itself (`<Routes>` with relative paths). */
  readonly path: string;
  readonly icon: ComponentType;
  readonly needs: Permission;
  readonly Screen: ComponentType;
}

/** In the order of the left column; the key is Alt + position. */
export const places: readonly Place[] = [
  {
    name: 'counter',
    path: '/counter',
    icon: ShoppingOutlined,
    needs: 'counter.redeem',
    Screen: lazy(() => import('../counter/index.tsx')),
  },
  {
    name: 'vouchers',
    path: '/vouchers',
    icon: IdcardOutlined,
    needs: 'vouchers.view',
    Screen: lazy(() => import('../vouchers/index.tsx')),
  },
  {
    name: 'goods',
    path: '/goods',
    icon: InboxOutlined,
    needs: 'goods.view',
    Screen: lazy(() => import('../goods/index.tsx')),
  },
  {
    name: 'donations',
    path: '/donations',
    icon: GiftOutlined,
    needs: 'donations.view',
    Screen: lazy(() => import('../donations/index.tsx')),
  },
  {
    name: 'people',
    path: '/people',
    icon: TeamOutlined,
    needs: 'people.view',
    Screen: lazy(() => import('../people/index.tsx')),
  },
  {
    name: 'reports',
    path: '/reports',
    icon: BarChartOutlined,
    needs: 'reports.view',
    Screen: lazy(() => import('../reports/index.tsx')),
  },
  {
    name: 'keeping',
    path: '/keeping',
    icon: SettingOutlined,
    needs: 'signed-in',
    Screen: lazy(() => import('../shop/index.tsx')),
  },
];
