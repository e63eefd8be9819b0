import { leanCode } from './lean-code.ts';

/** How code stands in the text: two quiet themes of high contrast, on the book's own paper. */
export const codeBlocks = {
  plugins: [leanCode],
  themes: ['github-dark-high-contrast', 'github-light-high-contrast'],
  useStarlightUiThemeColors: false,
  // It is measured on the themes' own white and black, and the book's sunken paper is greyer: 8 there is 7 here.
  minSyntaxHighlightingColorContrast: 8,
  defaultProps: { wrap: true, hangingIndent: 2, overridesByLang: { 'sh,bash,text': { frame: 'none' } } },
  styleOverrides: {
    borderRadius: 'var(--radius)',
    borderColor: 'transparent',
    borderWidth: '0',
    codeBackground: 'var(--paper-sunken)',
    codeFontFamily: 'var(--font-code)',
    codeFontSize: '0.875rem',
    codeLineHeight: '1.6',
    codePaddingBlock: '0.9rem',
    codePaddingInline: '1.1rem',
    uiFontFamily: 'var(--font-ui)',
    focusBorder: 'var(--focus)',
    textMarkers: { markBackground: 'var(--accent-soft)', markBorderColor: 'var(--accent)' },
    frames: {
      shadowColor: 'transparent',
      editorBackground: 'var(--paper-sunken)',
      editorTabBarBackground: 'var(--paper-sunken)',
      editorActiveTabBackground: 'var(--paper-sunken)',
      editorActiveTabForeground: 'var(--ink-faint)',
      editorActiveTabIndicatorTopColor: 'transparent',
      editorActiveTabIndicatorBottomColor: 'transparent',
      editorTabBarBorderBottomColor: 'var(--rule)',
      terminalBackground: 'var(--paper-sunken)',
      terminalTitlebarBackground: 'var(--paper-sunken)',
      terminalTitlebarForeground: 'var(--ink-faint)',
      terminalTitlebarBorderBottomColor: 'var(--rule)',
    },
  },
} as const;
