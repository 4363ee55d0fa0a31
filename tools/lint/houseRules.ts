// Rules of the house that no published plugin has: how files may be called, and that a type assertion gives its reason.
import { basename } from 'node:path'
import { ESLintUtils, type TSESTree } from '@typescript-eslint/utils'
import type { Rule } from 'eslint'

const emptyNames = new Set(['utils', 'util', 'helpers', 'helper', 'misc', 'common', 'manager', 'base'])

const fileName: Rule.RuleModule = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { empty: '“{{name}}” says nothing: name the file after its noun or verb.' },
  },
  create(context) {
    const stem = basename(context.filename).replace(/\..*$/, '')
    return {
      Program(node) {
        if (emptyNames.has(stem.toLowerCase())) context.report({ node, messageId: 'empty', data: { name: stem } })
      },
    }
  },
}

const isConstAssertion = (node: TSESTree.TSAsExpression): boolean =>
  node.typeAnnotation.type === 'TSTypeReference' &&
  node.typeAnnotation.typeName.type === 'Identifier' &&
  node.typeAnnotation.typeName.name === 'const'

const reasonedAs = ESLintUtils.RuleCreator.withoutDocs({
  defaultOptions: [],
  meta: {
    type: 'problem',
    schema: [],
    messages: { bare: 'Say in a comment on this line or the one above why the compiler cannot know this type.' },
  },
  create(context) {
    const commentLines = new Set<number>()
    for (const { loc } of context.sourceCode.getAllComments())
      for (let line = loc.start.line; line <= loc.end.line; line++) commentLines.add(line)
    const explained = (node: TSESTree.Node): boolean => {
      for (let at: TSESTree.Node | undefined = node; at; at = at.parent) {
        const { line } = at.loc.start
        if (commentLines.has(line) || commentLines.has(line - 1)) return true
        if (at.type.endsWith('Statement') || at.type.endsWith('Declaration')) return false
      }
      return false
    }
    return {
      TSAsExpression(node) {
        if (!isConstAssertion(node) && !explained(node)) context.report({ node, messageId: 'bare' })
      },
    }
  },
})

export const house = { rules: { 'file-name': fileName, 'reasoned-as': reasonedAs } }
