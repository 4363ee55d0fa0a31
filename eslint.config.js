// The house style that a machine can keep. Inline switches are off, so there is no exception list to grow.
import js from '@eslint/js'
import vue from 'eslint-plugin-vue'
import ts from 'typescript-eslint'
import { house } from './tools/lint/houseRules.ts'

const electronOnlyInShell = {
  name: 'electron',
  message: 'Only src-main/desktop and src-main/preload.ts know Electron; the host and the page must run without it.',
}
const acrossFolders = {
  regex: '^\\.\\./',
  message: 'Across folders use @shared, @main or @renderer; ./ stays inside a folder.',
}
const restrictedImports = (paths = []) => ['error', { paths, patterns: [acrossFolders] }]
const noDefaultExport = {
  selector: 'ExportDefaultDeclaration',
  message: 'Named exports only: a thing has one name in the whole house.',
}

export default ts.config(
  {
    ignores: [
      'out/',
      'dist/',
      'node_modules/',
      'migrations/',
      'coverage/',
      'test-results/',
      'playwright-report/',
      '.cache/',
    ],
  },
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  ...ts.configs.recommended,
  ...vue.configs['flat/essential'],
  {
    files: ['**/*.{ts,js,mjs,vue}'],
    plugins: { house },
    rules: {
      // TypeScript checks names itself, with the right libraries for each floor.
      'no-undef': 'off',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'max-lines': ['error', { max: 300 }],
      'max-lines-per-function': ['error', { max: 50, skipBlankLines: true, skipComments: true }],
      'no-console': 'error',
      'no-restricted-imports': restrictedImports([electronOnlyInShell]),
      'no-restricted-syntax': ['error', noDefaultExport],
      'no-var': 'error',
      'prefer-const': 'error',
      'house/file-name': 'error',
      'house/reasoned-as': 'error',
      '@typescript-eslint/ban-ts-comment': [
        'error',
        { 'ts-expect-error': true, 'ts-ignore': true, 'ts-nocheck': true },
      ],
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrors: 'none', ignoreRestSiblings: true },
      ],
    },
  },
  {
    files: ['**/*.vue'],
    languageOptions: { parserOptions: { parser: ts.parser } },
    rules: {
      'max-lines': ['error', { max: 350 }],
      'no-restricted-syntax': 'off',
      'vue/block-lang': ['error', { script: { lang: 'ts' } }],
      'vue/component-api-style': ['error', ['script-setup']],
      'vue/define-emits-declaration': ['error', 'type-based'],
      'vue/define-props-declaration': ['error', 'type-based'],
      'vue/multi-word-component-names': 'off',
      'vue/no-v-html': 'error',
    },
  },
  {
    files: ['src-main/desktop/**/*.ts', 'src-main/preload.ts'],
    rules: { 'no-restricted-imports': restrictedImports() },
  },
  {
    // A test is a list of sentences; it may reach for any floor and trust what it has just made.
    files: ['tests/**/*.ts'],
    rules: {
      'max-lines-per-function': 'off',
      'no-restricted-imports': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      'house/reasoned-as': 'off',
    },
  },
  {
    files: ['tools/**', 'tests/bench/**', '*.config.{ts,js}', '.*.js'],
    rules: { 'no-console': 'off', 'no-restricted-imports': 'off' },
  },
  {
    // The tools below read these files by their default export.
    files: ['*.config.{ts,js}', 'eslint.config.js', '.dependency-cruiser.js', '**/*.d.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
)
