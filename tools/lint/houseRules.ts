// Rules of the house that no published plugin has: how files may be called, and that a type assertion gives its reason.
import { basename } from 'node:path'
import type { ESLint, Rule } from 'eslint'

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

interface AssertionNode extends Rule.Node {
  typeAnnotation: { type: string; typeName?: { name?: string } }
}

const isConstAssertion = (node: AssertionNode): boolean =>
  node.typeAnnotation.type === 'TSTypeReference' && node.typeAnnotation.typeName?.name === 'const'

const reasonedAs: Rule.RuleModule = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { bare: 'Say in a comment on this line or the one above why the compiler cannot know this type.' },
  },
  create(context) {
    const commentLines = new Set<number>()
    for (const comment of context.sourceCode.getAllComments()) {
      if (!comment.loc) continue
      for (let line = comment.loc.start.line; line <= comment.loc.end.line; line++) commentLines.add(line)
    }
    const explained = (node: Rule.Node): boolean => {
      for (let at: Rule.Node | null = node; at; at = at.parent) {
        const line = at.loc?.start.line ?? 0
        if (commentLines.has(line) || commentLines.has(line - 1)) return true
        if (at.type.endsWith('Statement') || at.type.endsWith('Declaration')) return false
      }
      return false
    }
    return {
      TSAsExpression(node: Rule.Node) {
        // ESLint's own node type knows plain JavaScript only; the selector guarantees the shape.
        const assertion = node as AssertionNode
        if (!isConstAssertion(assertion) && !explained(assertion)) context.report({ node, messageId: 'bare' })
      },
    }
  },
}

export const house: ESLint.Plugin = { rules: { 'file-name': fileName, 'reasoned-as': reasonedAs } }
