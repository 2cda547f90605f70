// Colours, sizes and faces of the whole program (ui.md, Theme), as antd tokens and as CSS variables for our own surfaces. Red is
// kept for "stop" alone; every pair of text and ground is AA.
import { theme, type ThemeConfig } from 'antd';

export const colours = {
  primary: '#0B6B6F',
  primaryDark: '#095558',
  success: '#1B7F3B',
  warning: '#FFB020',
  danger: '#B3261E',
  text: '#1F2328',
  secondary: '#57606A',
  line: '#D0D7DE',
  page: '#F6F8FA',
} as const;

const faces =
  '"Microsoft YaHei", "Noto Sans SC", "PingFang SC", "WenQuanYi Micro Hei", "Noto Sans CJK SC", sans-serif, "HanaMinB"';

/** `large` is the 大字 mode: everything × 1.25. */
export const themeOf = (large: boolean): ThemeConfig => {
  const times = (px: number): number => Math.round(px * (large ? 1.25 : 1));
  return {
    algorithm: theme.defaultAlgorithm,
    zeroRuntime: true,
    token: {
      colorPrimary: colours.primary,
      colorLink: colours.primary,
      // Under the pointer darker, never paler: the letters must stay readable.
      colorPrimaryHover: colours.primaryDark,
      colorLinkHover: colours.primaryDark,
      colorLinkActive: colours.primaryDark,
      colorInfo: colours.primary,
      colorSuccess: colours.success,
      colorWarning: colours.warning,
      colorError: colours.danger,
      colorText: colours.text,
      colorTextSecondary: colours.secondary,
      colorTextDescription: colours.secondary,
      colorTextPlaceholder: '#6B7480',
      // Grey on grey is unreadable on poor screens; what is disabled stays legible.
      colorTextDisabled: '#6B7480',
      colorBorder: '#8C959F',
      colorBorderSecondary: colours.line,
      colorBgLayout: colours.page,
      fontFamily: faces,
      fontSize: times(16),
      fontSizeLG: times(18),
      fontSizeSM: times(14),
      controlHeight: times(44),
      controlHeightLG: times(52),
      controlHeightSM: times(36),
      lineWidthFocus: 3,
      borderRadius: 6,
      // Nothing moves unless the user moved it.
      motion: false,
      wireframe: false,
    },
    components: {
      Table: {
        cellPaddingBlock: 6,
        cellPaddingInline: 10,
        headerBg: '#EAEEF2',
        headerColor: colours.text,
        rowHoverBg: '#E6F2F2',
      },
      Form: { labelFontSize: times(18), itemMarginBottom: 20 },
      Input: { inputFontSize: times(18) },
      Select: { optionHeight: times(44), optionFontSize: times(18), optionPadding: '9px 12px' },
      Statistic: { contentFontSize: times(28) },
    },
  };
};
