// No record is read without scope: every SQL text outside the records engine that reads customers, contacts or
// follow-ups stands in code that asks for the viewer's scope first, or in the short list below with its reason.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
const reading = /\b(?:FROM|JOIN)\s+(?:customers|contacts|follow_ups)\b/
const guards = /\b(?:scope|scopeOfParent|reachable|visibleIds|visible|within|seesChildren|fewVisible|inBin|matchesOf)\(/

/** file#declaration → why nobody's scope is asked there. */
const unscoped: Record<string, string> = {
  'src-main/features/contacts/entity.ts#contacts': 'the name of the customer through which the contact is seen',
  'src-main/features/contacts/entity.ts#recountNow': 'reckons a count; nobody is told',
  'src-main/features/contacts/entity.ts#guardSuperior': 'walks up within one customer whose contact is being written',
  'src-main/features/contacts/related.ts#contactsRelated':
    'asked by the 360° page once the viewer is known to see the contacts',
  'src-main/features/followUps/entity.ts#followUps':
    'names of the customer through which it is seen; masks hide the contact',
  'src-main/features/followUps/entity.ts#guardContact':
    'whether the contact is one of that customer; who may point to it was asked before',
  'src-main/features/followUps/entity.ts#summariseNow': 'reckons what stands on the customer; nobody is told',
  'src-main/features/demo/desk.ts#customerRow': 'acts out what made-up people do in an office with nobody else in it',
  'src-main/features/demo/desk.ts#tasksAndWords': 'as above',
  'src-main/features/demo/desk.ts#poolAndDoubles': 'as above',
  'src-main/features/demo/handlers.ts#act': 'acts out what made-up people do in an office with nobody else in it',
  'src-main/features/demo/handlers.ts#demoHandlers': 'whether the office is empty',
  'src-main/duplicates/secondSigns.ts#peopleSql': 'compared only; telling.ts decides who is told that they are alike',
  'src-main/duplicates/secondSigns.ts#addressSql': 'compared only; telling.ts decides who is told that they are alike',
  'src-main/duplicates/finding.ts#keptSide':
    'who is there already; checking.ts and deciding.ts ask what may be told of it',
  'src-main/duplicates/finding.ts#isNearlyNamed': 'as above',
  'src-main/features/customers/ownership.ts#ownershipReaction':
    'whether a customer is still as its former owner left it a moment ago; tells only that',
  'src-main/features/pool/kinds.ts#poolKinds':
    'since when days are counted, for the night; the preview asks under scope',
  'src-main/features/duplicates/merged.ts#mergesBelonging':
    'which ids went up in a customer that the viewer was found to see',
  'src-main/duplicates/keyIndex.ts#customerSql': 'reckons keys; nobody is told',
  'src-main/duplicates/keyIndex.ts#contactSql': 'as above',
  'src-main/duplicates/keyIndex.ts#fillDuplicateKeys': 'as above',
  'src-main/features/ties/referrals.ts#referredBy': 'seenName keeps of these what is in sight',
  'src-main/features/importExport/deciding.ts#readExisting':
    'asked for a customer that decide() found the importer may change',
  'src-main/features/dataQuality/finding.ts#breaking':
    'the host looks for what is not right; reading.ts tells of it under scope',
  'src-main/features/dataQuality/finding.ts#badTaxNumbers': 'as above',
  'src-main/features/dataQuality/scanning.ts#ownersIn': 'as above',
  'src-main/features/periodicLists/making.ts#changesIn':
    'the host writes the lists of the whole office; reading.ts tells of them under scope',
  'src-main/features/periodicLists/making.ts#writePiece': 'as above',
  'src-main/features/pool/due.ts#duePiece':
    'the host looks for what goes to the pool; preview.ts tells of it under scope',
  'src-main/features/pool/taking.ts#holdingOf': 'how many one person owns, for a cap',
  'src-main/features/values/reckon.ts#columns': 'the host reckons values; masks hide them with what they come from',
  'src-main/features/values/reckon.ts#storedValue': 'as above; asked once the viewer is known to see the customer',
  'src-main/features/values/reckon.ts#piece': 'as above',
  'src-main/features/followUps/entity.ts#hasLater': 'whether something was said later; nobody is told',
  'src-main/features/followUps/entity.ts#settleOlder': 'settles steps of the customer being written to; nobody is told',
  'src-main/features/today/reasons.ts#customersWith': 'as above',
  'src-main/features/today/reasons.ts#countWith': 'as above',
}

const files = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => `${folder}/${file.replaceAll('\\', '/')}`)

interface Declaration {
  name: string
  text: string
  reads: boolean
}

function declarationsOf(source: string): Declaration[] {
  const file = ts.createSourceFile('x.ts', source, ts.ScriptTarget.Latest, true)
  return file.statements.flatMap((statement): Declaration[] => {
    const parts = ts.isVariableStatement(statement) ? [...statement.declarationList.declarations] : [statement]
    return parts.map((part) => {
      const named =
        ts.isVariableDeclaration(part) || ts.isFunctionDeclaration(part) || ts.isClassDeclaration(part)
          ? part.name
          : undefined
      return {
        name: named?.getText() ?? '',
        text: part.getText(),
        reads: textsIn(part).some((text) => reading.test(text)),
      }
    })
  })
}

function textsIn(node: ts.Node): string[] {
  const own =
    ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node) || ts.isTemplateExpression(node)
      ? [node.getText()]
      : []
  const inner: string[] = []
  node.forEachChild((child) => void inner.push(...textsIn(child)))
  return [...own, ...inner]
}

/** Declarations that read records though neither they nor anything in the file that leads to them asks for scope. */
function unguarded(source: string): string[] {
  const all = declarationsOf(source)
  const uses = (by: Declaration, name: string): boolean =>
    name !== '' && by.name !== name && new RegExp(`\\b${name}\\b`).test(by.text)
  return all
    .filter((one) => one.reads)
    .filter((one) => {
      const leading = [one]
      for (const next of leading)
        for (const other of all) if (uses(other, next.name) && !leading.includes(other)) leading.push(other)
      return !leading.some((other) => guards.test(other.text))
    })
    .map((one) => one.name)
}

const outside = /^src-main\/(?:records|database|backup|desktop)\/|\/tables\.ts$/
const found = files('src-main')
  .filter((file) => !outside.test(file))
  .flatMap((file) => unguarded(readFileSync(join(root, file), 'utf8')).map((name) => `${file}#${name}`))

test('no record is read without scope', () => {
  expect(found.filter((one) => !unscoped[one])).toEqual([])
})

test('no reason outlives its code', () => {
  expect(Object.keys(unscoped).filter((one) => !found.includes(one))).toEqual([])
})

test('is noticed: a total read past the scope', () => {
  const planted = `export const total = (ctx: Context) => statement(ctx.db, 'SELECT count(*) n FROM customers').get()`
  expect(unguarded(planted)).toEqual(['total'])
  expect(unguarded(planted.replace(`'SELECT`, `scope(ctx, customers, 'read').sql + 'SELECT`))).toEqual([])
})
